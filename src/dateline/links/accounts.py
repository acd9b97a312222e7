"""The articles of one event -> the quantities on which they differ, each value with who gives it and in which words.

A quantity is compared where two articles surely speak of the same: in the sentences that report the event, in the
sentences after them that take it up again ("the talks lasted ..."), or in sentences that share `SHARED` telling words. An
article that gives both values contradicts nobody.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.groups import Groups
from dateline.links.facts import Fact
from dateline.links.families import kinds, kinds_of_root, root
from dateline.links.sentences import Sentence, bounds, counting, roots
from dateline.links.stated import lexicon
from dateline.records import Article, Claim, DateRange, Discrepancy, Mention, Passage, Span

_OPENING = re.compile(
    r"(?:The|Their|This|That|Its|His|Her|They|Both|He|She)(?: (?:two|pair|sides?|men|women|leaders|ministers|presidents|had|have))*"
    r"(?: [a-z][\w’'-]+){1,2}\b"
)
SHARED = 3
LOCAL = 60
"""Code points on either side of a quantity whose words say what it measures."""
TIMES = 4
"""Quantities further apart than this many times measure different things, unless both sentences report the event."""
AFTER = 3
"""Sentences after a report in which a noun for the act takes it up again."""
TOGETHER = dt.timedelta(days=7)
"""Later reports that count otherwise tell what has become of it since."""
VIOLENT = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Acts of which the sentences after the report count those who died, were hurt or were held."""
TALK = frozenset({"CONSULT", "AGREE", "COOPERATE"})
TALKING = ("meeting", "talk", "discussion", "conversation", "call", "session", "encounter")


@dataclass(frozen=True, slots=True)
class Told:
    """One quantity as one article gives it; `own` where the sentence reports the event itself, `close` right at the act."""

    article_id: str
    mention_id: str
    fact: Fact
    sentence: Sentence
    own: bool
    close: bool
    sides: frozenset[str]
    """The roots of the words that name the sides of the event: shared by all that is told of it."""

    @property
    def around(self) -> frozenset[str]:
        """The roots of the telling words near the quantity, its own left out."""
        text, fact = self.sentence.text, self.fact
        return roots(f"{text[max(0, fact.start - LOCAL) : fact.start]} {text[fact.end : fact.end + LOCAL]}")

    @property
    def passage(self) -> Passage:
        start, end = self.sentence.start + self.fact.start, self.sentence.start + self.fact.end
        return Passage(self.article_id, Span(start, end, self.sentence.text[self.fact.start : self.fact.end]))


def quantities(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> list[Discrepancy]:
    """One discrepancy a quantity, in order of field."""
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        own[mention.article_id].append(mention)
    if len(own) < 2:
        return []
    told = {key: list(_told(articles[key], group)) for key, group in sorted(own.items())}
    groups = Groups()
    by_key: dict[str, Told] = {}
    odd: list[str] = []
    for one, other in combinations(sorted(told), 2):
        pairs = [(a, b) for a in told[one] for b in told[other] if _aligned(a, b)]
        if not pairs:
            continue
        near = together(articles[one].published, articles[other].published)
        for a, b in _best(pairs):
            names = [f"{t.article_id} {t.passage.span.start}" for t in (a, b)]
            by_key.update(zip(names, (a, b), strict=True))
            groups.join(*names)
            if near and not _known(a, told[other]) and not _known(b, told[one]):
                odd += names
    return [
        found
        for group in groups.all()
        if set(group) & set(odd) and (found := _discrepancy([by_key[key] for key in sorted(group)]))
    ]


def together(one: DateRange, other: DateRange) -> bool:
    """Whether the articles can have appeared within days of each other."""
    after = one.earliest - other.latest if one.earliest and other.latest else dt.timedelta()
    before = other.earliest - one.latest if other.earliest and one.latest else dt.timedelta()
    return max(after, before) <= TOGETHER


def _told(article: Article, mentions: Sequence[Mention]) -> Iterator[Told]:
    """What the article counts or measures, in its words."""
    acts = frozenset(
        kind for m in mentions for word in m.trigger.text.lower().split() for kind in kinds(word)
    )
    if any(m.type in TALK for m in mentions):
        acts |= frozenset(kind for word in TALKING for kind in kinds(word))
    held = frozenset(word.lower() for m in mentions for word in m.evidence.text.split())
    places = bounds(article.text)
    sides = roots(
        " ".join(
            f"{ref.name} {ref.span.text if ref.span else ''}"
            for m in mentions
            for ref in (*m.source, *m.target)
        )
    )
    reach = {m.id: _reach(m, places) for m in mentions}
    year = {day.year for m in mentions for day in (m.when.earliest, m.when.latest) if day}
    for sentence in counting(article.text):
        mention = min(mentions, key=lambda m: (_apart(m, sentence), m.id))
        own = _apart(mention, sentence) == 0
        within = any(first <= sentence.start < last for first, last in reach.values())
        after = within and not sentence.names - held
        again = within and _takes_up(sentence, acts)
        again = again or (after and any(kinds_of_root(one) & acts for one in sentence.words))
        if not own and year and (years := sentence.years) and not years & year:
            continue
        for fact in sentence.facts:
            toll = after and mention.type in VIOLENT and fact.fate is not None
            if fact.kind != "duration" or own or again:
                close = own and _between(mention, sentence, fact) <= LOCAL
                told_of = own or again or toll
                yield Told(article.id, mention.id, fact, sentence, told_of, close or again or toll, sides)


def _takes_up(sentence: Sentence, acts: frozenset[int]) -> bool:
    """Whether the sentence opens with the act as something known: "Their meeting, which ...", "They talked for ..."."""
    opening = _OPENING.match(sentence.text)
    return opening is not None and any(kinds(word) & acts for word in opening.group().lower().split()[1:])


def _between(mention: Mention, sentence: Sentence, fact: Fact) -> int:
    """Code points between the quantity and the words that name the act."""
    start, end = sentence.start + fact.start, sentence.start + fact.end
    return max(0, start - mention.trigger.end, mention.trigger.start - end)


def _reach(mention: Mention, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From the end of the report to the end of the sentences after it that may take it up again."""
    after = [end for start, end in places if start >= mention.evidence.end][:AFTER]
    return mention.evidence.end, after[-1] if after else mention.evidence.end


def _apart(mention: Mention, sentence: Sentence) -> int:
    """Code points between the report and the sentence; 0 where they overlap."""
    return max(0, sentence.start - mention.evidence.end + 1, mention.evidence.start - sentence.end + 1)


def _aligned(one: Told, other: Told) -> bool:
    """Whether both give the same quantity, as far as words can tell."""
    if not one.fact.comparable(other.fact):
        return False
    if one.fact.kind == "duration":
        return True
    if not _of_one(one.fact, other.fact):
        return False
    if one.close and other.close:
        return True
    if not _alike(one.fact, other.fact) or one.fact.kind.startswith("sum in"):
        return False
    if one.fact.kind == "percent" and (_polled(one) or _polled(other)):
        return False
    if len(one.sentence.words & other.sentence.words) < SHARED:
        return False
    if not one.fact.fate and not _counted_alike(one.fact, other.fact):
        return False
    context = _context(one, other)
    return len(context) >= SHARED and bool(one.around & other.around & context)


def _counted_alike(one: Fact, other: Fact) -> bool:
    """Whether the words before the noun are shared, or neither has any ("six diplomats", "eight diplomats")."""
    left, right = (roots(" ".join(fact.words.split()[1:-1])) for fact in (one, other))
    return bool(left & right) or not (left or right)


def _polled(told: Told) -> bool:
    return bool(roots(" ".join(lexicon()["polls"]["words"])) & told.sentence.words)


def _known(told: Told, others: Sequence[Told]) -> bool:
    """Whether the other article gives this value somewhere as well, or one that leaves room for it."""
    return any(told.fact.comparable(o.fact) and not told.fact.contradicts(o.fact) for o in others)


def _alike(one: Fact, other: Fact) -> bool:
    """Whether the sizes are such that one can be a wrong or rival figure for the other."""
    least, most = sorted((one.least or one.most, other.least or other.most))
    return most <= TIMES * least


def _context(one: Told, other: Told) -> frozenset[str]:
    counted = {root(word) for fact in (one.fact, other.fact) for word in fact.words.lower().split()[-1:]}
    return (one.sentence.words & other.sentence.words) - counted - one.sides - other.sides


def _of_one(one: Fact, other: Fact) -> bool:
    """Whether the names among the words counted do not tell them apart ("Velenian", "Tessarian trawlers")."""
    left, right = (
        {root(word.lower()) for word in fact.words.split()[1:] if word[0].isupper()} for fact in (one, other)
    )
    return not left or not right or bool(left & right)


def _best(pairs: Sequence[tuple[Told, Told]]) -> Iterator[tuple[Told, Told]]:
    """Of the pairs, those whose sentences have the most in common for both."""
    values = [(one.own and other.own, len(_context(one, other))) for one, other in pairs]
    top: dict[int, tuple[bool, int]] = {}
    for pair, value in zip(pairs, values, strict=True):
        for told in pair:
            top[id(told)] = max(top.get(id(told), (False, 0)), value)
    for (one, other), value in zip(pairs, values, strict=True):
        if value == top[id(one)] == top[id(other)]:
            yield one, other


def _discrepancy(told: Sequence[Told]) -> Discrepancy | None:
    """Accounts that agree share a claim, in the words of the sharpest; None where all agree after all."""
    claims: list[list[Told]] = []
    for one in sorted(told, key=lambda t: (t.fact.most - t.fact.least, t.fact.words.lower(), t.article_id)):
        agreeing = (c for c in claims if not any(one.fact.contradicts(member.fact) for member in c))
        if (known := next(agreeing, None)) is not None:
            known.append(one)
        else:
            claims.append([one])
    if len(claims) < 2:
        return None
    values = tuple(
        Claim(
            re.sub('[“”"]', "", group[0].fact.words),
            tuple(sorted({t.mention_id for t in group})),
            tuple(sorted({t.passage for t in group}, key=lambda p: (p.article_id, p.span.start))),
        )
        for group in sorted(claims, key=lambda group: group[0].fact.words.lower())
    )
    return Discrepancy(_field(told), values)


def _field(told: Sequence[Told]) -> str:
    kinds_ = Counter(t.fact.kind for t in told)
    kind = max(sorted(kinds_), key=kinds_.__getitem__)
    fate = next((t.fact.fate for t in told if t.fact.fate), None)
    if kind.startswith("number of ") and fate:
        return f"{kind} {fate}"
    return kind
