"""Quotations of the same words, and events -> where outlets give the words differently, as a discrepancy of the event.

Trimming is no difference: only words put in the place of others between words that agree count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from dateline.links.discrepancies import discrepancy
from dateline.records import Discrepancy, Mention, Quotation, Span
from dateline.wording import normal

FIELD = "wording"
LONGEST = 4
"""Words exchanged at one place; more is another sentence."""
AGREEING = 3
"""Words that must agree on either side together."""
MOST = 12
"""Quotations of one group that are compared."""


def wordings(
    mentions: Sequence[Mention], shared: Mapping[str, Sequence[Quotation]]
) -> tuple[Discrepancy, ...]:
    """One discrepancy a group of quotations that stand in the event's evidence and differ in their words.

    shared: article id -> its quotations that share words with another article's.
    """
    groups: dict[str, dict[str, tuple[Quotation, list[Mention]]]] = defaultdict(dict)
    for mention in mentions:
        for quotation in shared.get(mention.article_id, ()):
            if (
                quotation.content.start < mention.evidence.end
                and quotation.content.end > mention.evidence.start
            ):
                entry = groups[quotation.same_as or ""].setdefault(quotation.id, (quotation, []))
                entry[1].append(mention)
    found = []
    for _, members in sorted(groups.items()):
        told = [members[key] for key in sorted(members)][:MOST]
        values: dict[str, list[tuple[Mention, Span]]] = defaultdict(list)
        for (one, own), (other, others) in combinations(told, 2):
            if one.article_id != other.article_id and exchanged(one.content.text, other.content.text):
                values[one.content.text] += [(mention, one.content) for mention in own]
                values[other.content.text] += [(mention, other.content) for mention in others]
        if values:
            found.append(discrepancy(FIELD, values))
    return tuple(found)


def exchanged(one: str, other: str) -> list[tuple[str, str]]:
    """Words of one quotation that stand for others of the other, between words that agree."""
    left, right = normal(one), normal(other)
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found = []
    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        tag, a, b, c, d = step
        if tag != "replace" or before[0] != "equal" or after[0] != "equal":
            continue
        agreeing = (before[2] - before[1]) + (after[2] - after[1])
        if (
            max(b - a, d - c) <= LONGEST
            and agreeing >= AGREEING
            and "".join(left[a:b]) != "".join(right[c:d])
        ):
            found.append((" ".join(left[a:b]), " ".join(right[c:d])))
    return found


def shared_quotations(quotations: Iterable[Quotation]) -> dict[str, list[Quotation]]:
    """Article id -> its quotations that share words with another article's."""
    found: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        if quotation.same_as:
            found[quotation.article_id].append(quotation)
    return found
