"""A noun phrase in, what its words are: a name in brackets, a ware called after its maker, how far a description goes,
a programme or law that is no actor."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.lists import listed
from dateline.records import ActorRef
from dateline.syntax import Text

VIRTUES = frozenset({"justice", "intelligence"})
PAPERS = frozenset({"act", "bill", "amendment", "agreement", "treaty", "accord", "protocol", "law", "deal"})


def bracketed(text: Text, i: int) -> bool:
    """Whether the name stands alone in brackets, as an agency does in a dateline: "(CNN) - The minister said"."""
    tokens = text.tokens
    return 0 < i < len(tokens) - 1 and tokens[i - 1].text == "(" and tokens[i + 1].text == ")"


def ware(text: Text, i: int) -> bool:
    """Whether a maker's name stands for one of its wares: "requested a secure BlackBerry"."""
    token = text.tokens[i]
    return (
        token.ent in ("ORG", "PRODUCT") and token.tag == "NNP" and text.kid(i, "relcl", "appos") is None
        and any(kid.lower in ("a", "an") for kid in text.kids(i, "det"))
        and i - text.edges(i)[0] <= 3
    )  # fmt: skip


def told_by_of(text: Text, i: int, heading: frozenset[str]) -> int:
    """The last token of a description that says little without its "of": "the head of an activist group"."""
    if text.tokens[i].tag != "NN" or text.tokens[i].lemma.lower() not in heading:
        return i
    of = text.kid(i, "prep")
    noun = text.kid(of.i, "pobj") if of is not None and of.lower == "of" and of.i == i + 1 else None
    return noun.i if noun is not None and noun.i - i <= 6 else i


def last_word(name: str) -> str:
    """The word of a description that says what somebody is, in small letters and without a plural's s."""
    return name.lower().rsplit(" ", 1)[-1].removesuffix("s")


def is_virtue(text: Text, i: int) -> bool:
    """Whether a word for somebody stands for a thing, with no article: "obstructed justice"."""
    token = text.tokens[i]
    return (
        token.tag == "NN"
        and token.lower in VIRTUES
        and text.kid(i, "det", "poss", "compound", "nummod") is None
    )


def is_media(one: ActorRef) -> bool:
    """Whether somebody is an outlet, or of the press as a whole."""
    return one.kind == "media" or one.sector == "media"


def is_matter(found: tuple[ActorRef, ...]) -> bool:
    """Whether a name is that of a programme or project, which nobody can promise anything: "Medicare"."""
    return all(
        one.kind in ("organisation", None) and one.name.lower().replace(" ", "_") in listed("matters")
        for one in found
    )


def is_paper(found: tuple[ActorRef, ...]) -> bool:
    """Whether a name taken for an organisation's is that of a law or agreement: "the Clean Rivers Act"."""
    return all(one.kind == "organisation" and one.name.lower().rsplit(" ", 1)[-1] in PAPERS for one in found)


def two_titles(text: Text, i: int, heads: Sequence[int]) -> bool:
    """Whether the word is the first of two titles of one person: "candidate and former minister Clara Duarte"."""
    token = text.tokens[i]
    if token.tag != "NN" or text.kid(i, "det", "poss", "nummod", "appos") is not None:
        return False
    known = text.refer(i)
    if any(one.actor_id or one.kind not in ("person", "anonymous", "group", None) for one in known):
        return False
    mates = [one for one in heads if one > i and text.tokens[one].dep == "conj"]
    return bool(mates) and all(any(one.kind == "person" for one in text.refer(mate)) for mate in mates)
