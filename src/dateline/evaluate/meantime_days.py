"""A parsed article and words given as acts -> the day of each, with the rule that found it.

The product dates an act by what the parse hangs on it and leaves the rest open; gold that gives every act of a news
article one day also wants the guess a reader makes: what news tells happened on the day the lead is
about. The rule says which of the two it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from dateline.events.codebook import Entry
from dateline.events.dates import Anchored, own_date
from dateline.events.patterns import Bound
from dateline.events.triggers import Hit
from dateline.records import DateRange
from dateline.syntax import Text, Token

LEAD = 4
"""Sentences in which the lead's day is looked for."""
RECENT = dt.timedelta(days=7)
CARRIED = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "prep", "compound", "attr", "xcomp", "conj", "acl", "advcl", "pcomp"})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP"})
AHEAD = frozenset({"will", "would", "shall", "may", "might", "could", "should", "can", "must", "to"})

Dated = tuple[DateRange, str]


def days(text: Text, heads: Mapping[int, Token], found: Anchored, entry: Entry) -> dict[int, Dated]:
    """Days by number of the act; what nothing dates is left out. `heads`: number -> the word that names it.

    `entry`: any of the codebook, since dating a trigger asks for one; it makes no difference.
    """
    triggers = {head.i for head in heads.values()}
    own = {n: at for n, head in heads.items() if (at := _own(text, head, triggers, found, entry)) is not None}
    lead = _lead(text, heads, own)
    told: dict[int, Dated] = dict(own)
    for n, head in heads.items():
        if n not in told and lead is not None and _narrated(text, head):
            told[n] = (lead, "told-as-news")
    return told


def _own(text: Text, head: Token, triggers: set[int], found: Anchored, entry: Entry) -> Dated | None:
    carriers = (
        []
        if head.pos in ("VERB", "AUX")
        else [up.i for up in text.ancestors(head.i) if up.i not in triggers][:2]
    )
    hit = Hit(head.i, entry, Bound(None, ()), "given")
    return own_date(text, hit, carriers, triggers, found)


def _lead(text: Text, heads: Mapping[int, Token], own: Mapping[int, Dated]) -> DateRange | None:
    """The one recent day that an act of the first sentences is given, else the article's own."""
    published = text.published.latest
    for n in sorted(own, key=lambda n: heads[n].i):
        when = own[n][0]
        if when.days != 1 or when.earliest is None or published is None or heads[n].sent >= LEAD:
            continue
        if dt.timedelta(0) <= published - when.earliest <= RECENT:
            return when
    return text.published if text.published.days == 1 else None


def _narrated(text: Text, head: Token) -> bool:
    """Whether a finite verb that does not look ahead, or a headline, carries the act."""
    token, steps = head, 0
    while steps < 4:
        if token.pos in ("VERB", "AUX"):
            helpers = text.kids(token.i, "aux", "auxpass")
            if any(kid.lower in AHEAD or kid.lemma.lower() in AHEAD for kid in helpers):
                return False
            if token.tag in FINITE or any(kid.tag in FINITE for kid in helpers):
                return True
        if token.head == token.i or token.dep not in CARRIED:
            return token.sent == 0
        token, steps = text.tokens[token.head], steps + 1
    return False


def as_written(when: DateRange) -> str | None:
    """`2008-03-06`, `2008-03` for a whole month, `2008` for a year; None for anything else."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1 and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    return None


def heads_in(tokens: Sequence[Sequence[Token]]) -> dict[int, Token]:
    """The naming word of each act that has words in the parse."""
    from dateline.links.bare import head_of

    return {n: head_of(own) for n, own in enumerate(tokens) if own}
