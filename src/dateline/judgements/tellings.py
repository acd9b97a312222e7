"""Stories -> the same with their events, outlets and days as judgements leave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.judgements.bench import Bench
from dateline.records import Article, Comparison, Event, Story

Row = tuple[tuple[str, str], ...]


def retold(bench: Bench) -> None:
    """Every loaded story that holds an event or an article which is otherwise than the machine's."""
    events = bench.changed("event")
    gone = {one for one, event in events.items() if event is None or one in bench.hidden}
    gone |= {one for one in bench.hidden if one in bench.of("event")}
    outlets = _renamed_outlets(bench)
    arriving: dict[str, list[Event]] = defaultdict(list)
    for one, event in events.items():
        if event is not None and one not in gone and event.story_id:
            arriving[event.story_id].append(event)
    moved = {
        article.story_id for article in bench.changed("article").values() if article and article.story_id
    }
    bench.load("story", [*arriving, *moved])
    stories = bench.of("story")
    for id_, story in list(stories.items()):
        kept = [one for one in story.events if one not in gone and _stays(events.get(one), one, id_, events)]
        new = [event for event in arriving.get(id_, ()) if event.id not in kept]
        altered = [events[one] for one in kept if events.get(one) is not None]
        if len(kept) == len(story.events) and not new and not altered and id_ not in moved:
            continue
        stories[id_] = _story(bench, story, kept, [*altered, *new], gone, outlets)


def _stays(event: Event | None, id_: str, story_id: str, events: Mapping[str, Event | None]) -> bool:
    return id_ not in events or (event is not None and event.story_id == story_id)


def _story(
    bench: Bench,
    story: Story,
    kept: Sequence[str],
    fresh: Sequence[Event],
    gone: set[str],
    outlets: Mapping[tuple[str, str], str],
) -> Story:
    articles = bench.of_story(story.id)
    names = tuple(sorted({article.teller for article in articles})) or story.outlets
    rename = {old: new for (story_id, old), new in outlets.items() if story_id == story.id}
    rows: dict[str, Row] = {key: _row(row, rename) for key, row in story.comparison.events if key in kept}
    for event in fresh:
        if event.id in rows or story.comparison.events:
            old = dict(rows.get(event.id, ()))
            rows[event.id] = tuple(
                (outlet, "reported" if outlet in event.outlets else _or_omitted(old.get(outlet)))
                for outlet in names
            )
    hidden_spans = {
        (m.article_id, m.evidence.start, m.evidence.end)
        for m in bench.of("mention").values()
        if m.id in bench.hidden
    }
    days = [d for a in articles for d in (a.published.earliest, a.published.latest) if d and a.published.days]
    bench.load("event", kept)
    events = [*(bench.of("event")[one] for one in kept if one in bench.of("event")), *fresh]
    return replace(
        story,
        title=_title(bench, story, kept, fresh, gone),
        from_=min(days, default=story.from_),
        to=max(days, default=story.to),
        events=tuple(dict.fromkeys(event.id for event in sorted(events, key=_event_day))),
        outlets=names,
        comparison=replace(
            story.comparison,
            events=tuple(rows.items()),
            quotations=tuple((key, _row(row, rename)) for key, row in story.comparison.quotations),
            only_in=tuple(
                replace(one, outlet=rename.get(one.outlet, one.outlet))
                for one in story.comparison.only_in
                if (one.article_id, one.span.start, one.span.end) not in hidden_spans
            ),
        )
        if story.comparison != Comparison()
        else story.comparison,
    )


def _or_omitted(word: str | None) -> str:
    """An outlet that no longer reports it omits it; what else the comparison says of one stays."""
    return "omitted" if word in (None, "reported") else str(word)


def _row(row: Row, rename: Mapping[str, str]) -> Row:
    found: dict[str, str] = {}
    for outlet, word in row:
        name = rename.get(outlet, outlet)
        if found.get(name) != "reported":
            found[name] = word
    return tuple(found.items())


def _title(bench: Bench, story: Story, kept: Sequence[str], fresh: Sequence[Event], gone: set[str]) -> str:
    """A title lent by an event follows it; when that event is gone, another of the story lends its own."""
    lender = next(
        (e for one in story.events if (e := bench.base["event"].get(one)) and e.title == story.title), None
    )
    if lender is None:
        return story.title
    now = bench.of("event").get(lender.id)
    if now is not None and lender.id not in gone:
        return str(now.title)
    told: list[Event] = [e for one in kept if (e := bench.of("event").get(one)) is not None]
    told = [e for e in {e.id: e for e in (*told, *fresh)}.values() if e.source and e.target] or told
    if told:
        return max(told, key=lambda e: (len(e.articles), len(e.mentions), e.confidence, e.id)).title
    titles = [a.title for a in sorted(bench.of_story(story.id), key=_by_day) if a.title]
    return titles[0] if titles else "Untitled"


def _by_day(article: Article) -> tuple[str, str]:
    return str(article.published.earliest or article.published.latest or "9999"), article.id


def _event_day(event: Event) -> tuple[str, str]:
    return str(event.when.earliest or event.when.latest or "9999"), event.id


def _renamed_outlets(bench: Bench) -> dict[tuple[str, str], str]:
    """(story, outlet as it was) -> its corrected name, where no other article of the story keeps the old one."""
    found: dict[tuple[str, str], str] = {}
    for id_, article in bench.changed("article").items():
        base = bench.base["article"].get(id_)
        if base is None or article is None or not article.story_id:
            continue
        old, new = base.teller, article.teller
        if old != new and not any(a.teller == old for a in bench.of_story(article.story_id)):
            found[article.story_id, old] = new
    return found
