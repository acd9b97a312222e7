"""Quotations of the same words, and events -> where outlets give the words differently, as a discrepancy of the event.

Trimming is no difference: only words put in the place of others between words that agree count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from dateline.groups import Groups
from dateline.links.discrepancies import discrepancy
from dateline.links.stated import lexicon
from dateline.records import Discrepancy, Mention, Quotation, Span
from dateline.wording import normal

FIELD = "wording"
LONGEST = 4
"""Words exchanged at one place; more is another sentence."""
AGREEING = 3
"""Words that must agree on either side together."""
MOST = 24
"""Quotations of one event that are compared."""
SOON = 400
"""Code points after the report of an act in which a side of it speaks of it."""
SAME = 5
"""Words in common, in order, by which two quotations of one speaker can be one saying,"""
LIKE = 0.6
"""and what share of the longer they make at least."""


def wordings(
    mentions: Sequence[Mention], shared: Mapping[str, Sequence[Quotation]]
) -> tuple[Discrepancy, ...]:
    """One discrepancy a group of quotations that stand in the event's evidence and differ in their words.

    shared: article id -> its quotations that may be another article's in other words.
    """
    told: dict[str, tuple[Quotation, list[Mention]]] = {}
    for mention in mentions:
        for quotation in shared.get(mention.article_id, ()):
            if _beside(quotation, mention):
                told.setdefault(quotation.id, (quotation, []))[1].append(mention)
    groups = Groups()
    for left, right in combinations(sorted(told)[:MOST], 2):
        one, other = told[left][0], told[right][0]
        if one.article_id == other.article_id or not _one_saying(one, other):
            continue
        if exchanged(one.content.text, other.content.text):
            groups.join(left, right)
    found = []
    for group in groups.all():
        values: dict[str, list[tuple[Mention, Span]]] = defaultdict(list)
        for key in sorted(group):
            quotation, own = told[key]
            values[quotation.content.text] += [(mention, quotation.content) for mention in own]
        if len(values) > 1:
            found.append(discrepancy(FIELD, values))
    return tuple(found)


def _beside(quotation: Quotation, mention: Mention) -> bool:
    """Whether the words stand in the sentence that reports the event, or soon after it from the mouth of one of its sides."""
    start, end = quotation.content.start, quotation.content.end
    if start < mention.evidence.end and end > mention.evidence.start:
        return True
    who = quotation.speaker
    if who is None or who.actor_id is None or not 0 <= start - mention.evidence.end <= SOON:
        return False
    return any(ref.actor_id == who.actor_id for ref in (*mention.source, *mention.target))


def _one_saying(one: Quotation, other: Quotation) -> bool:
    """Whether both surely give what was said once: found to share words, or said by one known speaker in almost the same words."""
    if one.same_as is not None and one.same_as == other.same_as:
        return True
    left, right = one.speaker, other.speaker
    if left is None or right is None or left.actor_id is None or left.actor_id != right.actor_id:
        return False
    words, others = normal(one.content.text), normal(other.content.text)
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return same >= SAME and same >= LIKE * max(len(words), len(others))


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
            and _spelled(left[a:b]) != _spelled(right[c:d])
        ):
            found.append((" ".join(left[a:b]), " ".join(right[c:d])))
    return found


def _spelled(words: Sequence[str]) -> str:
    """The words run together, numbers in figures."""
    numbers = lexicon()["numbers"]
    return "".join(str(numbers[word]) if numbers.get(word, 0) > 1 else word for word in words)


def shared_quotations(quotations: Iterable[Quotation]) -> dict[str, list[Quotation]]:
    """Article id -> its marked quotations that share words with another article's, or whose speaker is known."""
    found: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        known = quotation.speaker is not None and quotation.speaker.actor_id is not None
        if quotation.same_as or (known and quotation.kind != "indirect"):
            found[quotation.article_id].append(quotation)
    return found
