"""One stored article -> everything that can be marked in its text, kind by kind, each with what it means.

Names are found again by the forms under which the article's own reading knew them; times by the time grammar; towns
by the table of places; copied words by runs of eight words that stand in the original too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.chronicle.handle import Chronicle
from dateline.corpus import Seen
from dateline.records import Article, Loaded, Mention, Quotation
from dateline.resolvers import Resolvers

RUN = 8
"""Words in the same order that make a copied run; what shingles of copies have (Broder 1997)."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’.-]*(?: (?:of |al-|el-|de |la )?[A-Z][\w'’.-]*){0,3}")


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points `start` to `end` of an article's text; `said`: what a reader is told; `actor_id` where it names one."""

    start: int
    end: int
    said: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Layers:
    """What an article's text holds. `original`: the article that `copied` words are taken from."""

    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    people: tuple[Passage, ...]
    bodies: tuple[Passage, ...]
    places: tuple[Passage, ...]
    dates: tuple[Passage, ...]
    coloured: tuple[Loaded, ...]
    copied: tuple[Passage, ...]
    original: Article | None


def layers(chronicle: Chronicle, article: Article, resolvers: Resolvers) -> Layers:
    """Every layer of one article of the project. Raises ProjectError."""
    named = _names(article.text, chronicle.seen(article.id))
    people = tuple(passage for passage, one in named if one.kind == "person")
    bodies = tuple(passage for passage, one in named if one.kind != "person")
    story = chronicle.story(article.story_id) if article.story_id else None
    original = chronicle.article(article.copy_of) if article.copy_of else None
    return Layers(
        quotations=tuple(chronicle.quotations(article=article.id)),
        mentions=tuple(chronicle.mentions(article=article.id)),
        people=people,
        bodies=bodies,
        places=_places(article.text, [*people, *bodies], resolvers),
        dates=_dates(article, resolvers),
        coloured=tuple(one for one in story.comparison.loaded if one.article_id == article.id)
        if story
        else (),
        copied=_copied(article.text, original.text) if original else (),
        original=original,
    )


def _names(text: str, seen: Sequence[Seen]) -> list[tuple[Passage, Seen]]:
    """Longer forms before shorter ones that they contain; a form of two actors stands for neither."""
    held: dict[str, Seen | None] = {}
    for one in seen:
        for form in one.forms:
            held[form] = None if form in held else one
    if not held:
        return []
    forms = sorted(held, key=lambda form: (-len(form), form))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(_spaced(form) for form in forms) + r")(?!\w)")
    found = []
    for match in pattern.finditer(text):
        actor = held.get(" ".join(match.group().split()))
        if actor is not None:
            said = f"{actor.name}{f', {actor.country}' if actor.country and actor.kind != 'state' else ''}"
            found.append((Passage(match.start(), match.end(), said, actor.actor_id), actor))
    return found


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(word) for word in form.split())


def _places(text: str, names: Sequence[Passage], resolvers: Resolvers) -> tuple[Passage, ...]:
    """Names of one place alone that are not part of a longer name; a capitalised run is tried whole, then shorter."""
    taken = sorted((one.start, one.end) for one in names)
    starts = [start for start, _ in taken]
    found: list[Passage] = []
    for match in _CAPITALISED.finditer(text):
        for start, end, name in _parts(match):
            place = resolvers.where.place(name)
            if place is None:
                continue
            before = bisect_right(starts, start) - 1
            if before < 0 or taken[before][1] <= start or taken[before] == (start, end):
                country = f", {place.country}" if place.country and place.country != place.name else ""
                found.append(Passage(start, end, f"{place.name}{country}"))
            break
    return tuple(found)


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    words = list(re.finditer(r"\S+", match.group()))
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            start = match.start() + words[first].start()
            name = match.group()[words[first].start() : words[first + size - 1].end()].rstrip(".,'’-")
            yield start, start + len(name), name


def _dates(article: Article, resolvers: Resolvers) -> tuple[Passage, ...]:
    found = []
    for start, end, days in resolvers.when.places(article.text, article.published):
        first, last = days.earliest, days.latest
        said = (
            "which days is not said"
            if first is None and last is None
            else str(first)
            if first == last
            else f"{first or ''}..{last or ''}"
        )
        found.append(Passage(start, end, said))
    return tuple(found)


def _copied(text: str, original: str) -> tuple[Passage, ...]:
    theirs = [match.group().casefold() for match in _WORD.finditer(original)]
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    own = [(match.start(), match.end(), match.group().casefold()) for match in _WORD.finditer(text)]
    covered = [False] * len(own)
    for i in range(len(own) - RUN + 1):
        if tuple(word for _, _, word in own[i : i + RUN]) in runs:
            covered[i : i + RUN] = [True] * RUN
    found: list[Passage] = []
    for (start, end, _), inside, before in zip(own, covered, [False, *covered], strict=False):
        if inside and before and found:
            found[-1] = Passage(found[-1].start, end, found[-1].said)
        elif inside:
            found.append(Passage(start, end, "also in the original"))
    return tuple(found)
