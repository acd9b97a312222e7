"""Raw text -> tidy lines: entities and mis-decoded quotation marks mended, spaces evened out, hard wraps joined."""

from __future__ import annotations

import html
import re
import unicodedata

# What UTF-8 bytes look like after somebody read them as windows-1252: a lead byte, then continuation bytes.
_MOJIBAKE = re.compile(
    "[ÂÃâäåæçèéêëìíîïð][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}"
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]")
_FINAL = re.compile(r"[.!?:;…][\"'”’)\]]*$|[\"”]$")
_WRAP_WIDTH = 100
_ROUNDS = 2
"""Some texts went through the wrong charset twice."""


def tidy_lines(text: str) -> list[str]:
    """Lines of the text with single spaces, "" where one was blank; hard-wrapped paragraphs on one line each."""
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = _INVISIBLE.sub("", unmangle(text)).replace("\u2028", "\n").replace("\u2029", "\n")
    text = unicodedata.normalize("NFC", text)
    return _unwrap([_SPACES.sub(" ", line).strip() for line in text.splitlines()])


def unmangle(text: str) -> str:
    """Undo UTF-8 read as windows-1252 ("â€œ" for an opening quotation mark), piece by piece, where it surely was."""
    for _ in range(_ROUNDS):
        if not _MOJIBAKE.search(text):
            break
        text = _MOJIBAKE.sub(_redecoded, text)
    return text


def _redecoded(match: re.Match[str]) -> str:
    """The match with its leading whole character decoded again; as it was when that cannot be done."""
    raw = bytearray()
    for char in match[0]:
        try:
            raw += char.encode("windows-1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return match[0]
            raw.append(ord(char))
    for end in range(len(raw), 1, -1):
        try:
            return bytes(raw[:end]).decode("utf-8") + match[0][end:]
        except UnicodeDecodeError:
            continue
    return match[0]


def _unwrap(lines: list[str]) -> list[str]:
    """Join lines that a fixed width broke: blank-line blocks whose lines mostly stop mid-sentence."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    inner = [line for block in blocks for line in block[:-1]]
    widest = max((len(line) for line in lines), default=0)
    broken = sum(1 for line in inner if not _FINAL.search(line) and len(line) > widest // 2)
    if len(inner) < 3 or widest > _WRAP_WIDTH or widest < 40 or broken < 0.6 * len(inner):
        return lines
    joined: list[str] = []
    for block in blocks:
        wrapped = all(len(line) > widest // 2 for line in block[:-1])
        joined.extend([" ".join(block)] if wrapped else block)
        joined.append("")
    return joined
