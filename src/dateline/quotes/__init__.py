"""Text -> Quotation: marks, reported speech, speaker, cue, via."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.config import Config
from dateline.records import Quotation
from dateline.syntax import Text


def make(config: Config, resolvers: Any) -> Callable[[Text], tuple[Quotation, ...]]:
    """A finder of quotations: parsed article in, its quotations in order of their content out.

    `resolvers.who` knows outlets and actors; the cue table of each `config.overlay` folder is laid over the
    built-in one. Raises ConfigError when such a table cannot be read.
    """
    from dateline.quotes.cues import load_lexicon
    from dateline.quotes.finder import find

    lexicon = load_lexicon(config.overlay)

    def quotations(text: Text) -> tuple[Quotation, ...]:
        return find(text, lexicon)

    return quotations
