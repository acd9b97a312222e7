"""A bare Text -> the tokens to be moved where the parser joined names wrongly, by number, with head and label put right.

"The senators' letter" with nothing but an apostrophe, lists of people each taken for an apposition of the one before,
names in the place of an object taken for a subject, a title that goes with several, the place and agency that open a
report ("Lindholt (AP) Ann Roe said"), one of two things whose owner alone is told ("Roe and Lee's plan").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from dateline.syntax import Text, Token
from dateline.text.lexicon import Lexicon

_APOSTROPHES = frozenset({"’", "'"})
_OPENING = frozenset({"‘", "'", "’", "`"})
_BEFORE_A_NOUN = frozenset({"amod", "compound", "nummod", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PERSONAL = frozenset({"title", "official", "person"})
_LISTING = frozenset({"including", "like", "as"})

Moved = dict[int, Token]


def rejoined(text: Text, lexicon: Lexicon, taken: Collection[int]) -> Moved:
    """Every token that moves; none is moved by two rules, none of those `taken`."""
    moved: Moved = {}
    for token in text.tokens:
        if token.pos not in ("PROPN", "NOUN"):
            continue
        for rule in _RULES.get(token.dep, ()):
            found = rule(text, token, lexicon)
            if found and not any(i in moved or i in taken for i in found):
                moved.update(found)
                break
    return moved


def _owning(text: Text, name: Token, lexicon: Lexicon) -> Moved:
    """ "The mayor met Harris' former aide": a name in s before an apostrophe owns the noun after it."""
    at = name.i + 2
    if name.pos != "PROPN" or not name.text.endswith("s") or at >= len(text.tokens):
        return {}
    mark, first = text.tokens[name.i + 1], text.tokens[at]
    if mark.text not in _APOSTROPHES or mark.start != name.end or first.sent != name.sent:
        return {}
    if first.start == mark.end or first.pos not in _NOMINAL or _quoted(text, name.i + 1):
        return {}
    noun = first
    while noun.dep in _BEFORE_A_NOUN and noun.head > noun.i and not _title(noun, lexicon):
        noun = text.tokens[noun.head]
    whole = noun
    while whole.dep in ("nmod", "compound") and whole.head > whole.i:
        whole = text.tokens[whole.head]
    named = noun.pos == "PROPN" or noun.ent or any(text.tokens[k].ent for k in range(at, noun.i))
    if noun.pos != "NOUN" or noun.i - at > 3 or noun.sent != name.sent or (name.dep == "nmod" and named):
        return {}
    moves = {name.i: name._replace(head=noun.i, dep="poss"), mark.i: mark._replace(head=name.i, dep="case")}
    beside = name.dep == "conj" and whole.head == text.tokens[name.head].head
    under = any(above.i == whole.i for above in text.ancestors(name.i))
    if name.dep != "nmod" and name.head != name.i and (beside or not under):
        moves[whole.i] = whole._replace(head=name.head, dep=name.dep)
        for kid in text.kids(name.i, "conj", "cc"):
            if kid.i > whole.i:
                moves[kid.i] = kid._replace(head=whole.i)
    return moves


def _title(noun: Token, lexicon: Lexicon) -> bool:
    known = lexicon.nouns.get(noun.lemma.lower())
    return noun.tag == "NN" and known is not None and known.kind in _PERSONAL


def _quoted(text: Text, mark: int) -> bool:
    """Whether an apostrophe closes words that one like it opened."""
    for token in text.tokens[text.sentence_of(mark).start : mark]:
        after = text.tokens[token.i + 1]
        if token.text in _OPENING and after.start == token.end and after.i < mark:
            glued = token.i and text.tokens[token.i - 1].end == token.start
            if not glued:
                return True
    return False


def _chained(text: Text, name: Token, lexicon: Lexicon) -> Moved:
    """ "Roe of Ohio, Lee of Iowa and Pell called": people in a list, each taken for an apposition of the one before."""
    first = text.tokens[name.head]
    if not name.ent == first.ent == "PERSON" or first.i > name.i or name.text == first.text:
        return {}
    if text.tokens[text.edges(name.i)[0] - 1].text != "," or text.kid(name.i, "relcl") is not None:
        return {}
    at, joined = name, False
    while not joined:
        joined = any(kid.lower == "and" and kid.i > at.i for kid in text.kids(at.i, "cc")) and any(
            kid.ent == "PERSON" and kid.i > at.i for kid in text.kids(at.i, "conj")
        )
        below = [kid for kid in text.kids(at.i, "appos", "conj") if kid.i > at.i and kid.ent == "PERSON"]
        if not below:
            break
        at = below[0]
    return {name.i: name._replace(dep="conj")} if joined else {}


def _opening(text: Text, place: Token, lexicon: Lexicon) -> Moved:
    """ "Lindholt (AP) Ann Roe said": who is taken for an apposition of the place stands in the place's stead."""
    tokens = text.tokens
    if place.ent not in ("GPE", "LOC") or place.i + 3 >= len(tokens) or tokens[place.i + 1].text != "(":
        return {}
    start = text.sentence_of(place.i).start
    if any(token.ent != place.ent and token.text != "," for token in tokens[start : place.i]):
        return {}
    close = next((t for t in tokens[place.i + 2 : place.i + 5] if t.text == ")"), None)
    if close is None or tokens[place.i + 2].ent != "ORG":
        return {}
    said = next((kid for kid in text.kids(place.i, "appos") if kid.i > close.i), None)
    if said is None:
        return {}
    moves = {
        place.i: place._replace(head=said.i, dep="dep"),
        said.i: said._replace(head=place.head, dep=place.dep),
    }
    return moves if place.head != place.i else {}


def _with_several(text: Text, name: Token, lexicon: Lexicon) -> Moved:
    """ "Met President Roe and congressional leaders": a name taken into the group beside it."""
    noun = text.tokens[name.head]
    if name.ent != "PERSON" or noun.i < name.i or noun.tag != "NNS" or noun.ent:
        return {}
    joint, mates = text.kids(name.i, "cc"), text.kids(name.i, "conj")
    if len(joint) != 1 or joint[0].lower != "and" or joint[0].i != name.i + 1 or len(mates) != 1:
        return {}
    mate = mates[0]
    between = text.tokens[name.i + 2 : noun.i]
    if mate.ent == "PERSON" or not name.i < mate.i < noun.i or any(t.ent == "PERSON" for t in between):
        return {}
    known = lexicon.nouns.get(noun.lemma.lower())
    if known is None or known.kind not in (*_PERSONAL, "group") or mate.pos != "ADJ":
        return {}
    low = text.edges(name.i)[0]
    if any(kid.i < low and kid.dep in ("det", "poss") for kid in text.kids(noun.i)):
        return {}
    moves = {
        name.i: name._replace(head=noun.head if noun.head != noun.i else name.i, dep=noun.dep),
        noun.i: noun._replace(head=name.i, dep="conj"),
        mate.i: mate._replace(head=noun.i, dep="amod"),
    }
    for kid in text.kids(noun.i):
        if kid.i < name.i:
            moves[kid.i] = kid._replace(head=name.i, dep="compound" if kid.dep == "nmod" else kid.dep)
    return moves


def _called(text: Text, name: Token, lexicon: Lexicon) -> Moved:
    """ "The envoy asked Roe aides Ann Lee and Eve Pell to help": names after the noun that says what they are."""
    low = text.edges(name.i)[0]
    noun = text.tokens[low - 1] if low else name
    if name.ent != "PERSON" or name.head > low or noun.tag != "NNS" or noun.dep != "dobj":
        return {}
    known = lexicon.nouns.get(noun.lemma.lower())
    if noun.head != name.head or known is None or known.kind not in _PERSONAL or noun.sent != name.sent:
        return {}
    several = any(kid.ent == "PERSON" for kid in text.kids(name.i, "conj"))
    subject = text.kid(name.head, "nsubj", "nsubjpass")
    if not several or subject is None or subject.i == name.i:
        return {}
    return {name.i: name._replace(head=noun.i, dep="appos")}


def _beside_the_list(text: Text, noun: Token, lexicon: Lexicon) -> Moved:
    """ "Accused leaders, including Ann Roe, and envoys": what comes after a comma and "and" is joined to the leaders."""
    named = text.tokens[noun.head]
    prep = text.tokens[named.head]
    group = text.tokens[prep.head]
    low = text.edges(noun.i)[0]
    if named.dep != "pobj" or prep.dep != "prep" or prep.lower not in _LISTING or group.tag != "NNS":
        return {}
    if noun.tag != "NNS" or noun.ent or not named.ent or noun.head > noun.i or low < 2:
        return {}
    joint = text.tokens[low - 1]
    alone = len(text.kids(named.i, "conj")) == 1 and text.tokens[low - 2].text == ","
    if joint.lower != "and" or not alone:
        return {}
    moves = {noun.i: noun._replace(head=group.i)}
    if joint.head == named.i:
        moves[joint.i] = joint._replace(head=group.i)
    return moves


def _both_owning(text: Text, noun: Token, lexicon: Lexicon) -> Moved:
    """ "Condemned Roe and Lee's plan": a thing joined to a person is what both own."""
    first = text.tokens[noun.head]
    owner = text.kid(noun.i, "poss")
    if owner is None or not first.ent == owner.ent == "PERSON" or noun.ent or first.i > noun.i:
        return {}
    if first.dep not in ("dobj", "pobj") or first.i + 2 != text.edges(owner.i)[0]:
        return {}
    known = lexicon.nouns.get(noun.lemma.lower())
    joint = text.tokens[first.i + 1]
    if (
        known is not None
        or noun.pos != "NOUN"
        or joint.lower != "and"
        or len(text.kids(first.i, "conj")) != 1
    ):
        return {}
    return {
        first.i: first._replace(head=noun.i, dep="poss"),
        noun.i: noun._replace(head=first.head, dep=first.dep),
        owner.i: owner._replace(head=first.i, dep="conj"),
    }


Rule = Callable[[Text, Token, Lexicon], Moved]
_RULES: Mapping[str, tuple[Rule, ...]] = {
    "nsubj": (_opening, _called, _owning),
    "nsubjpass": (_opening, _owning),
    "npadvmod": (_opening,),
    "nmod": (_with_several, _owning),
    "appos": (_chained,),
    "conj": (_beside_the_list, _both_owning, _owning),
    "dobj": (_owning,),
    "pobj": (_owning,),
}
