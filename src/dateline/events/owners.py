"""A word for people nobody has named in, whose they are and how far the words that say so go out.

"Operatives at the Harbour Committee", "forces loyal to the general", "officials from the ministry and the weather office".
"""

from __future__ import annotations

from dateline.records import ActorRef
from dateline.syntax import Text, Token

_LOYAL = frozenset({"loyal", "faithful", "allied", "opposed", "hostile", "sympathetic"})
_ANYBODY = frozenset({"people", "person", "worker", "student", "man", "woman", "child"})
_FARTHEST = 9


def owner_after(text: Text, i: int, *, located: bool) -> int | None:
    """The head of what the people are of; `located`: their country is known, so only a body or person tells more."""
    leader = loyal_to(text, i)
    if leader is not None:
        return leader
    prep = text.tokens[min(i + 1, len(text.tokens) - 1)]
    noun = text.kid(prep.i, "pobj")
    if noun is None or noun.i - i > _FARTHEST or prep.lower not in ("of", "from", "for", "at"):
        return None
    if prep.lower == "for" or (prep.lower in ("of", "from") and not located):
        return noun.i
    own = prep.lower != "at" or text.tokens[i].lemma not in _ANYBODY
    return noun.i if noun.ent in ("ORG", "PERSON") and own else None


def loyal_to(text: Text, i: int) -> int | None:
    """Whom people are said to be loyal to, or against, right after the word for them."""
    if i + 3 >= len(text.tokens) or text.tokens[i].tag != "NNS":
        return None
    word, to = text.tokens[i + 1], text.tokens[i + 2]
    if word.lower not in _LOYAL or to.lower != "to":
        return None
    noun = text.kid(to.i, "pobj")
    return noun.i if noun is not None and noun.i - i <= _FARTHEST else None


def told_to(text: Text, noun: int) -> int:
    """Where the words end that say whose they are, a second body joined by "and" included."""
    end = _whole(text, noun)
    for mate in text.conjuncts(noun):
        joint = text.tokens[end].lower if end < len(text.tokens) else ""
        close = mate.i > noun and mate.i - end <= 6 and text.edges(mate.i)[0] <= end + 2
        if joint == "and" and close and mate.ent == text.tokens[noun].ent == "ORG":
            end = _whole(text, mate.i)
    return end


def _whole(text: Text, i: int) -> int:
    """The end of the name that holds the token, of the token where none does."""
    end = next((name.end for name in text.names if name.start <= i < name.end), i + 1)
    return next((k for k in range(i + 1, end) if text.tokens[k].text == "("), end)


def opens(text: Text, i: int) -> int:
    """Where the words before a noun begin: "White" of "his White House counsel"."""
    start = i
    while (near := _before(text, start, i)) is not None:
        start = near.i
    return start


def _before(text: Text, start: int, noun: int) -> Token | None:
    kids = [kid for at in {start, noun} for kid in text.kids(at, "amod", "compound", "nmod")]
    before = [kid for kid in kids if kid.i < start and noun - kid.i <= (4 if kid.dep == "compound" else 3)]
    return min(before, key=lambda kid: kid.i) if before else None


def listing(text: Text, head: int, prep: Token) -> bool:
    """Whether a preposition lists some of those the noun names: "officials, including X", "hosts like X", "outlets such as X"."""
    if prep.lower == "including":
        return True
    if text.tokens[head].tag != "NNS" or prep.i != head + (2 if text.tokens[head + 1].lower == "such" else 1):
        return False
    such = text.tokens[prep.i - 1].lower == "such"
    return prep.lower == "like" or (prep.lower == "as" and such)


def apposed_name(text: Text, i: int, found: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """A description nobody has named is whom the apposition after it names: "its ally Chad", "the envoy, X"."""
    if text.tokens[i].tag != "NN":
        return found
    if any(one.actor_id or one.kind not in ("person", "anonymous", "group", None) for one in found):
        return found
    if any(one.kind == "person" and one.name[:1].isupper() and " " in one.name for one in found):
        return found
    for kid in text.kids(i, "appos"):
        named = text.refer(kid.i)
        reference = text.reference_at(kid.i)
        if reference is not None and reference.kind == "name" and len(named) == 1:
            return named
    return found
