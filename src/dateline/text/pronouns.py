"""Pronouns -> their antecedents by agreement, binding and salience; nothing where two are equally good.

Salience after Lappin and Leass (1994): grammatical role and distance in sentences weigh each mention, the
mentions of one entity add up, and a candidate must stand clearly above the next one.
"""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.reading import Meant, Mention, Reading

_PERSONAL = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_NEUTER = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_WEIGHT = {
    "subj": 80.0,
    "agent": 60.0,
    "obj": 50.0,
    "poss": 40.0,
    "appos": 40.0,
    "attr": 35.0,
    "pobj": 35.0,
    "root": 50.0,
    "mod": 10.0,
    "other": 30.0,
}
_WINDOW = 3
_CLEAR = 1.25


def pronoun(reading: Reading, token: Token) -> Meant | None:
    """Who a pronoun stands for, or None."""
    word = token.lower
    if word in _RELATIVE and token.tag in ("WP", "WDT", "WP$"):
        return _relative(reading, token)
    if word not in _PERSONAL and word not in _NEUTER and word not in _PLURAL:
        return None
    if word.endswith(("self", "selves")):
        return _reflexive(reading, token)
    if word in _NEUTER and _expletive(reading, token):
        return None
    return _cataphora(reading, token) or _antecedent(reading, token)


def _relative(reading: Reading, token: Token) -> Meant | None:
    clause = token.i
    for above in reading.text.ancestors(token.i):
        if above.dep == "relcl":
            clause = above.head
            break
    else:
        return None
    if clause >= token.i:
        return None
    meant = reading.at(clause)
    if meant is None:
        return None
    drafts = [reading.book[n] for n in meant.entities]
    if token.lower in ("who", "whom") and all(d.kind in ("state",) for d in drafts):
        return None
    return Meant(token.i, token.i + 1, meant.entities, "relative pronoun", "pronoun")


def _reflexive(reading: Reading, token: Token) -> Meant | None:
    subject = reading.phrases.subject(reading.phrases.clause(token.i))
    meant = reading.at(subject.i) if subject is not None and subject.i < token.i else None
    if meant is None:
        return None
    return Meant(token.i, token.i + 1, meant.entities, "reflexive", "pronoun")


def _expletive(reading: Reading, token: Token) -> bool:
    """ "It is clear that ..", "it seems": the pronoun stands for nothing."""
    if token.dep == "expl":
        return True
    if token.lower != "it" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = reading.tokens[token.head]
    clause = reading.text.kid(verb.i, "ccomp", "xcomp", "advcl", "csubj")
    if verb.lemma == "be":
        return reading.text.kid(verb.i, "acomp", "attr") is not None
    if verb.lemma in reading.lexicon.verbs["expletive"]:
        return True
    return token.dep == "nsubjpass" and clause is not None


def _cataphora(reading: Reading, token: Token) -> Meant | None:
    """In a preposed clause or phrase the pronoun looks ahead to the subject: "In his speech, X said"."""
    text, tokens = reading.text, reading.tokens
    at = token.i
    for above in text.ancestors(token.i):
        if above.pos in ("VERB", "AUX") and tokens[at].dep in ("prep", "advcl") and at < above.i:
            subject = text.kid(above.i, "nsubj", "nsubjpass")
            if subject is not None and token.i < subject.i and at < subject.i:
                meant = reading.named.get(subject.i)
                if (
                    meant
                    and _agrees(reading, token, meant.entities)
                    and reading.phrases.quote[token.i] == reading.phrases.quote[subject.i]
                ):
                    return Meant(
                        token.i, token.i + 1, meant.entities, "looks ahead to the subject", "pronoun"
                    )
                return None
        at = above.i
    return None


def _agrees(reading: Reading, token: Token, entities: tuple[int, ...]) -> bool:
    drafts = [reading.book[n] for n in entities]
    word = token.lower
    plural = len(drafts) > 1 or any(d.plural or d.members for d in drafts)
    if word in _PERSONAL:
        return not plural and drafts[0].person and drafts[0].gender in (None, _PERSONAL[word])
    if word in _PLURAL:
        return plural or drafts[0].kind in ("organisation", "government_body", "armed_group", "media")
    return not plural and drafts[0].kind in (
        "state",
        "organisation",
        "government_body",
        "armed_group",
        "media",
        None,
    )


def _barred(reading: Reading, token: Token) -> set[int]:
    """Entities that grammar forbids: fellow arguments of the clause the pronoun is an argument of."""
    phrases = reading.phrases
    if token.dep == "poss":
        owned = reading.at(token.head)
        return set(owned.entities) if owned else set()
    verb = phrases.clause(token.i)
    found: set[int] = set()
    subject = phrases.subject(verb)
    if subject is not None and subject.i != token.i:
        meant = reading.at(subject.i)
        if meant:
            found |= set(meant.entities)
    for conjunct in reading.text.conjuncts(phrases.first_conjunct(token.i)):
        meant = reading.at(conjunct.i) if conjunct.i != token.i else None
        if meant:
            found |= set(meant.entities)
    return found


def _antecedent(reading: Reading, token: Token) -> Meant | None:
    quote = reading.phrases.quote[token.i]
    barred = _barred(reading, token)
    role = reading.phrases.role(token.i)
    scores: dict[tuple[int, ...], float] = {}
    sure: dict[tuple[int, ...], bool] = {}
    gender = _PERSONAL.get(token.lower)
    for mention in reading.back(token.i, _WINDOW):
        if (quote == 0) != (mention.quote == 0) and not (quote and mention.kind == "name"):
            continue
        if barred & set(mention.entities) or not _agrees(reading, token, mention.entities):
            continue
        weight = _salience(reading, token, mention, role)
        scores[mention.entities] = scores.get(mention.entities, 0.0) + weight
        if gender:
            sure[mention.entities] = reading.book[mention.entities[0]].gender == gender
    if not scores:
        return None
    if gender and any(sure.values()):
        scores = {k: v * (1.0 if sure[k] else 0.6) for k, v in scores.items()}
    best, *rest = sorted(scores, key=lambda k: -scores[k])
    if rest and scores[best] < _CLEAR * scores[rest[0]]:
        return None
    if not gender and not _willed(reading, token):
        return None
    if gender and reading.book[best[0]].gender is None:
        reading.book[best[0]].gender = gender
    return Meant(token.i, token.i + 1, best, "salience", "pronoun")


def _salience(reading: Reading, token: Token, mention: Mention, role: str) -> float:
    distance = token.sent - mention.sent
    weight = _WEIGHT.get(mention.role, 30.0) + 40.0
    if mention.role == role and role == "subj":
        weight += 30.0
    return weight * 0.5**distance


def _willed(reading: Reading, token: Token) -> bool:
    """Whether a plural or neuter pronoun stands where somebody acts: subject of saying or willing, or an owner."""
    verb = reading.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass"):
        return (
            token.lower != "it"
            or reading.lexicon.speech(verb.lemma)
            or verb.lemma in reading.lexicon.verbs["will"]
            or verb.lemma != "be"
        )
    return True
