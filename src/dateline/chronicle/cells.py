"""A value -> the cell of a CSV file that people open in a spreadsheet: no cell is a formula there.

The exports that programs read (`dateline.exports`) keep every value as it is; these tables are for people.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any

FORMULA = tuple("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫|%")
"""What a cell must not begin with: spreadsheets take it for a formula or for a command (OWASP, CSV injection)."""


def inert(value: Any) -> Any:
    """Numbers as they are, nothing for None, several values apart by semicolons; words that a spreadsheet would run, also
    behind blanks that it drops or shows nothing of, begin with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(one) for one in value)
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(FORMULA) or _shown(value).startswith(FORMULA) else value


def _shown(words: str) -> str:
    """The words without blanks, controls and marks of no width before them."""
    for number, letter in enumerate(words):
        if not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf"):
            return words[number:]
    return ""
