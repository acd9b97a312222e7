"""Judgements in force and a shelf of the machine's records -> the records as she judges them.

The order: articles, then mentions and quotations, then actors, then events, then the stories that hold them. Every step
takes judgements by time, so that the later word counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.judgements.bench import Bench, Shelf, Tools
from dateline.judgements.forms import Judgement, Passage, Standing, Target
from dateline.judgements.grouping import Groups, by_size, home
from dateline.judgements.match import again, mention_at, quotation_at
from dateline.judgements.people import People, counted
from dateline.judgements.tellings import retold
from dateline.judgements.verdicts import Verdict, marked, on_act, on_article, on_words, verdict
from dateline.records import Article, Event, content_id

VOUCHING = frozenset({"confirm", "correct"})
NOT_SEEN = "the words stand, but nothing is found on them now"
NO_WORDS = "its words are no longer there"
NO_ACTOR = "nobody is found by that name or in those words"


@dataclass(frozen=True, slots=True)
class Laid:
    """changed: kind -> id -> the record, None for one that is gone. hidden: ids of mentions, quotations and events that
    are rejected. standings: one a judgement in force. reach: kind and id of all that was looked at: judgements whose
    reaches have nothing in common can be laid apart."""

    changed: dict[str, dict[str, Any]]
    hidden: frozenset[str]
    standings: tuple[Standing, ...]
    reach: frozenset[str]


@dataclass
class _Run:
    bench: Bench
    tools: Tools
    located: dict[Passage, str] = field(default_factory=dict)
    about: dict[str, list[Judgement]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    notes: dict[str, str] = field(default_factory=dict)

    def locate(self, anchor: Passage) -> str | None:
        return self.located.get(anchor)


def lay(judgements: Sequence[Judgement], shelf: Shelf, tools: Tools) -> Laid:
    """What changes when these judgements, in order of time, are laid on the machine's records."""
    run = _Run(Bench(shelf), tools)
    passages = {anchor: None for one in judgements for target in one.targets for anchor in target.passages}
    run.bench.load_passages(list(passages))
    _records(run, judgements)
    _articles(run, judgements)
    _passages(run)
    people = People(run.bench, tools)
    for one in judgements:
        if one.targets[0].about == "actor":
            found = people.lay(one)
            if found is None:
                run.notes[one.id] = NO_ACTOR
            else:
                run.found[one.id] += found
    _events(run, judgements, people)
    retold(run.bench)
    _stories(run, judgements)
    counted(run.bench, tools)
    kinds = ("article", "mention", "quotation", "event", "story", "storyline", "actor")
    changed = {kind: run.bench.changed(kind) for kind in kinds}
    standings = tuple(_standing(run, one) for one in judgements)
    return Laid(changed, frozenset(run.bench.hidden), standings, run.bench.reach)


def _standing(run: _Run, one: Judgement) -> Standing:
    found, note = tuple(dict.fromkeys(run.found[one.id])), run.notes.get(one.id)
    gone = not found and note in (NO_WORDS, NO_ACTOR)
    return Standing(one, "orphaned" if gone else "in force", found, None if found else note)


# -------------------------------------------------------------------- mentions, quotations, articles


def _records(run: _Run, judgements: Sequence[Judgement]) -> None:
    """Find what stands on each anchor's words; set a record there again where she vouches for it and none does."""
    for one in judgements:
        for target in one.targets:
            for anchor in target.passages:
                if anchor.about != "article" and anchor not in run.located:
                    found = _stands(run, anchor)
                    if found is not None:
                        run.located[anchor] = found
    for one in judgements:
        first = one.targets[0]
        vouched = one.kind in VOUCHING and first.about in ("mention", "quotation", "event")
        if vouched and not any(run.locate(anchor) for anchor in first.passages):
            _set_again(run, first)
        if first.about in ("mention", "quotation"):
            ids = [id_ for anchor in first.passages if (id_ := run.locate(anchor))]
            if ids:
                run.about[ids[0]].append(one)
                run.found[one.id].append(ids[0])
            else:
                run.notes[one.id] = _missing(run, first)


def _stands(run: _Run, anchor: Passage) -> str | None:
    where = run.bench.where(anchor)
    if where is None:
        return None
    article_id, place = where
    here = [r for r in run.bench.of(anchor.about).values() if r.article_id == article_id]
    found: Any = mention_at(anchor, place, here) if anchor.about == "mention" else quotation_at(anchor, place, here)  # fmt: skip
    return found.id if found is not None else None


def _set_again(run: _Run, target: Target) -> None:
    for anchor in target.passages:
        where = run.bench.where(anchor)
        if where is None or anchor.about == "article":
            continue
        record = again(anchor, where[1], run.bench.of("article")[where[0]])
        if record is not None:
            run.bench.of(anchor.about).setdefault(record.id, record)
            run.located[anchor] = record.id


def _missing(run: _Run, target: Target) -> str:
    return NOT_SEEN if any(run.bench.where(anchor) for anchor in target.passages) else NO_WORDS


def _articles(run: _Run, judgements: Sequence[Judgement]) -> None:
    bench = run.bench
    about: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.targets[0].about == "article":
            ids = [where[0] for anchor in one.targets[0].passages if (where := bench.where(anchor))]
            if ids:
                about[ids[0]].append(one)
                run.found[one.id].append(ids[0])
            else:
                run.notes[one.id] = NO_WORDS
    for id_, told in about.items():
        article: Article = bench.of("article")[id_]
        found = verdict(told)
        bench.of("article")[id_] = judged = marked(on_article(article, found), found)
        if judged.published != article.published:
            for mention in list(bench.of("mention").values()):
                if mention.article_id == id_:
                    when = run.tools.reread(mention.when, article.published, judged.published, mention.status)
                    bench.of("mention")[mention.id] = replace(mention, when=when)


def _passages(run: _Run) -> None:
    for id_, told in run.about.items():
        found = verdict(told)
        for kind in ("mention", "quotation"):
            record = run.bench.of(kind).get(id_)
            if record is not None:
                record = on_act(record, found, run.tools) if kind == "mention" else on_words(record, found)
                run.bench.of(kind)[id_] = marked(record, found)
                if found.rejected:
                    run.bench.hidden.add(id_)


# -------------------------------------------------------------------- events


def _events(run: _Run, judgements: Sequence[Judgement], people: People) -> None:
    groups = Groups(run.bench, run.locate)
    shaped: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.targets[0].about == "event" and one.kind in ("merge", "split") and not groups.lay(one):
            run.notes[one.id] = _missing(run, one.targets[0])
    for one in judgements:
        if one.targets[0].about != "event":
            continue
        key = groups.of(one.targets[0])
        if key is None:
            run.notes.setdefault(one.id, _missing(run, one.targets[0]))
        elif one.id not in run.notes:
            shaped[key].append(one)
            if one.kind == "split":
                for other in {groups.of(target) for target in one.targets[1:]} - {key, None}:
                    shaped[str(other)].append(one)
    made: dict[str, Event] = {}
    for key in by_size(groups.members):
        event = _event(run, groups, key, set(made))
        if event is None:
            continue
        found = verdict(shaped[key]) if key in shaped else None
        made[event.id] = _judged(run, event, found, people) if found else event
        for one in shaped.get(key, ()):
            run.found[one.id].append(event.id)
        for id_ in event.mentions:
            mention = run.bench.of("mention")[id_]
            if mention.event_id != event.id:
                run.bench.of("mention")[id_] = replace(mention, event_id=event.id)
        if found is not None and found.rejected:
            run.bench.hidden.add(event.id)
            run.bench.hidden.update(event.mentions)
    run.bench.now["event"] = made


def _event(run: _Run, groups: Groups, key: str, taken: set[str]) -> Event | None:
    """The machine's own event where nothing of it changed, else one made anew of those mentions that stand."""
    bench = run.bench
    members = groups.members[key]
    standing = {one for one in members if one not in bench.hidden}
    for one in members - standing:
        mention = bench.of("mention")[one]
        bench.of("mention")[one] = replace(mention, event_id=None)
    if not standing:
        return None
    known: Event | None = bench.base["event"].get(key)
    articles = {bench.of("mention")[one].article_id for one in standing}
    same = known is not None and set(known.mentions) == standing and key not in taken
    if same and known is not None and not _touched(bench, standing, articles):
        return known
    bench.load("article", articles)
    bench.load_contents(articles)
    mentions = [replace(bench.of("mention")[one], event_id=None) for one in sorted(standing)]
    quotations = [
        q for q in bench.of("quotation").values() if q.article_id in articles and q.id not in bench.hidden
    ]
    event = run.tools.merged(
        mentions,
        [bench.of("article")[one] for one in sorted(articles)],
        sorted(quotations, key=lambda q: q.id),
    )
    id_ = groups.name(standing, taken, content_id("evt", min(standing)))
    event = replace(event, id=id_, links=groups.links(key, standing))
    return replace(event, story_id=home(event, lambda one: bench.of("article")[one].story_id))


def _touched(bench: Bench, mentions: set[str], articles: set[str]) -> bool:
    """Whether a mention or its article is otherwise than the machine gave it."""
    return any(
        one not in bench.base["mention"] or bench.of("mention")[one] != bench.base["mention"][one]
        for one in mentions
    ) or any(bench.of("article").get(one) != bench.base["article"].get(one) for one in articles)


def _judged(run: _Run, event: Event, found: Verdict, people: People) -> Event:
    title = run.tools.titled(event) == event.title
    event = on_act(event, found, run.tools, people.recast)
    if found.name:
        event = replace(event, title=found.name)
    elif found.fields and title:
        event = replace(event, title=run.tools.titled(event))
    return marked(event, found)


def _stories(run: _Run, judgements: Sequence[Judgement]) -> None:
    bench = run.bench
    about: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.targets[0].about != "story":
            continue
        votes: dict[str, int] = defaultdict(int)
        for anchor in one.targets[0].passages:
            where = bench.where(anchor)
            story_id = bench.of("article")[where[0]].story_id if where else None
            if story_id:
                votes[story_id] += 1
        if votes:
            best = min(votes, key=lambda id_: (-votes[id_], id_))
            about[best].append(one)
            run.found[one.id].append(best)
        else:
            run.notes[one.id] = _missing(run, one.targets[0])
    bench.load("story", about)
    for id_, told in about.items():
        story = bench.of("story").get(id_)
        if story is not None:
            found = verdict(told)
            bench.of("story")[id_] = replace(
                story, title=found.name or story.title, judgement=found.judgement, judged_by=found.judged_by
            )
