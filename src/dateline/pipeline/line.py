"""Config -> the stages in order, loaded from the names of their parts; names travel to workers, parts do not."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.config import Config
from dateline.records import Article, Mention, Quotation, RawDocument, Rejected
from dateline.registry import Registry
from dateline.resolvers import Resolvers
from dateline.syntax import Text

QUOTES = Registry("quotation finder", {"rules": "dateline.quotes:make"})
EVENTS = Registry("event coder", {"codebook": "dateline.events:make"})

Cleaner = Callable[[RawDocument], Article | Rejected]
Digester = Callable[[Article], bytes]
TextReader = Callable[[Iterable[Article]], Iterator[Text]]
QuoteFinder = Callable[[Text], tuple[Quotation, ...]]
EventCoder = Callable[[Text, tuple[Quotation, ...]], tuple[Mention, ...]]
IssueFinder = Callable[[str], tuple[tuple[str, tuple[int, int]], ...]]


@dataclass(frozen=True, slots=True)
class Stages:
    """What turns one raw document into records, loaded once a process."""

    articles: Cleaner
    digest: Digester
    text: TextReader
    quotes: QuoteFinder
    events: EventCoder
    issues: IssueFinder


@dataclass(frozen=True, slots=True)
class Line:
    """Where each part lives, as `module:name`. Empty `quotes` and `events` mean "as the config names them"."""

    resolvers: str = "dateline.resolvers:Resolvers.load"
    sources: str = "dateline.sources:read"
    articles: str = "dateline.articles:make"
    digest: str = "dateline.articles.copies:digest"
    copies: str = "dateline.articles.copies:copies"
    text: str = "dateline.text:make"
    quotes: str = ""
    events: str = ""
    issues: str = "dateline.events.issues:load_issues"
    links: str = "dateline.links:make"
    stories: str = "dateline.stories:make"

    def check(self, config: Config) -> None:
        """Raise UnknownName now for a finder or coder that no registry holds, before any work is done."""
        self._named(QUOTES, self.quotes, config.quotes)
        self._named(EVENTS, self.events, config.events)

    def stages(self, config: Config) -> Stages:
        """Load the stages that see one article at a time; raises ConfigError and UnknownName."""
        resolvers: Resolvers = self.part("resolvers")(config)
        return Stages(
            articles=self.part("articles")(config, resolvers),
            digest=self.part("digest"),
            text=self.part("text")(config, resolvers),
            quotes=load(self._named(QUOTES, self.quotes, config.quotes))(config, resolvers),
            events=load(self._named(EVENTS, self.events, config.events))(config, resolvers),
            issues=self.part("issues")(config.overlay).find,
        )

    def part(self, name: str) -> Any:
        """The object behind one of the fields."""
        return load(getattr(self, name))

    @staticmethod
    def _named(registry: Registry, path: str, name: str) -> str:
        return path or registry[name]


def load(path: str) -> Any:
    """Import what `module:dotted.name` points at."""
    module, _, dotted = path.partition(":")
    found: Any = importlib.import_module(module)
    for attribute in dotted.split("."):
        found = getattr(found, attribute)
    return found
