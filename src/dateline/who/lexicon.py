"""Names that are no persons' -> what they mean; a name that means several things means none unless a row is first."""

from __future__ import annotations

from typing import Generic, TypeVar

from dateline.who.names import phrase

Value = TypeVar("Value")
_ACRONYM = 6


class Lexicon(Generic[Value]):
    """Lookup by words in any spelling of dashes, dots and accents; short forms in capitals ("US", "IS") only as such."""

    def __init__(self) -> None:
        self._words: dict[str, list[Value]] = {}
        self._capitals: dict[str, list[Value]] = {}
        self._first: set[int] = set()

    def add(self, name: str, value: Value, *, any_case: bool = False) -> None:
        """File `value` under `name`."""
        letters = _letters(name)
        if not any_case and letters.isupper() and len(letters) <= _ACRONYM:
            found = self._capitals.setdefault(letters, [])
        else:
            found = self._words.setdefault(phrase(name), [])
        if value not in found:
            found.append(value)

    def all(self, name: str) -> list[Value]:
        """Everything filed under `name`. Names filed in words must be written with a capital somewhere in the query."""
        letters = _letters(name)
        if letters.isupper() and len(letters) <= _ACRONYM:
            found = self._capitals.get(letters)
            if found:
                return found
        return self._words.get(phrase(name), [])

    def one(self, name: str) -> Value | None:
        """The only thing filed under `name`, else None."""
        found = self.all(name)
        return found[0] if len(found) == 1 else None


def _letters(name: str) -> str:
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    if name[:4] in {"the ", "The "}:
        name = name[4:]
    return name.replace(".", "").replace(" ", "") if name.count(" ") == 0 else name
