"""Synthetic stories -> a project file that looks as if they had been built: articles, events, stories, actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dateline.articles.copies import digest
from dateline.chronicle.inventory import data_fingerprint, model_version, program_version
from dateline.config import Config
from dateline.corpus import Corpus, Linked, Told
from dateline.evaluate.synthetic import Piece, bare, seen_of
from dateline.records import Actor, ActorRef, Storyline
from dateline.store import Store

STEP = 2000
"""Articles in one transaction."""


def fill(path: Path, made: Iterable[tuple[tuple[Piece, ...], Storyline]]) -> Iterator[int]:
    """Write them all into a new project; yields how many articles are in it after each transaction."""
    config = Config()
    acts: Counter[str] = Counter()
    speeches: Counter[str] = Counter()
    known: dict[str, ActorRef] = {}
    done = 0
    with Store(path) as store:
        stamp = store.stamp(program_version(), model_version(config.model), data_fingerprint(config))
        batch: list[tuple[tuple[Piece, ...], Storyline]] = []
        for one in made:
            batch.append(one)
            if sum(len(piece.articles) for pieces, _ in batch for piece in pieces) >= STEP:
                done += _write(store, batch, stamp, acts, speeches, known)
                batch = []
                yield done
        done += _write(store, batch, stamp, acts, speeches, known)
        with store.together():
            store.lay(Corpus(), Told(Linked(Corpus())), _actors(acts, speeches, known))
            store.settle(stamp)
        yield done


def _write(
    store: Store, batch: list[tuple[tuple[Piece, ...], Storyline]], stamp: int, acts: Counter[str],
    speeches: Counter[str], known: dict[str, ActorRef],
) -> int:  # fmt: skip
    done = 0
    with store.together():
        for pieces, line in batch:
            for piece in pieces:
                before = _bare(piece)
                for article in before.articles:
                    store.add(
                        article,
                        [q for q in before.quotations if q.article_id == article.id],
                        [m for m in before.mentions if m.article_id == article.id],
                        seen_of(article.id, piece),
                        digest(article),
                        stamp,
                    )
                after = Corpus(piece.articles, piece.quotations, piece.mentions)
                store.lay(before, Told(Linked(after, piece.events), (piece.story,)), ())
                _count(piece, acts, speeches, known)
                done += len(piece.articles)
            store.lay(Corpus(), Told(Linked(Corpus()), (), (line,)), ())
    return done


def _bare(piece: Piece) -> Corpus:
    return Corpus(
        tuple(map(bare, piece.articles)),
        tuple(replace(q, same_as=None) for q in piece.quotations),
        tuple(replace(m, event_id=None) for m in piece.mentions),
    )


def _count(piece: Piece, acts: Counter[str], speeches: Counter[str], known: dict[str, ActorRef]) -> None:
    for mention in piece.mentions:
        for ref in (*mention.source, *mention.target):
            acts[ref.actor_id or ""] += 1
            known.setdefault(ref.actor_id or "", ref)
    for quotation in piece.quotations:
        if quotation.speaker:
            speeches[quotation.speaker.actor_id or ""] += 1
            known.setdefault(quotation.speaker.actor_id or "", quotation.speaker)


def _actors(acts: Counter[str], speeches: Counter[str], known: dict[str, ActorRef]) -> tuple[Actor, ...]:
    return tuple(
        Actor(key, ref.name, (), ref.kind or "group", ref.country, (), acts[key], speeches[key])
        for key, ref in sorted(known.items())
    )
