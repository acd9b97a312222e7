"""Text and its quotations -> Mention: who did what to whom, when, where, and how it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.config import Config
from dateline.events.issues import issues_of
from dateline.records import Mention, Quotation
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

__all__ = ["issues_of", "make"]


def make(
    config: Config, resolvers: Resolvers
) -> Callable[[Text, tuple[Quotation, ...]], tuple[Mention, ...]]:
    """The event coder: a parsed article and its quotations in, its mentions in order out.

    `plover.toml`, `issues.tsv` and `doubts.tsv` of each `config.overlay` folder are laid over the built-in ones.
    Raises ConfigError when one of them cannot be read.
    """
    from dateline.events.codebook import load
    from dateline.events.coder import Coder
    from dateline.events.issues import load_issues
    from dateline.events.weighing import Doubts

    return Coder(load(config.overlay), load_issues(config.overlay), resolvers, Doubts.load(config.overlay))
