"""A text on its way to an article: its lines with what has been decided about each, and what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.articles.datelines import Opening
from dateline.articles.lines import is_prose
from dateline.records import DateRange, Removed

TITLE = "title"
"""The fate of the one line that became the title: it is kept, as the title, and so is not among the removed."""


@dataclass(slots=True)
class Draft:
    """Lines that are not blank, in order. `fate[i]` is None while line i stays, else the reason it goes.

    `inline` holds what was cut out of lines that stay, with the number of the line it came from.
    """

    lines: list[str]
    fate: list[str | None] = field(default_factory=list)
    inline: list[tuple[int, Removed]] = field(default_factory=list)
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: DateRange | None = None
    opening: Opening | None = None

    def __post_init__(self) -> None:
        self.fate = [None] * len(self.lines)

    def drop(self, number: int, reason: str) -> None:
        """Take line `number` out of the body."""
        self.fate[number] = reason

    def cut(self, number: int, words: str, rest: str, reason: str) -> None:
        """Take `words` out of line `number`, which stays as `rest`."""
        self.inline.append((number, Removed(reason, words)))
        self.lines[number] = rest

    def staying(self) -> list[int]:
        """Numbers of the lines that stay."""
        return [number for number, reason in enumerate(self.fate) if reason is None]

    def head(self) -> list[int]:
        """Numbers of the lines that stay and stand before the first paragraph of prose."""
        found: list[int] = []
        for number in self.staying():
            if is_prose(self.lines[number]):
                return found
            found.append(number)
        return []

    def tail(self) -> list[int]:
        """Numbers of the lines that stay and stand after the last paragraph of prose."""
        found: list[int] = []
        for number in reversed(self.staying()):
            if is_prose(self.lines[number]):
                return found[::-1]
            found.append(number)
        return []

    def body(self) -> str:
        """What stays, paragraphs separated by one blank line."""
        return "\n\n".join(self.lines[number] for number in self.staying() if self.lines[number])

    def removed(self) -> tuple[Removed, ...]:
        """What was taken out, in the order of the text."""
        whole = [
            (n, Removed(reason, self.lines[n]))
            for n, reason in enumerate(self.fate)
            if reason and reason != TITLE
        ]
        return tuple(item for _, item in sorted([*self.inline, *whole], key=lambda pair: pair[0]))

    def removed_lines(self) -> Iterator[str]:
        """The words of everything taken out so far."""
        return (item.text for item in self.removed())
