"""Who said what, about whom and on what: by speaker or by day, with cue, chain and the same words elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.chronicle.pages import Found, Pages
from dateline.records import Article, Quotation
from dateline.variants import Step, difference, variants
from dateline.web import words
from dateline.web.ask import Ask
from dateline.web.listing import asked_days, facets, turn
from dateline.web.screen import Answer, Page, Rows, Screen
from dateline.web.strips import strip

FACETS = ("speaker", "about", "issue", "kind", "cue_class", "outlet", "country")
FILTERS = (*FACETS, "name", "same_as")
GROUPS = ("speaker", "day")
NOBODY = "(nobody named)"


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation with the article it stands in and how many quotations anywhere share its words."""

    quotation: Quotation
    article: Article
    same: int


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations under one heading; `sub` are its smaller headings, "" where there is none."""

    heading: str
    actor_id: str
    role: str
    parts: tuple[tuple[str, tuple[Said, ...]], ...]


def found(ask: Ask) -> Found:
    """The quotations that the address asks for."""
    return ask.pages.find(
        "quotation", ask.filters(FILTERS), first=ask.day("from"), last=ask.day("to", end=True),
        newest=ask.choice("order", ("oldest", "newest")) == "newest",
    )  # fmt: skip


def show(ask: Ask) -> Answer:
    """One page of quotations."""
    quotations = found(ask)
    page = turn(ask, quotations)
    by = ask.choice("by", GROUPS)
    said = whole(ask.pages, page.records)
    offered = [*FACETS, *(name for name in ("name", "same_as") if name in quotations.filters)]
    return Page(
        "Quotations",
        {
            "turn": page,
            "groups": by_speaker(said) if by == "speaker" else by_day(said),
            "by": by,
            "variants": wordings(said) if len(ask.many("same_as")) == 1 else (),
            "facets": facets(ask, quotations, FACETS),
            "asked": facets(ask, quotations, offered),
            "bars": strip(ask, quotations.density()),
            "newest": quotations.newest,
            "asked_days": asked_days(ask),
            "kept": [
                (name, value)
                for name, value in ask.params
                if name not in ("from", "to", "page", "speaker", "about") and value
            ],
        },
    )


def whole(pages: Pages, quotations: Sequence[Quotation]) -> list[Said]:
    """Each with its article; a marked part is left out where the clause it stands in is on the same page."""
    shown = {quotation.id for quotation in quotations}
    kept = [quotation for quotation in quotations if quotation.part_of not in shown]
    articles = pages.by_ids("articles", [quotation.article_id for quotation in kept])
    sharing = pages.find("quotation").columns.columns["same_as"]
    return [
        Said(one, articles[one.article_id], sharing.count(one.same_as) if one.same_as else 1)
        for one in kept
        if one.article_id in articles
    ]


def by_speaker(said: Sequence[Said]) -> list[Group]:
    """By speaker, the one with most words on this page first, then by the issue that each speaks of most."""
    held: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        who = one.quotation.speaker
        held.setdefault((who.actor_id or "", who.name) if who else ("", NOBODY), []).append(one)
    groups = []
    for (actor_id, name), several in held.items():
        roles = [one.quotation.speaker.role for one in several if one.quotation.speaker]
        role = next((role for role in roles if role), "")
        groups.append(Group(name, actor_id, role, _by_issue(several)))
    return sorted(
        groups, key=lambda g: (g.heading == NOBODY, -sum(len(part) for _, part in g.parts), g.heading)
    )


def _by_issue(said: Sequence[Said]) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    spoken: dict[str, int] = {}
    for one in said:
        for issue in one.quotation.issues:
            spoken[issue] = spoken.get(issue, 0) + 1
    held: dict[str, list[Said]] = {}
    for one in said:
        issue = min(one.quotation.issues, key=lambda name: (-spoken[name], name), default="")
        held.setdefault(issue, []).append(one)
    ordered = sorted(held.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
    return tuple((issue, tuple(several)) for issue, several in ordered)


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of the same words: how it differs from the fullest (nothing for the fullest), and who has it."""

    words: str
    steps: tuple[Step, ...]
    said: tuple[Said, ...]


def wordings(said: Sequence[Said]) -> list[Wording]:
    """The fullest wording first, then every other one as it differs from that."""
    found = variants([words.one_line(one.quotation.content.text) for one in said])
    held: dict[str, list[Said]] = {text: [] for text, _ in found}
    for one in said:
        own = words.one_line(one.quotation.content.text)
        nearest = (
            own
            if own in held
            else next(t for t in held if not any(s.kind != "equal" for s in difference(t, own)))
        )
        held[nearest].append(one)
    return [Wording(text, steps, tuple(held[text])) for text, steps in found]


def by_day(said: Sequence[Said]) -> list[Group]:
    """In order of publication, under the day of the article."""
    return [
        Group(heading, "", "", (("", tuple(several)),))
        for heading, several in groupby(said, lambda one: words.days(one.article.published))
    ]


def rows(ask: Ask) -> Rows:
    """Every quotation that the address asks for."""
    return Rows(found(ask).all(), Quotation)


def examples(pages: Pages) -> Sequence[str]:
    """The whole, by day, one filtered by the first value of each facet, one that nothing meets."""
    quotations = pages.find("quotation")
    made = ["/quotations", "/quotations?by=day&order=newest&size=50", "/quotations?speaker=Nobody+At+All"]
    made += [f"/quotations?{name}={one.value}" for name in FACETS for one in quotations.facet(name, 1)]
    return made + [f"/quotations?same_as={one}" for one, _ in quotations.values("same_as")[:2]]


SCREEN = Screen(
    name="quotations",
    paths=("/quotations",),
    show=show,
    rows=rows,
    examples=examples,
    bar="Quotations",
    place=30,
)
