"""Names that are no persons' -> what they mean; a name that means several things means none unless one comes first."""

from __future__ import annotations

from typing import Generic, TypeVar

from dateline.who.names import phrase

Value = TypeVar("Value")
_ACRONYM = 6


class Lexicon(Generic[Value]):
    """Lookup by words in any spelling of dashes, dots and accents.

    Short forms in capitals ("US", "IS") are only found as such, names with a capital only by words with one; a
    value filed as `first` wins a name that it shares.
    """

    def __init__(self) -> None:
        self._words: dict[str, list[Value]] = {}
        self._capitals: dict[str, list[Value]] = {}
        self._lower: set[str] = set()
        self._first: list[Value] = []

    def add(self, name: str, value: Value, *, any_case: bool = False, first: bool = False) -> None:
        """File `value` under `name`."""
        letters = _letters(name)
        if not any_case and letters.isupper() and len(letters) <= _ACRONYM:
            found = self._capitals.setdefault(letters, [])
        else:
            key = phrase(name)
            found = self._words.setdefault(key, [])
            if any_case or name.islower():
                self._lower.add(key)
        if value not in found:
            found.append(value)
        if first and value not in self._first:
            self._first.append(value)

    def all(self, name: str) -> list[Value]:
        """Everything filed under `name`."""
        letters = _letters(name)
        if letters.isupper() and len(letters) <= _ACRONYM:
            found = self._capitals.get(letters)
            if found:
                return found
        key = phrase(name)
        if name == name.lower() and key not in self._lower:
            return []
        return self._words.get(key, [])

    def one(self, name: str) -> Value | None:
        """The only thing filed under `name`, or the one that comes first; else None."""
        return self.among(self.all(name))

    def among(self, found: list[Value]) -> Value | None:
        """The only one of several, or the one that comes first; else None."""
        if len(found) > 1:
            found = [value for value in found if value in self._first]
        return found[0] if len(found) == 1 else None


def _letters(name: str) -> str:
    """The letters of a single word; the name itself when it has several."""
    if name.endswith(("'s", "’s")):
        name = name[:-2]
    if name[:4] in {"the ", "The "}:
        name = name[4:]
    return name if " " in name else name.replace(".", "")
