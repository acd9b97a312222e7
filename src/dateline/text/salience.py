"""A pronoun that grammar alone does not settle -> the candidate that stands clearly above all others, else nothing.

Salience after Lappin and Leass (1994): grammatical role and distance in sentences weigh each mention, the
mentions of one entity add up. Things that are no actors compete too, for "it" and "they" often mean them.
"""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.reading import Meant, Mention, Reading

FEMININE_MASCULINE = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
BODIES = frozenset({"organisation", "government_body", "armed_group", "media"})
_WEIGHT = {
    "subj": 120.0, "agent": 100.0, "obj": 90.0, "poss": 75.0, "attr": 60.0, "pobj": 70.0,
    "root": 90.0, "mod": 15.0, "other": 60.0,
}  # fmt: skip
_PARALLEL, _NEAREST_SUBJECT, _SUBJECT, _SPOKE, _LAST = 30.0, 70.0, 30.0, 40.0, 20.0
_ARRESTS = 120.0
_WINDOW = 3
_CLEAR = 1.2
_ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "nobody", "each"})
_RECEIVES = frozenset({"receive", "get"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"})


def agrees(reading: Reading, token: Token, entities: tuple[int, ...]) -> bool:
    """Whether pronoun and entities agree in number, gender and kind."""
    drafts = [reading.book[n] for n in entities]
    word = token.lower
    plural = len(drafts) > 1 or any(d.plural for d in drafts)
    if word in FEMININE_MASCULINE:
        return not plural and drafts[0].person and drafts[0].gender in (None, FEMININE_MASCULINE[word])
    if word in PLURAL:
        return plural or drafts[0].kind in BODIES
    return not plural and (drafts[0].kind in BODIES or drafts[0].kind == "state")


def antecedent(reading: Reading, token: Token) -> Meant | None:
    """The most salient candidate of the sentences before, if it is clear of the next."""
    gender = FEMININE_MASCULINE.get(token.lower)
    barred = _barred(reading, token)
    commanding = _commanding(reading, token)
    verb = reading.tokens[token.head]
    arrests = token.lower == "they" and token.dep == "nsubj" and verb.lemma in reading.lexicon.verbs["police"]
    scores: dict[tuple[int, ...], float] = {}
    many: dict[tuple[int, ...], bool] = {}
    said: dict[tuple[int, ...], list[Mention]] = {}
    for mention in reading.back(token.i, _WINDOW if gender else 2):
        if not _reachable(reading, token, mention) or barred & set(mention.entities):
            continue
        if not (mention.plural and token.lower in PLURAL) and not agrees(reading, token, mention.entities):
            continue
        if not _likely(reading, token, mention):
            continue
        weight = _weight(reading, token, mention, commanding.get(mention.head, 0.0))
        weight += 0.0 if scores else _LAST
        weight += _ARRESTS if arrests and mention.plural and _polices(reading, mention) else 0.0
        said.setdefault(mention.entities, []).append(mention)
        many[mention.entities] = many.get(mention.entities, False) or mention.plural
        scores[mention.entities] = scores.get(mention.entities, 0.0) + weight
    if not scores:
        return None
    if token.lower in PLURAL and any(many.values()):
        scores = {key: value for key, value in scores.items() if many[key]}
    if gender:
        sure = {key for key in scores if reading.book[key[0]].gender == gender}
        if sure:
            over = _nearest(token, said, commanding)
            scores = {key: value * (1.0 if key in sure | over else 0.25) for key, value in scores.items()}
    best, *rest = sorted(scores, key=lambda key: -scores[key])
    floor = _CLEAR * scores[rest[0]] if rest else 0.0
    if not gender:
        floor = max(floor, _things(reading, token, commanding))
    if scores[best] < floor:
        return None
    if gender and reading.book[best[0]].gender is None and not rest:
        reading.book[best[0]].gender = gender
    return Meant(token.i, token.i + 1, best, "salience", "pronoun")


def _nearest(
    token: Token, said: dict[tuple[int, ...], list[Mention]], commanding: dict[int, float]
) -> set[tuple[int, ...]]:
    """Whoever is the subject of the clause over a pronoun that is a subject: "one teacher complained that she .."."""
    if token.dep not in ("nsubj", "nsubjpass"):
        return set()
    return {
        key
        for key, mentions in said.items()
        if any(commanding.get(mention.head) == _NEAREST_SUBJECT for mention in mentions)
    }


def _polices(reading: Reading, mention: Mention) -> bool:
    """Whether those mentioned are police, soldiers or other servants of a state."""
    return all(reading.book[n].sector in ("police", "military", "government") for n in mention.entities)


def _reachable(reading: Reading, token: Token, mention: Mention) -> bool:
    """Words outside quotation marks see those outside; words inside see their own and names around them."""
    quote = reading.phrases.quote[token.i]
    if not quote:
        return not mention.quote
    if mention.quote == quote:
        return True
    credit = mention.role == "root"  # "X, Harbour Post", below a quotation
    return mention.kind == "name" and not mention.quote and not credit and token.lower in FEMININE_MASCULINE


def _likely(reading: Reading, token: Token, mention: Mention) -> bool:
    """Modifiers are no antecedents of "it" and "they"; one body is "they" only as a subject close by."""
    if token.lower in FEMININE_MASCULINE:
        return True
    if mention.role == "mod":
        return False
    if token.lower in PLURAL and not mention.plural:
        return mention.role == "subj" and token.sent - mention.sent <= 1 and token.dep != "dobj"
    if token.lower == "it" and token.dep not in ("nsubj", "nsubjpass"):
        return token.dep == "dobj" and mention.sent == token.sent and mention.role == "obj"
    return token.sent - mention.sent <= 1 or mention.role == "subj"


def _weight(reading: Reading, token: Token, mention: Mention, commands: float) -> float:
    weight = _WEIGHT.get(mention.role, 60.0)
    role = reading.phrases.role(token.i)
    if mention.role == role == "subj":
        weight += _PARALLEL
        verbs = reading.tokens[token.head], reading.tokens[reading.tokens[mention.head].head]
        if all(reading.lexicon.speech(verb.lemma) for verb in verbs):
            weight += _SPOKE
    weight += commands
    if mention.entities and reading.book[mention.entities[0]].kind == "media" and token.lower in NEUTER:
        weight *= 0.5
    if token.lower in PLURAL and mention.entities and not mention.plural:
        weight *= 0.5
    return weight * 0.5 ** (token.sent - mention.sent)


def _commanding(reading: Reading, token: Token) -> dict[int, float]:
    """Subjects of the clauses above the pronoun, and what stands beside them: head -> what they gain, the nearest most."""
    found: dict[int, float] = {}
    gain = _NEAREST_SUBJECT
    for above in reading.text.ancestors(token.i):
        if above.pos in ("VERB", "AUX"):
            subject = reading.text.kid(above.i, "nsubj", "nsubjpass")
            if subject is not None and subject.i < token.i:
                for joined in reading.text.conjuncts(subject.i):
                    for head in (joined, *reading.text.kids(joined.i, "appos")):
                        found.setdefault(head.i, gain)
                gain = _SUBJECT
        elif above.dep == "conj" and above.head < token.i and token.dep == "poss":
            found.setdefault(above.head, _NEAREST_SUBJECT)
    return found


def _barred(reading: Reading, token: Token) -> set[int]:
    """Entities that grammar forbids: fellow arguments of the pronoun's clause, what it owns, who speaks the quotation."""
    phrases, found = reading.phrases, set[int]()
    near: list[int] = []
    if token.dep == "poss":
        near.append(token.head)
    else:
        subject = phrases.subject(phrases.clause(token.i))
        if subject is not None and subject.i != token.i and not _by_letter(reading, phrases.clause(token.i)):
            near.append(subject.i)
        near.extend(t.i for t in reading.text.conjuncts(phrases.first_conjunct(token.i)) if t.i != token.i)
    if phrases.quote[token.i] and token.lower in FEMININE_MASCULINE:
        found |= set(reading.speakers(phrases.quote[token.i]))
    for i in near:
        meant = reading.at(i)
        if meant is not None:
            found |= set(meant.entities)
    return found


def _by_letter(reading: Reading, verb: int) -> bool:
    """ "Received an email last week asking him": what is received does so, not who receives it."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head]
    if token.tag != "VBG" or token.dep != "advcl" or above.lemma not in _RECEIVES:
        return False
    got = reading.text.kid(above.i, "dobj")
    return got is not None and got.i < verb and reading.tokens[verb - 1].text != ","


def quantified(reading: Reading, token: Token) -> bool:
    """ "Anyone", "each candidate": what singular "they" stands for."""
    if token.lower in _ANYONE:
        return True
    return token.tag == "NN" and reading.determiner(token.i) in ("each", "every", "any", "no")


def _things(reading: Reading, token: Token, commanding: dict[int, float]) -> float:
    """The highest salience among nouns of the right number that name no actor."""
    wanted = "NNS" if token.lower in PLURAL else "NN"
    sentences = reading.text.sentences
    first = sentences[max(0, token.sent - 1)].start
    quote = bool(reading.phrases.quote[token.i])
    scores: dict[str, float] = {}
    for other in reading.tokens[first : token.i]:
        if bool(reading.phrases.quote[other.i]) != quote or other.i == token.head:
            continue
        anyone = token.lower in PLURAL and quantified(reading, other)
        if not anyone and (other.tag != wanted or other.dep not in _NOMINAL or other.i in reading.meant):
            continue
        if other.ent in ("DATE", "TIME"):
            continue
        mention = Mention(other.i, other.sent, 0, reading.phrases.role(other.i), "nominal", (), False)
        weight = _weight(reading, token, mention, commanding.get(other.i, 0.0))
        scores[other.lemma] = scores.get(other.lemma, 0.0) + weight
    return max(scores.values(), default=0.0)
