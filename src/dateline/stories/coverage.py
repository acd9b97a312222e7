"""A story's articles, events and quotations -> for each fact and outlet: led with it, reported it, late, omitted it.

Omission is said only of an outlet with an article that could have told: published when the fact was known and within
the run of days in which it was told, on a day that is known to the week. Of all others it is said that they cannot be
compared. Positions and shares are parts of an article's text, 0 to 1.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Article, DateRange, Event, Mention, Quotation, Span
from dateline.stories.passages import merged, sentences
from dateline.stories.retold import Retold

State = Literal["led", "reported", "late", "omitted", "not comparable"]

RUN = 7
"""Days after the last report within which silence is an omission and not another day's news."""
WEEK = 7
"""An article dated less exactly than this many days cannot be said to have kept silent."""
LATE = 2 / 3
LEAD = 0.03
FIRST = 700
"""Code points up to which a first paragraph is a lead and not the whole text."""
TOLD: tuple[State, ...] = ("led", "reported", "late")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet does with one fact. `position` is where its first report starts, `share` how much of the outlet's
    text on the story reports it; both None where it does not. `spans` are the passages, in `article_id`. `why` says
    in words why nothing is compared."""

    outlet: str
    state: State
    article_id: str | None = None
    position: float | None = None
    share: float | None = None
    spans: tuple[Span, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact over all outlets of the story: `key` is the event's id or the quotation's `same_as`."""

    key: str
    title: str
    cells: tuple[Cell, ...]

    @property
    def told_by(self) -> tuple[str, ...]:
        """Outlets that report it."""
        return tuple(cell.outlet for cell in self.cells if cell.state in TOLD)

    @property
    def omitted_by(self) -> tuple[str, ...]:
        """Outlets that could have reported it and do not."""
        return tuple(cell.outlet for cell in self.cells if cell.state == "omitted")

    @property
    def only_in(self) -> str | None:
        """The one outlet that has it where at least one other could have had it."""
        told = self.told_by
        return told[0] if len(told) == 1 and self.omitted_by else None


def outlet_of(article: Article) -> str:
    """Who tells it: the outlet, or what stands for it where that is not known."""
    return article.teller


def event_rows(
    articles: Sequence[Article], events: Iterable[Event], mentions: Mapping[str, Mention]
) -> tuple[Row, ...]:
    """One row an event that these articles report, in the order of events.

    An outlet with a sentence that may tell the event in other words is not said to omit it.
    """
    rows = []
    told = list(events)
    retold = Retold(articles, told, mentions)
    outlets = by_outlet(articles)
    for event in told:
        passages: dict[str, list[Span]] = defaultdict(list)
        for mention_id in event.mentions:
            mention = mentions[mention_id]
            passages[mention.article_id].append(mention.evidence)
        happened = event.when if event.status in ("happened", "ongoing", "failed", "refused") else None
        row = row_of(event.id, event.title, outlets, passages, happened)
        if row:
            cells = [_asked(cell, retold, event, mentions, outlets) for cell in row.cells]
            rows.append(Row(row.key, row.title, tuple(cells)))
    return tuple(rows)


def _asked(
    cell: Cell,
    retold: Retold,
    event: Event,
    mentions: Mapping[str, Mention],
    outlets: Mapping[str, Sequence[Article]],
) -> Cell:
    if cell.state != "omitted":
        return cell
    if event.status == "hypothetical":
        return Cell(
            cell.outlet, "not comparable", why="nothing that is said to have happened or to be planned"
        )
    found = retold.find(event, mentions, outlets[cell.outlet])
    if found is None:
        return cell
    return Cell(cell.outlet, "not comparable", found[0], why=f"may be told in other words: {found[1].text}")


def by_outlet(articles: Sequence[Article]) -> dict[str, list[Article]]:
    """Outlet -> its articles, outlets in order of name."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: (outlet_of(article), article.id)):
        found[outlet_of(article)].append(article)
    return dict(found)


def quotation_rows(articles: Sequence[Article], quotations: Iterable[Quotation]) -> tuple[Row, ...]:
    """One row for words that several passages give (`same_as`), the longest form as its title."""
    groups: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        if quotation.same_as:
            groups[quotation.same_as].append(quotation)
    rows = []
    outlets = by_outlet(articles)
    for key in sorted(groups):
        passages: dict[str, list[Span]] = defaultdict(list)
        for quotation in groups[key]:
            passages[quotation.article_id].append(quotation.content)
        words = max((q.content.text for q in groups[key]), key=lambda text: (len(text), text))
        row = row_of(key, words, outlets, passages)
        if row:
            rows.append(row)
    return tuple(rows)


def row_of(
    key: str,
    title: str,
    outlets: Mapping[str, Sequence[Article]],
    passages: Mapping[str, Sequence[Span]],
    happened: DateRange | None = None,
) -> Row | None:
    """One fact over the outlets of a story (`by_outlet`), None where none of them tells it.

    passages: article id -> where it is told. happened: when it came about, where it is over.
    """
    told = {outlet: [a for a in own if a.id in passages] for outlet, own in outlets.items()}
    telling = [article for held in told.values() for article in held]
    if not telling:
        return None
    known = _known(telling, happened)
    last = max((a.published.latest for a in telling if a.published.latest), default=None)
    cells = [
        _told(outlet, own, told[outlet], passages) if told[outlet] else _silent(outlet, own, known, last)
        for outlet, own in outlets.items()
    ]
    return Row(key, title, tuple(cells))


def _known(telling: Sequence[Article], happened: DateRange | None) -> dt.date | None:
    """The first day on which the fact may have been known: when it was first printed (its first possible day, where
    that is known to the week, else the last), or had happened."""
    days = [
        a.published.earliest if a.published.earliest and _to_the_week(a.published) else a.published.latest
        for a in telling
        if a.published.latest
    ]
    if happened is not None and happened.latest is not None and _to_the_week(happened):
        days.append(happened.latest)
    return min(days, default=None)


def _to_the_week(days: DateRange) -> bool:
    return days.days is not None and days.days <= WEEK


def _silent(outlet: str, own: Sequence[Article], known: dt.date | None, last: dt.date | None) -> Cell:
    why = "the day on which the fact became known is not known"
    for article in own:
        days = article.published
        if known is None or last is None:
            break
        if days.earliest is None or days.latest is None or not _to_the_week(days):
            why = "its day of publication is not known to the week"
        elif days.latest < known:
            why = "published before the fact was known"
        elif days.earliest > max(known, last) + dt.timedelta(days=RUN):
            why = "published after the days in which it was told"
        else:
            return Cell(outlet, "omitted")
    return Cell(outlet, "not comparable", why=why)


def _lead(text: str) -> int:
    """Where the lead ends: the first paragraph, or of a text that hardly has any the first sentence."""
    paragraph = text.find("\n")
    if 0 < paragraph <= FIRST:
        return paragraph
    first = sentences(text[:FIRST])
    return first[0].end if first else 0


def _told(
    outlet: str, own: Sequence[Article], told: Sequence[Article], passages: Mapping[str, Sequence[Span]]
) -> Cell:
    best: tuple[float, Article] | None = None
    held = 0
    for article in told:
        first = min(span.start for span in passages[article.id])
        position = first / max(1, len(article.text))
        if best is None or (position, article.id) < (best[0], best[1].id):
            best = (position, article)
        held += sum(e - s for s, e in merged(sorted((p.start, p.end) for p in passages[article.id])))
    assert best is not None
    position, article = best
    in_lead = min(s.start for s in passages[article.id]) < _lead(article.text)
    state: State = "led" if in_lead or position < LEAD else "late" if position >= LATE else "reported"
    spans = tuple(sorted(set(passages[article.id]), key=lambda span: (span.start, span.end)))
    share = held / max(1, sum(len(a.text) for a in own))
    return Cell(outlet, state, article.id, round(position, 4), round(share, 4), spans)
