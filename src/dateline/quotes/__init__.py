"""Text -> Quotation: marks, reported speech, speaker, cue, via."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.config import Config
from dateline.records import Quotation
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers


def make(config: Config, resolvers: Resolvers | None) -> Callable[[Text], tuple[Quotation, ...]]:
    """A finder of quotations: parsed article in, its quotations in order of their content out.

    `resolvers.who` knows outlets (without resolvers no outlet is known by name); the cue table of each `config.overlay` folder is laid over the
    built-in one. Raises ConfigError when such a table cannot be read.
    """
    from dateline.quotes.cues import load_lexicon
    from dateline.quotes.finder import find

    lexicon = load_lexicon(config.overlay)
    who = resolvers.who if resolvers is not None else None

    def quotations(text: Text) -> tuple[Quotation, ...]:
        return find(text, lexicon, who)

    return quotations
