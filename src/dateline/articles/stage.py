"""One raw document -> one article, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Callable

from dateline.articles import bylines, outlets
from dateline.articles.boilerplate import load
from dateline.articles.cleaning import clean
from dateline.articles.codes import rejected
from dateline.articles.draft import Draft
from dateline.articles.given import Given, given
from dateline.articles.language import language_of
from dateline.articles.published import published
from dateline.config import Config
from dateline.records import Article, RawDocument, Rejected
from dateline.resolvers import Resolvers

_LEAST_WORDS = 5
_PAGE = 8
"""How much longer than the longest body a page may be, menus, lists and comments included."""


def make(config: Config, resolvers: Resolvers) -> Callable[[RawDocument], Article | Rejected]:
    """The stage as a plain callable. Raises ConfigError when an overlay's `boilerplate.toml` cannot be read."""
    boilerplate = load(config.overlay)

    def read(raw: RawDocument) -> Article | Rejected:
        source = given(raw, resolvers.who, _PAGE * config.max_chars)
        if source is None:
            return rejected("no-article", raw, "the page holds no article")
        if len(source.text) > 2 * config.max_chars:
            return rejected(
                "too-large", raw, f"{len(source.text):,} characters, more than {config.max_chars:,}"
            )
        draft = clean(source, boilerplate, resolvers.who)
        return _checked(raw, source, draft, config, resolvers)

    return read


def _checked(
    raw: RawDocument, source: Given, draft: Draft, config: Config, resolvers: Resolvers
) -> Article | Rejected:
    body = draft.body()
    count = len(body.split())
    if count < _LEAST_WORDS:
        return rejected("too-short", raw, f"{count} words are left of {len(source.text.split())}")
    if len(body) > config.max_chars:
        return rejected("too-large", raw, f"{len(body):,} characters, more than {config.max_chars:,}")
    language = language_of(body)
    if language is not None and language not in config.languages:
        wanted = ", ".join(sorted(config.languages))
        return rejected("language", raw, f"the body is in '{language}', not in '{wanted}'")
    return _article(raw, source, draft, body, language, resolvers)


def _article(
    raw: RawDocument, source: Given, draft: Draft, body: str, language: str | None, resolvers: Resolvers
) -> Article:
    removed = draft.removed()
    domain = outlets.domain_of(source.url)
    outlet = draft.outlet or outlets.from_removed(((one.reason, one.text) for one in removed), resolvers.who)
    person = bylines.name_to_write_to(
        one.text for one in removed if one.reason in ("contact", "share", "credits")
    )
    return Article(
        id=Article.make_id(raw.sha256),
        source=raw.source,
        sha256=raw.sha256,
        outlet=outlet or outlets.by_domain(domain, resolvers.who) or _agency(draft, resolvers),
        domain=domain,
        title=draft.title,
        byline=draft.byline or ((person,) if person else ()),
        language=language,
        published=published(source.published, draft, body, resolvers),
        dateline_place=draft.opening.place if draft.opening else None,
        text=body,
        removed=removed,
        url=source.url,
    )


def _agency(draft: Draft, resolvers: Resolvers) -> str | None:
    """The agency of the dateline, when it is a known one: whose report it is, where nothing says who carried it."""
    agency = draft.opening.agency if draft.opening else None
    found = resolvers.who.outlet(agency) if agency else None
    return found.name if found else None
