"""An empty or unfinished project -> the words on stderr that say so, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.cli.render import console

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle


def nothing(chronicle: Chronicle, what: str) -> None:
    """Why a listing is empty: no article yet, events not made yet, or a filter that nothing meets (`what`)."""
    if chronicle.empty:
        say(
            f"{chronicle.path} holds no article yet. Build some in: dateline build FOLDER --into {chronicle.path}"
        )
    elif not chronicle.current:
        unfinished(chronicle)
    else:
        say(what)


def unfinished(chronicle: Chronicle) -> None:
    """A warning where events and stories do not cover every article; nothing otherwise."""
    if not chronicle.empty and not chronicle.current:
        say(
            "Events and stories do not cover every article: the last build was interrupted. Run it again to finish."
        )


def more(left: int) -> None:
    """How many records a limit left out."""
    if left > 0:
        say(f"{left} more; raise --limit to see them.")


def say(words: str) -> None:
    """One line on stderr."""
    console(stderr=True).print(words)
