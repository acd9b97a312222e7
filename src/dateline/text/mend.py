"""A bare Text -> the same Text with titles hung on the names they stand before, where the parser split the two.

Before a name it does not know the parser likes to make "President" a noun of its own and the name its apposition, or
even an apposition of somebody named before: "A and President B met" then has A and a president meet. A title
directly before a name, with no comma between, belongs to it; a person is no apposition of a place. A given name taken
for a preposition, a subject taken for one more object of the verb before or for one more doer ("killed by police and
towns being robbed"), the second name of a list taken for what the first is called, a name taken
into the titled one it is joined to, are put right too. Offsets and token numbers stay; only heads and labels move.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.syntax import Text, Token
from dateline.text.joins import rejoined
from dateline.text.lexicon import Lexicon

_LOOSE = frozenset({"appos", "dep"})
_TITLES = frozenset({"title", "official"})
_BODIES = frozenset({"ORG", "NORP", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC"})
_PERSONAL = _TITLES | {"person"}


def mend(text: Text, lexicon: Lexicon) -> Text:
    """The text itself when nothing is to be moved."""
    moved: dict[int, Token] = {}
    for name in text.tokens:
        if _split(text, name):
            last = text.tokens[name.i + 1]
            dep = "nsubj" if last.i < name.head and not text.kids(name.head, "nsubj", "nsubjpass") else "dobj"
            moved[last.i] = last._replace(head=name.head, dep=dep)
            moved[name.i] = name._replace(head=last.i, dep="compound", tag="NNP", pos="PROPN")
            continue
        verb = _verb_after(text, name)
        if verb is not None:
            moved[name.i] = name._replace(head=verb.i, dep="nsubj")
            for child in text.kids(name.head, "cc"):
                if name.head < child.i < name.i:
                    moved[child.i] = child._replace(head=verb.head)
            continue
        if _swallowed(text, name):
            last = text.tokens[name.head]
            moved[name.i] = name._replace(head=last.head, dep=last.dep)
            moved[last.i] = last._replace(head=name.i, dep="conj")
            for word in text.kids(name.i, "conj"):
                moved[word.i] = word._replace(head=last.i, dep="compound")
            continue
        if _listed(text, name):
            moved[name.i] = name._replace(dep="conj")
            continue
        bearer = _bearer(text, name, lexicon)
        if bearer is not None:
            moved[name.i] = name._replace(head=bearer.i, dep="appos")
            continue
        clause = _acted_on(text, name)
        if clause is not None:
            verb, above, joint = clause
            moved[name.i] = name._replace(head=above.head, dep="conj")
            moved[joint.i] = joint._replace(head=above.head)
            moved[verb.i] = verb._replace(head=name.i)
            continue
        title = _title_of(text, name, lexicon)
        if title is None or title.i in moved or name.i in moved:
            continue
        if title.head == name.i or name.head not in (title.i, title.head):
            continue
        moved[name.i] = name._replace(head=title.head if title.head != title.i else name.i, dep=title.dep)
        moved[title.i] = title._replace(head=name.i, dep="compound")
        for child in text.kids(title.i):
            if child.i != name.i:
                moved[child.i] = moved.get(child.i, child)._replace(head=name.i)
    moved.update(rejoined(text, lexicon, moved))
    if not moved:
        return text
    tokens = tuple(moved.get(token.i, token) for token in text.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    sentences = tuple(
        sentence._replace(root=moved[sentence.root].head if sentence.root in moved else sentence.root)
        for sentence in text.sentences
    )
    return replace(
        text, tokens=tokens, children=tuple(map(tuple, below)), sentences=sentences, _edges=[], _heads={}
    )


def _split(text: Text, first: Token) -> bool:
    """Whether the parser took a given name for a preposition and the surname for its object: "accused Ann Lee of"."""
    at = first.i + 1
    if first.dep != "prep" or first.ent != "PERSON" or not first.text[0].isupper() or at == len(text.tokens):
        return False
    last = text.tokens[at]
    joined = last.head == first.i and last.dep == "pobj" and last.ent == "PERSON" and last.pos == "PROPN"
    return joined and text.kids(first.i) == [last]


def _verb_after(text: Text, noun: Token) -> Token | None:
    """The verb a second object is the subject of: "expelled two envoys and Chad has protested" joins no Chad to the envoys."""
    if (
        noun.dep != "conj"
        or noun.pos not in ("PROPN", "NOUN")
        or text.tokens[noun.head].dep not in ("dobj", "pobj")
    ):
        return None
    after = noun.i + 1
    while (
        after < len(text.tokens)
        and text.tokens[after].dep in ("aux", "auxpass", "neg")
        and text.tokens[after].head > after
    ):
        after += 1
    if after >= len(text.tokens) or text.kids(noun.i, "conj", "cc"):
        return None
    verb = text.tokens[after]
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(
        kid.tag in ("VBD", "VBZ", "VBP", "MD")
        for kid in text.kids(verb.i, "aux", "auxpass")
        if kid.i > noun.i
    )
    if verb.dep != "conj" or verb.pos not in ("VERB", "AUX") or not finite or verb.sent != noun.sent:
        return None
    if text.kids(verb.i, "nsubj", "nsubjpass") or verb.head > noun.head:
        return None
    return verb


def _bearer(text: Text, name: Token, lexicon: Lexicon) -> Token | None:
    """Whom a person's name after a comma describes, where the parser hung it on a place or body between: "our man in Lima, A"."""
    if name.dep not in ("appos", "conj") or name.ent != "PERSON":
        return None
    inner = text.tokens[name.head]
    if name.dep == "conj" and (
        text.kids(inner.i, "cc") or text.kids(name.i, "cc", "conj") or inner.ent != "ORG"
    ):
        return None  # "Ann, a photographer for the Courier, and Tom"
    prep = text.tokens[inner.head]
    if inner.dep != "pobj" or prep.dep != "prep":
        return None
    between, noun = lexicon.nouns.get(inner.lemma.lower()), text.tokens[prep.head]
    known = lexicon.nouns.get(noun.lemma)
    if inner.ent == "PERSON" or (between is not None and between.kind in _PERSONAL):
        return None
    low = text.edges(name.i)[0]
    personal = known is not None and known.kind in _PERSONAL and noun.tag == "NN" and noun.i < inner.i
    return noun if personal and text.tokens[low - 1].text == "," else None


def _swallowed(text: Text, name: Token) -> bool:
    """Whether a name joined to a titled one was taken into it: "between Mr. Roe and Norwegian President Eve Pell"."""
    last = text.tokens[name.head]
    if name.dep not in ("nmod", "compound") or not name.ent == last.ent == "PERSON" or last.i < name.i:
        return False
    if last.head == last.i or not any(kid.lower == "and" for kid in text.kids(name.i, "cc")):
        return False
    titles = text.kids(name.i, "conj")
    return len(titles) == 1 and name.i < titles[0].i < last.i and titles[0].ent != "PERSON"


def _listed(text: Text, name: Token) -> bool:
    """Whether a name taken for an apposition is the second of a list: "Ann Roe, Tom Lee and Eve Pell left"."""
    first = text.tokens[name.head]
    if name.dep != "appos" or not name.ent == first.ent == "PERSON" or first.i > name.i:
        return False
    if not name.tag == first.tag == "NNP" or text.kid(name.i, "appos", "relcl") is not None:
        return False
    comma = text.tokens[text.edges(name.i)[0] - 1]
    joint = any(kid.i > name.i and kid.lower == "and" for kid in text.kids(first.i, "cc"))
    later = [kid for kid in text.kids(first.i, "conj") if kid.i > name.i and kid.ent == "PERSON"]
    return comma.text == "," and joint and bool(later)


def _acted_on(text: Text, noun: Token) -> tuple[Token, Token, Token] | None:
    """The second of two things done: "A being killed by B and C being robbed" joins no C to B. Gives C's participle, what
    it goes with, and the word that joins them."""
    if noun.dep != "conj":
        return None
    agent = text.tokens[noun.head]
    by = text.tokens[agent.head]
    if agent.dep != "pobj" or by.dep != "agent":
        return None
    above = text.tokens[by.head]
    verb = next(
        (
            kid
            for kid in text.tokens[noun.i + 1 : noun.i + 4]
            if kid.tag in ("VBN", "VBG") and kid.dep == "acl"
        ),
        None,
    )
    joint = next((kid for kid in text.kids(agent.i, "cc") if kid.i < noun.i), None)
    if verb is None or joint is None or above.dep != "acl" or verb.head not in (noun.i, agent.i):
        return None
    being = [kid.lower for kid in text.kids(verb.i, "aux", "auxpass")]
    return (verb, above, joint) if "being" in being else None


def _title_of(text: Text, name: Token, lexicon: Lexicon) -> Token | None:
    """The title or noun directly before a loosely attached proper name: "President A", "the special counsel A", "the group B".

    Without a capital it is one where the parser made the name its apposition.
    """
    if name.dep not in _LOOSE or name.pos != "PROPN":
        return None
    first = name.i
    while first and text.tokens[first - 1].head == name.i and text.tokens[first - 1].dep == "compound":
        first -= 1
    if not first or text.tokens[first - 1].sent != name.sent:
        return None
    title = text.tokens[first - 1]
    noun = lexicon.nouns.get(title.lower)
    if noun is None:
        return None
    if title.text[0].isupper():
        return title if noun.kind in _TITLES else None
    beside = name.dep == "appos" and name.head == title.i and title.tag == "NN"
    personal = noun.kind in _PERSONAL and name.ent == "PERSON"
    own = noun.kind == "body" and name.ent in _BODIES and text.kid(title.i, "det") is not None
    return title if beside and (personal or own) else None
