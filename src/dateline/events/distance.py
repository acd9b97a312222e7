"""A trigger with its roles in, how hard the sentence made it to read them out: names of `grammar` doubts in doubts.tsv.

A parser errs most over long stretches: what stands far from the verb, deep in clauses or in a very long sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.triggers import Hit
from dateline.records import ActorRef
from dateline.syntax import Text

FAR_SOURCE, FAR_TARGET, LONG, DEEP = 8, 12, 50, 3
"""Tokens between an actor and the trigger, tokens of a sentence, words above the trigger in the parse."""
QUOTES = frozenset({'"', "“", "”"})
GERUNDS = frozenset({"advcl", "pcomp", "acl", "conj", "xcomp", "ccomp"})


def hard(text: Text, hit: Hit, source: Sequence[ActorRef], target: Sequence[ActorRef]) -> Iterator[str]:
    """What about the sentence makes a misreading likely."""
    token, sentence = text.tokens[hit.i], text.sentence_of(hit.i)
    if sentence.end - sentence.start >= LONG:
        yield "long sentence"
    gerund = token.tag == "VBG" and token.dep in GERUNDS
    shared = gerund or token.dep == "conj"  # the subject of a verb before it: far by nature, and read well
    if not shared and _far(text, hit.i, source, FAR_SOURCE):
        yield "far source"
    if _far(text, hit.i, target, FAR_TARGET):
        yield "far target"
    above = [one.dep for one in text.ancestors(hit.i)]
    if len(above) >= DEEP:
        yield "deep"
    if gerund:
        yield "gerund"
    words = text.tokens[sentence.start : sentence.end]
    if any(one.text in QUOTES for one in words):
        yield "quotation"
    if any(one.text == ":" for one in words):
        yield "colon"
    if any(one.dep == "neg" for one in words):
        yield "negation"
    if token.dep == "conj":
        yield "conjoined"
    if "ccomp" in (token.dep, *above):
        yield "told"
    if token.tag == "VB":
        yield "infinitive"


def _far(text: Text, i: int, side: Sequence[ActorRef], most: int) -> bool:
    spans = [one.span for one in side[:1] if one.span is not None]
    at = [text.token_at(span.end - 1) for span in spans]
    return any(one is not None and abs(one - i) >= most for one in at)
