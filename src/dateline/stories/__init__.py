"""Articles and events -> Story and Storyline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.corpus import Linked, Told

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.resolvers import Resolvers

__all__ = ["make"]


def make(config: Config, resolvers: Resolvers) -> Callable[[Linked], Told]:
    """The teller; thresholds are fixed, so that it needs neither settings nor resolvers."""
    from dateline.stories.telling import tell

    return tell
