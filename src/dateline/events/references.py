"""A pronoun or description with whom it was taken for in, whether the grammar around it speaks against that out.

Principles of binding (Chomsky 1981) and the nearest subject: who is doubted is nobody, for a wrong actor is worse.
"""

from __future__ import annotations

from dateline.syntax import Reference, Text

# pronouns that more often mean a matter than an actor
PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they", "us", "them", "who", "one"})

_ADDRESSED = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Judge", "Senator", "Gen."})

SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def doubted(text: Text, i: int, reference: Reference) -> bool:
    """Whether grammar speaks against who a pronoun or description was taken for."""
    token = text.tokens[i]
    if reference.kind == "pronoun" and token.dep == "nsubj":
        low, high = text.edges(token.head)
        later = [
            one for one in text.references if i < one.head < high and one.kind == "name" and low <= one.head
        ]
        if any(
            set(one.entities) & set(reference.entities) and not _beside(text, one.head, token.head)
            for one in later
        ):
            return True
        if any(
            _acted_on(text, one, i) for one in text.references if set(one.entities) & set(reference.entities)
        ):
            return True
        if _set_against(text, i, reference):
            return True
    if reference.rule == "title in the article" and token.dep == "nsubj" and _named_below(text, i, reference):
        return True
    whose = token.dep == "poss" and token.lower in ("his", "her")
    if reference.rule == "salience" and (
        whose or (token.lower in ("he", "she") and token.dep in ("nsubj", "nsubjpass"))
    ):
        if _other_sex(text, i, i, reference):
            return True
        last = _last_subject(text, i)
        if last is None and not whose:
            last = _last_subject(text, i, of_either_sex=True)
        if last is None or not set(last.entities) & set(reference.entities):
            return last is not None or _another_since(text, i, reference)
        if not whose and _under_another(text, last, i):
            return True
        described = last.kind == "pronoun" or last.rule == "title in the article"
        return described and last.head < i and doubted(text, last.head, last)
    if (
        reference.rule == "salience"
        and token.lower in ("him", "her")
        and token.dep in ("dobj", "pobj", "dative")
    ):
        near = _last_other(text, i)
        return near is not None and not set(near.entities) & set(reference.entities)
    if reference.rule == "two together":
        return _other_pair(text, i, reference)
    if reference.rule.startswith("the same") and len(reference.entities) == 1:
        meant = text.entities[reference.entities[0]]
        other = any(
            kid.tag.startswith("NNP") and kid.text not in meant.name
            for kid in text.kids(i, "compound", "poss")
        )
        return other or (token.tag == "NN" and meant.plural)
    return False


def again(text: Text, i: int) -> bool:
    """Whether a singular was taken for many told of before, whom it may well name: "asked the team to wait"."""
    reference = text.reference_at(i)
    return reference is not None and reference.rule in ("the same group", "the same body")


def subject_above(text: Text, i: int, reference: Reference) -> bool:
    """Whether the pronoun means the subject of a clause over its own: "X said that he ..", the surest of readings."""
    for above in text.ancestors(i):
        for kid in text.kids(above.i, "nsubj", "nsubjpass"):
            found = text.reference_at(kid.i)
            if kid.i < i and found is not None and set(found.entities) & set(reference.entities):
                return True
    return False


def _acted_on(text: Text, one: Reference, i: int) -> bool:
    """Whether a name before the pronoun is what the pronoun's own act is done to: "After firing X, he .."."""
    if one.kind != "name" or one.head >= i or text.tokens[one.head].sent != text.tokens[i].sent:
        return False
    noun, verb = text.tokens[one.head], text.tokens[text.tokens[one.head].head]
    return (
        noun.dep == "dobj"
        and verb.tag == "VBG"
        and any(above.i == text.tokens[i].head for above in text.ancestors(verb.i))
    )


def _named_below(text: Text, i: int, reference: Reference) -> bool:
    """Whether who "the president" was taken for is named in what he does: "sent more than Roe's staff did"."""
    verb = text.tokens[i].head
    _, high = text.edges(verb)
    return any(
        one.kind == "name" and i < one.head < high and set(one.entities) & set(reference.entities)
        and text.tokens[one.head].dep != "appos" and not _beside(text, one.head, verb)
        for one in text.references
    )  # fmt: skip


def _set_against(text: Text, i: int, reference: Reference) -> bool:
    """Whether who was meant is named as the subject of the clause joined: "as he sent two and X sent three"."""
    for joined in text.kids(text.tokens[i].head, "conj"):
        subject = text.kid(joined.i, "nsubj", "nsubjpass")
        other = text.reference_at(subject.i) if subject is not None else None
        if other is not None and other.kind == "name" and set(other.entities) & set(reference.entities):
            return True
    return False


def _another_since(text: Text, i: int, reference: Reference) -> bool:
    """Whether the sentence before and this one name another person, but not who was meant."""
    first = text.sentences[max(0, text.tokens[i].sent - 1)].start
    here = text.sentence_of(i).start
    told = [
        one for one in text.references
        if first <= one.head < i and not (one.kind == "pronoun" and one.head >= here)
    ]  # fmt: skip
    if any(set(one.entities) & set(reference.entities) for one in told):
        return False
    return any(
        one.kind == "name" and len(one.entities) == 1 and text.entities[one.entities[0]].kind == "person"
        and text.tokens[one.head].dep in ("dobj", "pobj", "appos", "attr")
        and not _other_sex(text, i, one.head, one)
        for one in told
    )  # fmt: skip


def _other_pair(text: Text, i: int, reference: Reference) -> bool:
    """Whether "the two men" are not the last two persons named."""
    members = {m for n in reference.entities for m in (text.entities[n].members or (n,))}
    first = text.sentences[max(0, text.tokens[i].sent - 2)].start
    if not all(text.entities[m].kind == "person" for m in members):
        told = {n for one in text.references if first <= one.head < i for n in one.entities}
        return not members <= told
    last: list[int] = []
    for one in sorted(text.references, key=lambda r: -r.head):
        if first <= one.head < i and one.kind == "name" and len(one.entities) == 1:
            n = one.entities[0]
            if text.entities[n].kind == "person" and n not in last:
                last.append(n)
    return set(last[:2]) != members


def _last_other(text: Text, i: int) -> Reference | None:
    """The nearest person named or meant before an object, its own subject left out, in its sentence or the one before."""
    first = text.sentences[max(0, text.tokens[i].sent - 1)].start
    verb = text.tokens[i].head
    own = text.kid(verb, "nsubj", "nsubjpass") or text.kid(text.tokens[verb].head, "nsubj", "nsubjpass")
    mine = text.reference_at(own.i) if own is not None else None
    barred = set(mine.entities) if mine is not None else set[int]()
    for at in range(i - 1, first - 1, -1):
        found = text.reference_at(at)
        if found is None or set(found.entities) & barred or len(found.entities) != 1:
            continue
        if text.entities[found.entities[0]].kind == "person":
            return found
    return None


def _last_subject(text: Text, i: int, *, of_either_sex: bool = False) -> Reference | None:
    """The nearest person that is a subject before the word and can be meant by it, in its sentence or the one before."""
    first = text.sentences[max(0, text.tokens[i].sent - 1)].start
    for token in reversed(text.tokens[first:i]):
        if token.dep not in ("nsubj", "nsubjpass") or token.lower in PRONOUNS - {"he", "she", "who"}:
            continue
        found = text.reference_at(token.i)
        if not of_either_sex and _other_sex(text, i, token.i, found):
            continue
        addressed = any(kid.text in _ADDRESSED for kid in text.kids(token.i, "compound"))
        if found is None and (token.ent == "PERSON" or (token.tag == "NNP" and addressed)):
            return Reference(token.i, token.i + 1, token.i, "name", (), "unknown name")
        if found is not None and all(
            text.entities[n].kind in ("person", "anonymous") for n in found.entities
        ):
            return found
    return None


def _other_sex(text: Text, i: int, other: int, found: Reference | None) -> bool:
    """Whether a person cannot be meant by "his" or "her", by the pronouns the article has for him or her."""
    own = SEX.get(text.tokens[i].lower)
    told = SEX.get(text.tokens[other].lower) if other != i else None
    if own is None or told is not None or found is None or len(found.entities) != 1:
        return own is not None and told is not None and told != own
    words = {
        SEX.get(text.tokens[one.head].lower) for one in text.references
        if one.kind == "pronoun" and one.entities == found.entities and one.head != i
    } - {None}  # fmt: skip
    return bool(words) and own not in words


def _under_another(text: Text, last: Reference, i: int) -> bool:
    """Whether a sentence before tells of two persons, the one meant only in what the other said or knew."""
    token = text.tokens[last.head]
    if token.sent == text.tokens[i].sent or text.tokens[token.head].dep not in ("ccomp", "relcl"):
        return False
    for above in text.ancestors(token.head):
        for kid in text.kids(above.i, "nsubj", "nsubjpass"):
            other = text.reference_at(kid.i)
            if other is not None and not set(other.entities) & set(last.entities):
                return all(text.entities[n].kind == "person" for n in other.entities)
    return False


def _beside(text: Text, i: int, verb: int) -> bool:
    """Whether a word stands in a clause only joined to that of the verb, or in words spoken aside."""
    for above in (text.tokens[i], *text.ancestors(i)):
        if above.i == verb:
            return False
        if above.dep in ("conj", "parataxis", "ccomp") and above.pos in ("VERB", "AUX"):
            return True
    return False
