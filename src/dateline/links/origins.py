"""The reports of one event -> on whose word each rests, how many separate origins that leaves, and who cites in a circle.

Counted as a careful desk officer would: a copy of a text is its original; articles of one outlet are one; reports that
rest on the same outlet, agency, official or statement alone are one; articles that give the same words of one unnamed
source are one, since what they know comes from one briefing, whoever else saw that it took place. An article that tells
the event in its own voice as well adds to what it repeats, and stays an origin of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.groups import Groups
from dateline.links.circles import rings
from dateline.links.credits import agency, credited, plain, table
from dateline.records import Account, ActorRef, Article, Mention, Origin

Row = tuple[str, str, str]
Kind = Literal["outlet", "agency", "official", "statement", "text"]
Role = Literal["origin", "repeats", "adds"]
Named = tuple[str, Kind]


@dataclass(frozen=True, slots=True)
class Basis:
    """What an article quotes that shows whom it rests on.

    via: (code point, outlet) of quotations taken over; words: (`same_as` id, code point, who says it, his country) of
    unnamed sources' words that other articles give too.
    """

    via: tuple[tuple[int, str], ...] = ()
    words: tuple[tuple[str, int, str, str | None], ...] = ()


NOTHING = Basis()
FEW = 400
"""Code points of a text too short to be called a copy,"""
SURELY = 0.8
"""unless so much of it stands in the other."""


@dataclass(frozen=True, slots=True)
class Origins:
    """`count` separate origins, the `tree` of who rests on each, and the `circular` citations, as rings of outlets.

    rows: (article id, "origin" | "repeats" | "adds to" | "circular", whom), by article.
    """

    count: int
    rows: tuple[Row, ...]
    tree: tuple[Origin, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()


class _Basis:
    """What one article of the event rests on: its row, how it stands, why, and the keys of the groups it is in.

    tellers: the keys of the outlets whose articles tell the event; who is named like one of them is it.
    """

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        basis: Basis,
        lands: frozenset[str],
        tellers: frozenset[str],
    ) -> None:
        self.article, self.mentions = article, mentions
        self.outlet, self.copy, self.credit = _outlet(article), copy_of(article), credited(article)
        teller = frozenset(plain(article.teller).split())
        self.cited = dict(_cited(mentions, basis, tellers, teller))
        self.cited.pop(self.outlet, None)
        self.rests_on = [
            (_key(refs[-1], tellers), refs[-1]) for m in mentions if (refs := _sources(m, teller))
        ]
        first = min(mention.evidence.start for mention in mentions)
        self.words = {
            f"words {key}": name
            for key, start, name, country in basis.words
            if first <= start and (country is None or not lands or country in lands)
        }
        self.second_hand = len(self.rests_on) == len(mentions) and any(
            key != self.outlet for key, _ in self.rests_on
        )


def origins(
    mentions: Sequence[Mention], articles: Mapping[str, Article], bases: Mapping[str, Basis]
) -> Origins:
    """The tree behind an event. Two articles that give the same words of one unnamed source rest on one briefing.

    An unnamed source vouches for what the article tells before his words, unless his country has no part in it.
    """
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.article_id].append(mention)
    lands = frozenset(ref.country for m in mentions for ref in (*m.source, *m.target) if ref.country)
    tellers = frozenset(_outlet(articles[key]) for key in own)
    known = [_Basis(articles[key], own[key], bases.get(key, NOTHING), lands, tellers) for key in sorted(own)]
    groups = Groups()
    named: dict[str, Named] = {}
    rows: list[Row] = []
    for one in known:
        rows += _row(one, groups, named, own, articles)
    cites = {one.outlet: set(one.cited) for one in reversed(known)}
    for one in known:
        cites[one.outlet] |= set(one.cited)
    found = rings(cites)
    ringed = {key for ring in found for key in ring}
    for one in known:
        if one.outlet in ringed:
            whom = sorted(key.removeprefix("outlet ") for key in cites[one.outlet] if key != one.outlet)
            rows.append((one.article.id, "circular", ", ".join(whom)))
    tree = tuple(_origin(group, groups, named) for group in _grouped(known, groups))
    circular = tuple(
        tuple(named.get(key, (key.removeprefix("outlet "), "outlet"))[0] for key in ring) for ring in found
    )
    return Origins(len(tree), tuple(rows), _adding(tree, known, groups), circular)


def _row(
    one: _Basis,
    groups: Groups,
    named: dict[str, Named],
    own: Mapping[str, object],
    articles: Mapping[str, Article],
) -> Iterator[Row]:
    """Join the article with what it rests on, and say so in rows."""
    article = one.article
    groups.join(article.id, one.outlet)
    named[one.outlet] = article.teller, _outlet_kind(article.teller)
    for key, name in one.words.items():
        groups.join(article.id, key)
        named[key] = name, "official"
    if one.copy:
        copied = one.copy if one.copy in own else f"text {one.copy}"
        groups.join(article.id, copied)
        original = articles.get(one.copy)
        named[f"text {one.copy}"] = (original.teller if original else "a text not in this event"), "text"
        yield article.id, "repeats", one.copy
    elif one.credit:
        key = f"outlet {plain(one.credit)}"
        groups.join(article.id, key)
        named.setdefault(key, (one.credit, "agency"))
        yield article.id, "repeats", one.credit
    elif one.second_hand:
        for key, ref in one.rests_on:
            groups.join(article.id, key)
            named.setdefault(key, (ref.name, _kind(ref)))
        yield from ((article.id, "repeats", name) for name in one.cited.values())
    elif one.cited:
        yield from ((article.id, "adds to", name) for name in one.cited.values())
    else:
        yield article.id, "origin", article.teller


def _grouped(known: Sequence[_Basis], groups: Groups) -> list[list[_Basis]]:
    """The articles of each origin, in order of publication."""
    found: dict[str, list[_Basis]] = defaultdict(list)
    for one in known:
        found[groups.find(one.article.id)].append(one)
    for group in found.values():
        group.sort(key=lambda one: (str(one.article.published.earliest or "9999"), one.article.id))
    return [found[key] for key in sorted(found)]


def _origin(group: Sequence[_Basis], groups: Groups, named: Mapping[str, Named]) -> Origin:
    """Who or what the articles of one group rest on: shared words, the outlet that tells it itself, else the source cited."""
    shared = Counter(key for one in group for key in one.words)
    told = [one for one in group if not one.second_hand and not one.copy and not one.credit]
    if told and (words := sorted(key for key, count in shared.items() if count > 1)):
        name, kind = named[words[0]]
    elif told:
        name, kind = named[told[0].outlet]
    elif credits := sorted(f"outlet {plain(one.credit)}" for one in group if one.credit):
        name, kind = named[credits[0]]
    elif cited := Counter(key for one in group if not one.copy for key in one.cited):
        here = {one.outlet for one in group}
        first = max(sorted(cited), key=lambda key: (key not in here, cited[key]))
        name, kind = named.get(first, ("unnamed source", "official"))
    else:
        name, kind = named[f"text {group[0].copy}"]
    return Origin(name, kind, tuple(_account(one, name, kind, told) for one in group))


def _account(one: _Basis, name: str, kind: Kind, told: Sequence[_Basis]) -> Account:
    """How an article stands to its origin, and why in words."""
    article = one.article
    if one.copy:
        return Account(article.id, "repeats", f"{article.copied_share:.0%} of its text is a copy")
    if one.credit:
        return Account(article.id, "repeats", f"prints a story of {one.credit}")
    if one.second_hand:
        return Account(article.id, "repeats", f"tells it only on the word of {_listed(one)}")
    voice = f"tells it in its own voice{f', and cites {_listed(one)}' if one.cited else ''}"
    if kind == "official" and one.words:
        other: Role = "repeats" if one.cited and one is not told[0] else "adds"
        return Account(article.id, other, f"gives words of {name} that others give too; {voice}")
    if one is told[0]:
        return Account(article.id, "origin", voice)
    return Account(article.id, "adds", f"{voice}; the same outlet told it before")


def _adding(tree: Sequence[Origin], known: Sequence[_Basis], groups: Groups) -> tuple[Origin, ...]:
    """The tree with those who add to an origin that is not their own under it as well."""
    at = {account.article_id: number for number, origin in enumerate(tree) for account in origin.articles}
    more: dict[int, list[Account]] = defaultdict(list)
    for one in known:
        if one.second_hand or one.copy or one.credit:
            continue
        for other in known:
            number = at[other.article.id]
            if (
                other.outlet in one.cited
                and number != at[one.article.id]
                and not any(a.article_id == one.article.id for a in more[number])
            ):
                more[number].append(
                    Account(
                        one.article.id,
                        "adds",
                        f"cites {other.article.teller} beside what it tells itself",
                    )
                )
    return tuple(Origin(o.name, o.kind, (*o.articles, *more[number])) for number, o in enumerate(tree))


def _listed(one: _Basis) -> str:
    return ", ".join(dict.fromkeys(one.cited.values()))


def _cited(
    mentions: Sequence[Mention], basis: Basis, tellers: frozenset[str], teller: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Key and name of everybody on whose word the reports of one article rest."""
    for mention in mentions:
        for ref in _sources(mention, teller)[-1:]:
            yield _key(ref, tellers), ref.name
        for start, outlet in basis.via:
            if mention.evidence.start <= start < mention.evidence.end:
                yield f"outlet {plain(outlet)}", outlet


def _sources(mention: Mention, teller: frozenset[str] = frozenset()) -> tuple[ActorRef, ...]:
    """Who says that it happened; an outlet's own reporters are its own voice."""
    return tuple(ref for ref in mention.reported_by if not _own(ref.name.casefold().split(), teller))


def _own(words: Sequence[str], teller: frozenset[str]) -> bool:
    """Whether those are the outlet's own people: "reporter", "our correspondent in Lenn", "a Herald reporter" in the Herald."""
    staff = table()["staff"]
    if " ".join(words) in staff or not words:
        return True
    own = words[0] in ("our", "this") or bool(teller & set(words))
    return own and any(word in staff for word in words)


def copy_of(article: Article) -> str | None:
    """The id of the article whose text it copies. Two texts of a few lines may have half their words in common by chance."""
    if len(article.text) < FEW and 0.0 < article.copied_share < SURELY:
        return None
    return article.copy_of


def _kind(ref: ActorRef) -> Kind:
    words = ref.name.casefold().split()
    by_name = ref.actor_id is None and ref.kind != "person" and any(w in table()["papers"] for w in words)
    if ref.kind == "media" or by_name or words[-2:] == ["news", "agency"]:
        return _outlet_kind(ref.name)
    if ref.kind in table()["institutions"] or any(
        word in ref.name.casefold() for word in table()["documents"]
    ):
        return "statement"
    return "official"


def _outlet_kind(name: str) -> Kind:
    return "agency" if agency(name) else "outlet"


def _outlet(article: Article) -> str:
    return f"outlet {plain(article.teller)}"


def _key(actor: ActorRef, tellers: frozenset[str] = frozenset()) -> str:
    outlet = f"outlet {plain(actor.name)}"
    if actor.kind == "media" or outlet in tellers:
        return outlet
    names = actor.name.casefold().split()
    if actor.kind == "person" and not actor.anonymous and len(names) > 1:
        return f"source {names[0]} {names[-1]}"
    return f"source {actor.actor_id or actor.name.casefold()}"
