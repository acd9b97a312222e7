"""A seed and a number -> stories of invented articles with their records, for measuring at a size that nobody parses.

    python -m dateline.evaluate.synthetic 100000 --into BIG.db

Records are made directly and are consistent: spans slice back, ids come from content. Nothing here is a claim about how
well Dateline reads; it is for speed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.corpus import Corpus, Seen
from dateline.evaluate.invented import World, coined, reference, world
from dateline.records import (
    Actor,
    Article,
    DateRange,
    Event,
    Mention,
    Quotation,
    Span,
    Status,
    StatusChange,
    Story,
    Storyline,
    content_id,
)
from dateline.records import Place as Where

MENTIONS, QUOTATIONS = 10, 5
FIRST, DAYS = dt.date(2012, 1, 1), 3650
ACTS: tuple[tuple[str, str, str], ...] = (
    ("CONSULT", "met with", "meet"), ("CONSULT", "called", "call"), ("ACCUSE", "accused", "accuse"),
    ("REJECT", "rebuffed", "rebuff"), ("SUPPORT", "praised", "praise"), ("AGREE", "settled with", "settle with"),
    ("SANCTION", "fined", "fine"), ("REQUEST", "urged", "urge"), ("THREATEN", "warned", "warn"),
    ("COERCE", "arrested aides of", "arrest aides of"), ("AID", "sent grain to", "send grain to"),
    ("ASSAULT", "shelled posts of", "shell posts of"), ("PROTEST", "marched against", "march against"),
)  # fmt: skip
"""Type, the words of the act done, the words of the act to come."""
PLANNED = 0.15


@dataclass(frozen=True, slots=True)
class Piece:
    """One story with all that belongs to it."""

    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    story: Story


@dataclass(frozen=True, slots=True)
class _Act:
    number: int
    type: str
    words: str
    status: Status
    source: Actor
    target: Actor
    day: dt.date
    where: Where
    about: tuple[str, ...]


def pieces(
    articles: int, seed: int = 1, mentions: int = MENTIONS, quotations: int = QUOTATIONS
) -> Iterator[tuple[tuple[Piece, ...], Storyline]]:
    """Storylines with their stories, until there are `articles` articles; the same for the same numbers."""
    made = world(seed, 200 + articles // 20)
    left, number = articles, 0
    while left > 0:
        stories, line = _line(made, seed, number, left, mentions, quotations)
        yield stories, line
        left -= sum(len(piece.articles) for piece in stories)
        number += 1


def corpus(articles: int, seed: int = 1, mentions: int = MENTIONS, quotations: int = QUOTATIONS) -> Corpus:
    """The records as articles give them, before anything is looked at across articles, sorted by id."""
    from dateline.articles.copies import digest

    found = [piece for line, _ in pieces(articles, seed, mentions, quotations) for piece in line]
    papers = sorted((bare(a) for piece in found for a in piece.articles), key=lambda a: a.id)
    said = sorted((replace(q, same_as=None) for piece in found for q in piece.quotations), key=lambda q: q.id)
    told = sorted((replace(m, event_id=None) for piece in found for m in piece.mentions), key=lambda m: m.id)
    seen = [one for piece in found for article in piece.articles for one in seen_of(article.id, piece)]
    return Corpus(
        tuple(papers), tuple(said), tuple(told), tuple((a.id, digest(a)) for a in papers), tuple(seen)
    )


def bare(article: Article) -> Article:
    """As it was before it was told into a story."""
    return replace(article, story_id=None)


def seen_of(article_id: str, piece: Piece) -> tuple[Seen, ...]:
    """The actors that the article's mentions name."""
    refs = {
        ref.actor_id: ref
        for mention in piece.mentions
        if mention.article_id == article_id
        for ref in (*mention.source, *mention.target)
    }
    return tuple(
        Seen(key, ref.name, ref.kind, ref.country, (ref.name,)) for key, ref in sorted(refs.items()) if key
    )


def _line(
    made: World, seed: int, number: int, left: int, mentions: int, quotations: int
) -> tuple[tuple[Piece, ...], Storyline]:
    chance = random.Random(f"line {seed} {number}")
    cast = tuple(dict.fromkeys(chance.choices(made.actors, cum_weights=made.weights, k=5)))
    theme = coined(chance, 8)
    day = FIRST + dt.timedelta(days=chance.randrange(DAYS))
    stories: list[Piece] = []
    for _ in range(1 + min(11, int(chance.expovariate(0.3)))):
        piece = _story(made, chance, cast, theme, day, left, mentions, quotations)
        stories.append(piece)
        left -= len(piece.articles)
        if left <= 0:
            break
        day += dt.timedelta(days=5 + int(chance.expovariate(1 / 60)))
    line_id = content_id("lin", min(piece.story.id for piece in stories))
    told = tuple(replace(piece, story=replace(piece.story, storyline_id=line_id)) for piece in stories)
    line = Storyline(
        line_id, " and ".join(actor.name for actor in cast[:2]), told[0].story.from_, told[-1].story.to,
        tuple(piece.story.id for piece in told), tuple(actor.id for actor in cast),
    )  # fmt: skip
    return told, line


def _story(
    made: World, chance: random.Random, cast: Sequence[Actor], theme: Sequence[str], day: dt.date,
    left: int, mentions: int, quotations: int,
) -> Piece:  # fmt: skip
    own = [*coined(chance, 12), *chance.choices(made.words, cum_weights=made.running, k=30)]
    guests = chance.choices(made.actors, cum_weights=made.weights, k=2)
    acts = [_act(made, chance, n, (*cast, *guests), own, day) for n in range(max(2, mentions * 7 // 5))]
    lines = [
        " ".join(chance.choices(made.words, cum_weights=made.running, k=9)) for _ in range(quotations * 3)
    ]
    said = [(line, chance.choice(cast)) for line in lines]
    papers: list[Article] = []
    quotes: list[Quotation] = []
    reports: list[tuple[Mention, int]] = []
    for _ in range(min(left, 1 + min(79, int(chance.expovariate(0.2))))):
        told = [acts[0], *chance.sample(acts[1:], min(len(acts) - 1, mentions - 1))]
        writer = _Writer(
            chance, made, [*own, *theme], day + dt.timedelta(days=min(5, int(chance.expovariate(1))))
        )
        article = writer.write(told, chance.sample(said, min(len(said), quotations)))
        papers.append(article)
        quotes.extend(writer.quotations(article))
        reports.extend(writer.mentions(article))
    return _joined(papers, quotes, reports, acts, cast)


def _act(
    made: World, chance: random.Random, number: int, cast: Sequence[Actor], own: Sequence[str], day: dt.date
) -> _Act:
    type_, done, ahead = chance.choice(ACTS)
    source, target = chance.sample(cast, 2) if len(set(cast)) > 1 else (cast[0], made.actors[0])
    planned = chance.random() < PLANNED
    when = day + dt.timedelta(days=chance.randrange(2, 9) if planned else -chance.randrange(3))
    words = f"will {ahead}" if planned else done
    about = tuple(chance.sample(own, 4))
    return _Act(
        number, type_, words, "planned" if planned else "happened", source, target, when,
        chance.choice(made.places), about,
    )  # fmt: skip


class _Writer:
    """Puts one article together and remembers where everything stands."""

    def __init__(self, chance: random.Random, made: World, own: Sequence[str], published: dt.date) -> None:
        self._chance, self._made, self._own, self._published = chance, made, own, published
        self._text: list[str] = []
        self._at = 0
        self._acts: list[tuple[_Act, int, str, int]] = []
        self._said: list[tuple[str, Actor, int]] = []

    def write(self, acts: Sequence[_Act], said: Sequence[tuple[str, Actor]]) -> Article:
        for number, act in enumerate(acts):
            self._report(act)
            self._put(" " + self._filling() + ("\n\n" if number % 2 else " "))
            if number < len(said):
                self._quote(*said[number])
        for words, speaker in said[len(acts) :]:
            self._put(self._filling() + " ")
            self._quote(words, speaker)
        text = "".join(self._text).rstrip()
        outlet = self._chance.choice(self._made.outlets)
        lead = acts[0]
        title = f"{lead.source.name} {lead.words} {lead.target.name} over {' '.join(self._chance.sample(self._own, 3))}"
        sha256 = content_id("syn", outlet, title, text, self._chance.random())
        day = self._published
        return Article(
            Article.make_id(sha256), f"synthetic/{sha256[4:]}.txt", sha256, outlet, None, title, (), "en",
            DateRange(day, day, day.isoformat(), "metadata"), None, text,
        )  # fmt: skip

    def _report(self, act: _Act) -> None:
        said = f"on {act.day.day} {act.day:%B %Y}"
        start = self._at
        about = " and ".join(act.about)
        self._put(f"{act.source.name} {act.words} {act.target.name} {said} in {act.where.name} over {about}.")
        self._acts.append((act, start, self._text[-1], len(act.source.name) + 1))

    def _quote(self, words: str, speaker: Actor) -> None:
        self._said.append((words, speaker, self._at))
        self._put(f"“{words},” {speaker.name} said. ")

    def _filling(self) -> str:
        common = self._chance.choices(self._made.words, cum_weights=self._made.running, k=10)
        words = [*common, *self._chance.sample(self._own, 6)]
        self._chance.shuffle(words)
        return " ".join(words).capitalize() + "."

    def _put(self, words: str) -> None:
        self._text.append(words)
        self._at += len(words)

    def mentions(self, article: Article) -> Iterator[tuple[Mention, int]]:
        for act, start, sentence, offset in self._acts:
            trigger = Span(start + offset, start + offset + len(act.words), act.words)
            source = reference(act.source, start)
            target = reference(act.target, trigger.end + 1)
            words = f"on {act.day.day} {act.day:%B %Y}"
            yield Mention(
                Mention.make_id(article.id, act.type, trigger.start, trigger.end), article.id, None, act.type, None,
                act.status, act.type, None, (source,), (target,), act.type == "CONSULT",
                DateRange(act.day, act.day, words, "text"), act.where, (), trigger,
                Span(start, start + len(sentence), sentence), (), "synthetic", 0.9, (("entry", "synthetic"),),
            ), act.number  # fmt: skip

    def quotations(self, article: Article) -> Iterator[Quotation]:
        for words, speaker, start in self._said:
            content = Span(start + 1, start + 1 + len(words), words)
            cue = content.end + 4 + len(speaker.name)
            yield Quotation(
                Quotation.make_id(article.id, "direct", content.start, content.end), article.id, "direct", content,
                reference(speaker, content.end + 3),
                Span(cue, cue + 4, "said"), None, (), "synthetic", 0.9, cue_class="SAY", stance="neutral",
                source=Span(content.end + 3, cue - 1, speaker.name),
            )  # fmt: skip


def _joined(
    papers: Sequence[Article], quotes: Sequence[Quotation], reports: Sequence[tuple[Mention, int]],
    acts: Sequence[_Act], cast: Sequence[Actor],
) -> Piece:  # fmt: skip
    story_id = content_id("sto", min(article.id for article in papers))
    outlet = {article.id: article.outlet or article.source for article in papers}
    published = {article.id: article.published.earliest for article in papers}
    groups: dict[int, list[Mention]] = {}
    for mention, number in reports:
        groups.setdefault(number, []).append(mention)
    events = []
    for number, members in sorted(groups.items()):
        act, ids = acts[number], tuple(sorted(m.id for m in members))
        telling = tuple(dict.fromkeys(m.article_id for m in members))
        events.append(
            Event(
                content_id("evt", ids[0]), story_id, act.type, f"{act.source.name} {act.words} {act.target.name}",
                act.status, (StatusChange(act.status, published[telling[0]], members[0].id),), members[0].when,
                act.where, (reference(act.source),), (reference(act.target),),
                ids, telling, tuple(sorted({outlet[i] for i in telling})), len(telling), (), 0.9,
                plover_type=act.type, mutual=act.type == "CONSULT",
            )
        )  # fmt: skip
    event_of = {m: event.id for event in events for m in event.mentions}
    heard: dict[str, list[Quotation]] = {}
    for quotation in quotes:
        heard.setdefault(quotation.content.text, []).append(quotation)
    same = {
        q.id: content_id("same", min(one.id for one in group))
        for group in heard.values()
        if len({one.article_id for one in group}) > 1
        for q in group
    }
    days = sorted(day for day in published.values() if day)
    lead = max(events, key=lambda event: (len(event.articles), event.id))
    return Piece(
        articles=tuple(replace(article, story_id=story_id) for article in papers),
        quotations=tuple(replace(q, same_as=same.get(q.id)) for q in quotes),
        mentions=tuple(replace(m, event_id=event_of[m.id]) for m, _ in reports),
        events=tuple(events),
        story=Story(
            story_id, None, lead.title, days[0], days[-1], tuple(a.id for a in papers), tuple(e.id for e in events),
            tuple(actor.id for actor in cast), tuple(sorted(set(outlet.values()))),
        ),
    )  # fmt: skip


def main(argv: Sequence[str] | None = None) -> None:
    """`python -m dateline.evaluate.synthetic N --into FILE.db [--mentions M] [--quotations Q] [--seed S]`."""
    from dateline.evaluate.synthetic_store import fill

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int)
    parser.add_argument("--into", type=Path, required=True, help="a project file that does not exist yet")
    parser.add_argument("--mentions", type=int, default=MENTIONS, help="an article")
    parser.add_argument("--quotations", type=int, default=QUOTATIONS, help="an article")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    if given.into.exists():
        parser.error(f"{given.into} exists already; name a new file")
    began = time.perf_counter()
    made = pieces(given.articles, given.seed, given.mentions, given.quotations)
    for done in fill(given.into, made):
        print(f"{done} articles, {time.perf_counter() - began:.0f} s", file=sys.stdout, flush=True)


if __name__ == "__main__":
    main()
