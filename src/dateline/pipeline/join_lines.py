"""Stories that joining changed -> the storylines they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.corpus import Profile, Room
from dateline.pipeline.around import A_KEY, LINES, MEMBERS, Near
from dateline.records import Event, Story, Storyline, content_id
from dateline.stories import storylines
from dateline.stories.telling import line_of


def placed(
    stories: Sequence[Story], gone: set[str], profiles: dict[str, Profile],
    events: Mapping[str, Event], near: Near,
) -> tuple[list[Story], tuple[Storyline, ...], dict[str, Profile], tuple[str, ...]]:  # fmt: skip
    """Stories that were keep their storyline, one that took a gone one's place takes its line; a new one finds its own."""
    known = near.profiles({*(story.id for story in stories), *gone})
    placed: dict[str, str | None] = {}
    heirs = {known[id_].storyline_id for id_ in sorted(gone) if id_ in known}
    for story in stories:
        if story.id in known:
            placed[story.id] = known[story.id].storyline_id
        elif heirs:
            placed[story.id] = heirs.pop() if len(heirs) == 1 else min(filter(None, heirs), default=None)
        else:
            placed[story.id] = _closest(profiles[story.id], near)
    old = near.records(Storyline, {id_ for id_ in placed.values() if id_} | {i for i in heirs if i})
    lines: list[Storyline] = []
    gone_lines: list[str] = []
    fresh = {story.id: story for story in stories}
    told: dict[str, str] = {}
    for story in stories:
        if placed[story.id] is None or placed[story.id] not in old:
            own = line_of([story], events)
            lines.append(own)
            told[story.id] = own.id
    for id_, former in sorted(old.items()):
        coming = [key for key, value in placed.items() if value == id_]
        ids = sorted({*former.stories, *coming} - gone)
        if not ids:
            gone_lines.append(id_)
            continue
        members = near.outlines([key for key in ids if key not in fresh])
        members.update((key, fresh[key]) for key in ids if key in fresh)
        ordered = sorted(members.values(), key=lambda one: (str(one.from_ or "9999"), one.id))
        made = line_of(ordered, events) if len(ordered) == 1 else _regrown(former, ordered)
        lines.append(made)
        told.update(dict.fromkeys(coming, made.id))
        if made.id != id_:
            gone_lines.append(id_)
            others = near.records(Story, [one.id for one in ordered if one.id not in fresh])
            fresh.update(others)
            told.update(dict.fromkeys(others, made.id))
    kept = near.profiles([id_ for id_ in fresh if id_ not in profiles])
    profiles = {**profiles, **kept}
    return (
        [
            replace(story, storyline_id=told.get(id_, story.storyline_id))
            for id_, story in sorted(fresh.items())
        ],
        tuple(sorted(lines, key=lambda one: one.id)),
        {id_: replace(one, storyline_id=told.get(id_, one.storyline_id)) for id_, one in profiles.items()},
        tuple(gone_lines),
    )


def _regrown(former: Storyline, members: Sequence[Story]) -> Storyline:
    """The line of these stories under the title it had."""
    again = line_of([replace(members[0], title=former.title)], {})
    actors = Counter(actor for story in members for actor in story.actors)
    return replace(
        again,
        id=content_id("lin", min(story.id for story in members)),
        from_=min((story.from_ for story in members if story.from_), default=None),
        to=max((story.to for story in members if story.to), default=None),
        stories=tuple(story.id for story in members),
        actors=tuple(
            a
            for a, _ in sorted(actors.items(), key=lambda item: (-item[1], item[0]))[
                : len(former.actors) or 8
            ]
        ),
    )


def _closest(one: Profile, near: Near) -> str | None:
    hits = near.find(Room.LINES, storylines.keys(one), one.first, A_KEY)
    likely = near.profiles(sorted(hits, key=lambda id_: (-len(hits[id_]), id_))[: 2 * LINES])
    lines = sorted({other.storyline_id for other in likely.values() if other.storyline_id})[:LINES]
    stories = {line.id: line.stories for line in near.records(Storyline, lines).values()}
    profiles = near.profiles({id_ for ids in stories.values() for id_ in ids[-MEMBERS:]})
    everyone = {key for other in (one, *profiles.values()) for key, _ in (*other.actors, *other.issues)}
    counts = near.counts(Room.LINES, everyone)
    members = {id_: [profiles[key] for key in ids if key in profiles] for id_, ids in stories.items()}
    return storylines.closest(one, members, counts)
