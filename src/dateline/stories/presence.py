"""A story's records -> who is spoken of, who is quoted and who is only paraphrased, by outlet.

An actor counts as spoken of where any name by which the story's articles call it stands in a text, so that it is not
said to be left out where only the coder missed it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import ActorRef, Article, Event, Mention, Quotation, Span
from dateline.stories.coverage import Row, by_outlet, outlet_of, row_of
from dateline.stories.passages import plain

Voice = Literal["quoted", "paraphrased", "not heard"]

MOST = 40
"""Actors and speakers that a report lists."""
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w’'.-]*(?:\s+(?:of|the|and|al|de|bin|van|von)?\s*[A-ZÀ-Ý][\w’'.-]*)*")


@dataclass(frozen=True, slots=True)
class Heard:
    """How one outlet lets somebody speak: quotations in marks, statements in its own words, code points quoted."""

    outlet: str
    voice: Voice
    quoted: int = 0
    paraphrased: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker over all outlets of the story; `actor_id` is None where only described."""

    actor_id: str | None
    name: str
    cells: tuple[Heard, ...]


def speaker_rows(articles: Sequence[Article], quotations: Iterable[Quotation]) -> tuple[Speaker, ...]:
    """Everybody who is named as saying something, those most heard first."""
    outlets = {article.id: outlet_of(article) for article in articles}
    tally: dict[tuple[str | None, str], dict[str, list[int]]] = {}
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is None or quotation.part_of or quotation.article_id not in outlets:
            continue
        key = (speaker.actor_id, "" if speaker.actor_id else speaker.name)
        counts = tally.setdefault(key, {})
        own = counts.setdefault(outlets[quotation.article_id], [0, 0, 0])
        if quotation.kind == "indirect":
            own[1] += 1
        else:
            own[0] += 1
            own[2] += sum(p.end - p.start for p in (quotation.pieces or (quotation.content,)))
    names = {
        (q.speaker.actor_id, "" if q.speaker.actor_id else q.speaker.name): q.speaker.name
        for q in quotations
        if q.speaker
    }
    ordered = sorted(tally, key=lambda key: (-sum(sum(c[:2]) for c in tally[key].values()), names[key]))
    every = sorted(set(outlets.values()))
    return tuple(
        Speaker(key[0], names[key], tuple(_heard(outlet, tally[key].get(outlet)) for outlet in every))
        for key in ordered[:MOST]
    )


def _heard(outlet: str, counts: Sequence[int] | None) -> Heard:
    if counts is None:
        return Heard(outlet, "not heard")
    quoted, paraphrased, length = counts
    return Heard(outlet, "quoted" if quoted else "paraphrased", quoted, paraphrased, length)


def actor_rows(
    articles: Sequence[Article],
    events: Iterable[Event],
    mentions: Mapping[str, Mention],
    quotations: Iterable[Quotation],
) -> tuple[Row, ...]:
    """One row an identified actor of the story, most present first; `share` is of the text that names it."""
    forms: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for actor in _actors(events, mentions, quotations):
        if actor.actor_id and actor.kind != "group" and actor.name[:1].isupper():
            names[actor.actor_id] = actor.name
            counts[actor.actor_id] += 1
            forms[actor.actor_id].update(_forms(actor))
    shared = Counter(form for own in forms.values() for form in own)
    rows = []
    outlets = by_outlet(articles)
    for actor_id, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        own = sorted(form for form in forms[actor_id] if shared[form] == 1 or form == names[actor_id])
        if not own:
            continue
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, own)) + r")(?!\w)")
        passages = {
            article.id: [Span(m.start(), m.end(), m.group()) for m in pattern.finditer(article.text)]
            for article in articles
        }
        row = row_of(
            actor_id, names[actor_id], outlets, {key: held for key, held in passages.items() if held}
        )
        if row:
            rows.append(row)
    return tuple(rows)


def _actors(
    events: Iterable[Event], mentions: Mapping[str, Mention], quotations: Iterable[Quotation]
) -> Iterable[ActorRef]:
    for event in events:
        for mention_id in event.mentions:
            yield from mentions[mention_id].source
            yield from mentions[mention_id].target
    for quotation in quotations:
        if quotation.speaker:
            yield quotation.speaker


def _forms(actor: ActorRef) -> set[str]:
    """The full name, a person's surname, and what the passage itself calls the actor by name."""
    titles = plain("titles")
    found = {actor.name}
    if actor.kind == "person" and " " in actor.name:
        found.add(actor.name.split()[-1])
    if actor.span and actor.kind != "group":
        for match in _CAPITAL.finditer(actor.span.text):
            words = [word for word in match.group().split() if word.lower().strip(".") not in titles]
            if words and match.start() + len(match.group()) == len(actor.span.text.rstrip("’'s ")):
                found.add(" ".join(words))
    return {form for form in found if len(form) > 2}
