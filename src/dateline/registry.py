"""Names of exchangeable parts -> "module:factory", loaded when named; an unknown name lists the known ones."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dateline.errors import UnknownName


class Registry(Mapping[str, str]):
    """A fixed table of entries of one kind. Values are import paths; `load` gives the object behind one."""

    def __init__(self, kind: str, entries: Mapping[str, str]) -> None:
        self.kind = kind
        self._entries = dict(entries)

    def __getitem__(self, name: str) -> str:
        try:
            return self._entries[name]
        except KeyError:
            near = difflib.get_close_matches(name, self._entries, n=1)
            hint = f"Did you mean '{near[0]}'? " if near else ""
            known = ", ".join(sorted(self._entries))
            raise UnknownName(f"no {self.kind} is called '{name}'", remedy=f"{hint}Known: {known}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def load(self, name: str) -> Callable[..., Any]:
        """Import and return the factory registered under `name`; raises UnknownName."""
        module, _, attribute = self[name].partition(":")
        return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]
