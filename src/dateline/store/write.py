"""Records -> rows: one transaction an article, one for everything found by looking across articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dateline.corpus import Corpus, Seen, Told
from dateline.records import Actor, Article, Event, Mention, Quotation, Rejected, Story, Storyline
from dateline.store import facets
from dateline.store.codec import changes, encode

DUPLICATE = "duplicate"
Insert = tuple[str, tuple[Any, ...]]
"""An SQL statement and its parameters."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is written, or nothing is; inside another transaction it is a part of that one."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def write_article(
    connection: sqlite3.Connection,
    article: Article,
    quotations: Iterable[Quotation],
    mentions: Iterable[Mention],
    seen: Iterable[Seen],
    digest: bytes,
    stamp: int,
    *,
    mended: bool = True,
) -> bool:
    """One article with all that came of it; False when another process had already written it.

    mended: the article takes the place of whatever was rejected under its name before.
    """
    with transaction(connection):
        if connection.execute("SELECT 1 FROM articles WHERE sha256 = ?", (article.sha256,)).fetchone():
            return False
        if mended:
            connection.execute("DELETE FROM rejected WHERE source = ?", (article.source,))
        connection.execute(
            "INSERT INTO articles (id, sha256, source, outlet, earliest, latest, title, text, digest, stamp, record)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, article.sha256, article.source, folded(article.outlet), day(article.published.earliest),
             day(article.published.latest), article.title, article.text, digest, stamp,
             encode(article, without="text")),
        )  # fmt: skip
        for quotation in quotations:
            add(connection, quotation)
        for mention in mentions:
            add(connection, mention)
        connection.executemany(
            "INSERT INTO seen (article_id, actor_id, record) VALUES (?, ?, ?)",
            [(article.id, one.actor_id, encode(one)) for one in seen],
        )
        connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'")
    return True


def write_rejected(connection: sqlite3.Connection, rejected: Rejected, *, mended: bool = True) -> None:
    """An input that gave no article. mended: it takes the place of whatever was rejected under its name before."""
    with transaction(connection):
        _reject(connection, rejected, mended=mended)


def write_duplicate(connection: sqlite3.Connection, source: str, sha256: str) -> None:
    """Another input with the bytes of an article: the article goes by the first of their names in order of code points."""
    with transaction(connection):
        row = connection.execute("SELECT n, source FROM articles WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None or row[1] == source:
            return
        first, other = sorted((source, row[1]))
        if first == source:
            connection.execute("DELETE FROM rejected WHERE source = ?", (source,))
            connection.execute(
                "UPDATE articles SET source = ?1, record = json_set(record, '$.source', ?1) WHERE n = ?2",
                (first, row[0]),
            )
        detail = f"the same bytes as {first}"
        _reject(connection, Rejected(other, sha256, "sources", DUPLICATE, detail))
        connection.execute(
            "UPDATE rejected SET detail = ? WHERE sha256 = ? AND code = ?", (detail, sha256, DUPLICATE)
        )


def write_told(
    connection: sqlite3.Connection,
    before: Corpus,
    told: Told,
    actors: Sequence[Actor],
    generation: int,
    stamp: int,
) -> None:
    """Replace everything found by looking across articles. `before` is the corpus that was read at `generation`."""
    with transaction(connection):
        write_changes(connection, before, told.linked.corpus)
        for table in ("events", "stories", "storylines", "actors"):
            connection.execute(f"DELETE FROM {table}")
        for kind in ("event", "story", "actor"):
            connection.execute("DELETE FROM facets WHERE facet > ? AND facet < ?", (f"{kind}.", f"{kind}/"))
        write_found(connection, told, actors)
        settle(connection, generation, stamp)


def settle(connection: sqlite3.Connection, generation: int, stamp: int) -> None:
    """Events and stories cover the articles of that generation."""
    connection.execute("UPDATE meta SET value = ? WHERE key = 'linked_generation'", (str(generation),))
    connection.execute("UPDATE meta SET value = ? WHERE key = 'linked_stamp'", (str(stamp),))


def write_changes(connection: sqlite3.Connection, before: Corpus, after: Corpus) -> None:
    """What looking across articles changed in the records of articles."""
    old_articles = {article.id: article for article in before.articles}
    connection.executemany(
        "UPDATE articles SET linked = ?1, story_id = ?2, outlet = ?3, earliest = ?4, latest = ?5 WHERE id = ?6"
        " AND (linked IS NOT ?1 OR story_id IS NOT ?2)",
        ((changes(old_articles[a.id], a), a.story_id, folded(a.outlet), day(a.published.earliest),
          day(a.published.latest), a.id) for a in after.articles),
    )  # fmt: skip
    old_quotations = {quotation.id: quotation for quotation in before.quotations}
    connection.executemany(
        "UPDATE quotations SET linked = ?1, same_as = ?2 WHERE id = ?3 AND linked IS NOT ?1",
        ((changes(old_quotations[q.id], q), q.same_as, q.id) for q in after.quotations),
    )
    old_mentions = {mention.id: mention for mention in before.mentions}
    connection.executemany(
        "UPDATE mentions SET linked = ?1, event_id = ?2, earliest = ?3, latest = ?4, status = ?5 WHERE id = ?6"
        " AND linked IS NOT ?1",
        ((changes(old_mentions[m.id], m), m.event_id, day(m.when.earliest), day(m.when.latest), m.status, m.id)
         for m in after.mentions),
    )  # fmt: skip


def write_found(connection: sqlite3.Connection, told: Told, actors: Sequence[Actor]) -> None:
    """Events, stories, storylines and actors, none of which is there yet."""
    for record in (*told.linked.events, *told.stories, *told.storylines, *actors):
        add(connection, record)


def add(connection: sqlite3.Connection, record: Any, *, found_by: Any = None) -> int | None:
    """Insert one record (any but an article) as a row, to be found by what `found_by`, or else itself, says; its number."""
    insert = _ADD[type(record)]
    owner = connection.execute(*insert(record)).lastrowid
    _facets(connection, facets.of(record if found_by is None else found_by), owner)
    return owner


def _quotation(quotation: Quotation) -> Insert:
    return (
        "INSERT INTO quotations (id, article_id, kind, cue_class, start, content, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (quotation.id, quotation.article_id, quotation.kind, quotation.cue_class, quotation.content.start,
         quotation.content.text, encode(quotation)),
    )  # fmt: skip


def _mention(mention: Mention) -> Insert:
    return (
        "INSERT INTO mentions (id, article_id, type, status, earliest, latest, start, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (mention.id, mention.article_id, mention.type, mention.status, day(mention.when.earliest),
         day(mention.when.latest), mention.trigger.start, encode(mention)),
    )  # fmt: skip


def _event(event: Event) -> Insert:
    return (
        "INSERT INTO events (id, story_id, type, status, earliest, latest, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (event.id, event.story_id, event.type, event.status, day(event.when.earliest), day(event.when.latest),
         encode(event)),
    )  # fmt: skip


def _story(story: Story) -> Insert:
    return (
        "INSERT INTO stories (id, storyline_id, earliest, record) VALUES (?, ?, ?, ?)",
        (story.id, story.storyline_id, day(story.from_ or story.to), encode(story)),
    )


def _storyline(line: Storyline) -> Insert:
    return (
        "INSERT INTO storylines (id, earliest, record) VALUES (?, ?, ?)",
        (line.id, day(line.from_ or line.to), encode(line)),
    )


def _actor(actor: Actor) -> Insert:
    return (
        "INSERT INTO actors (id, name, kind, country, record) VALUES (?, ?, ?, ?, ?)",
        (actor.id, actor.name, actor.kind, actor.country, encode(actor)),
    )


_ADD: dict[type, Callable[[Any], Insert]] = {
    Quotation: _quotation, Mention: _mention, Event: _event, Story: _story, Storyline: _storyline, Actor: _actor,
}  # fmt: skip


def _facets(connection: sqlite3.Connection, pairs: facets.Pairs, owner: int | None) -> None:
    connection.executemany(
        "INSERT INTO facets (facet, value, owner) VALUES (?, ?, ?)",
        [(facet, value, owner) for facet, value in sorted(pairs)],
    )


def _reject(connection: sqlite3.Connection, rejected: Rejected, *, mended: bool = True) -> None:
    if mended:
        connection.execute("DELETE FROM rejected WHERE source = ?", (rejected.source,))
    connection.execute(
        "INSERT OR REPLACE INTO rejected (source, sha256, stage, code, detail) VALUES (?, ?, ?, ?, ?)",
        (rejected.source, rejected.sha256, rejected.stage, rejected.code, rejected.detail),
    )


def day(when: object) -> str | None:
    """A day as it is kept."""
    return str(when) if when else None


def folded(outlet: str | None) -> str | None:
    """An outlet as it is filed."""
    return facets.fold(outlet) if outlet else None
