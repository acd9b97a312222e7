"""Text -> the same text in plain lower-case letters, so that spellings with and without accents are one."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a",
     "’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "\u00a0": " ", "–": "-", "‐": "-", "‑": "-"}
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents; one kind of apostrophe, dash and space."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    return "".join(char for char in text if not unicodedata.combining(char)).translate(_PLAIN)
