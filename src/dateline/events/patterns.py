"""One line of the codebook in, a pattern out; a pattern and a word of an article in, what it bound out.

    meet                       the verb or noun itself (`a|b` for alternatives)
    call +off obj={meeting}    a particle, and an object from a class of the codebook's own
    cut aid=... to=*           a preposition with anything after it
    fire obj=!weapon           an object that is none of these; `obj=-`: no object at all

Fields: obj, subj, iobj, comp (verb of the clause it takes), adj, attr, mod (adjective, compound or demonym on the
noun), objmod (the same on the object), inf, that, modal (the clause it takes: with "to", finite, its modal), self (a
clause with "will" and a pronoun), plain (an object after which nothing is said of it), oprd (what the object is
called); any other name is a preposition on the word or on its object. A line that ends in `~` is too broad to
find acts in articles; it only helps where the two sides are given.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.grammar import complement, doers, objects, particles, prepositions
from dateline.events.words import lemma_of, passive
from dateline.syntax import Text

ANY = "*"
NONE = "-"
BROAD = "~"
LABELS = {
    "@name": frozenset({"PERSON", "GPE", "ORG", "NORP"}),
    "@person": frozenset({"PERSON", "NORP"}),
    "@gpe": frozenset({"GPE", "LOC", "FAC"}),
}
CATCHING = frozenset({
    "to", "with", "on", "upon", "against", "at", "from", "toward", "towards", "between", "in", "into", "by", "behind",
    "among", "plain", "iobj",
})  # fmt: skip
HUMAN = frozenset({"people", "captives", "troops", "cops", "staff"})


class Condition(NamedTuple):
    """One thing that must hold of an argument. `values` are lemmas; empty with `any_` means anything."""

    field: str
    values: frozenset[str]
    any_: bool
    absent: bool
    negated: bool
    human: bool = False
    measures: frozenset[str] = frozenset()


def _asked(condition: Condition) -> int:
    if condition.negated or condition.absent or (condition.any_ and condition.field == "obj"):
        return 1
    return 2 if condition.any_ else 3


class Pattern(NamedTuple):
    """A word, its particles and its conditions. `weight` grows with how much it asks for."""

    head: str
    particles: frozenset[str]
    conditions: tuple[Condition, ...]
    source: str
    broad: bool = False

    @property
    def breadth(self) -> int:
        """How many words its conditions would take: of two patterns as specific, the narrower one is meant."""
        return sum(len(c.values) for c in self.conditions)

    @property
    def weight(self) -> int:
        """How specific the pattern is."""
        asked = sum(_asked(c) for c in self.conditions)
        return 2 * len(self.particles) + asked + 2 * self.head.count(" ") + self.head.count("-")


class Bound(NamedTuple):
    """What a pattern caught: the object it named (a light verb's noun), words that can name the other side, all words."""

    object: int | None
    caught: tuple[int, ...]
    matched: tuple[int, ...] = ()


def parse(line: str, classes: dict[str, frozenset[str]]) -> list[Pattern]:
    """The patterns of one line, one for each alternative head; raises ValueError on a line that makes no sense."""
    words = line.split()
    broad = words[-1:] == [BROAD]
    words = words[:-1] if broad else words
    heads, rest = [], []
    for n, word in enumerate(words):
        if "=" in word or word.startswith("+"):
            rest = words[n:]
            break
        heads.append(word)
    if not heads:
        raise ValueError(f"no word before the conditions in '{line}'")
    found_particles, conditions = set(), []
    for word in rest:
        if word.startswith("+"):
            found_particles.add(word[1:].lower())
            continue
        name, sign, value = word.partition("=")
        if not sign or not name or not value:
            raise ValueError(f"'{word}' in '{line}' is neither +particle nor field=words")
        conditions.append(_condition(name, value, classes, line))
    alternatives = [""]
    for word in heads:
        ones = [one for part in word.split("|") for one in _expanded(part, classes, line)]
        alternatives = [f"{left} {one}".strip() for left in alternatives for one in ones]
    source = line.removesuffix(BROAD).strip()
    return [
        Pattern(one, frozenset(found_particles), tuple(conditions), source, broad) for one in alternatives
    ]


def _expanded(part: str, classes: dict[str, frozenset[str]], line: str) -> list[str]:
    if not part.startswith("{"):
        return [part]
    if part[1:-1] not in classes:
        raise ValueError(f"no class is called '{part[1:-1]}' (in '{line}')")
    return sorted(classes[part[1:-1]])


def _condition(name: str, value: str, classes: dict[str, frozenset[str]], line: str) -> Condition:
    negated = value.startswith("!")
    value = value.removeprefix("!")
    if value == ANY:
        return Condition(name, frozenset(), True, False, negated)
    if value == NONE:
        return Condition(name, frozenset(), False, True, negated)
    words: set[str] = set()
    human = False
    for part in value.split("|"):
        if part.startswith("{") and part.endswith("}"):
            key = part[1:-1]
            if key not in classes:
                raise ValueError(f"no class is called '{key}' (in '{line}')")
            words |= classes[key]
            human = human or key in HUMAN
        else:
            words.add(part.replace("_", " "))
            human = human or part in LABELS
    return Condition(
        name, frozenset(words), False, False, negated, human, classes.get("measure", frozenset())
    )


def forms(text: Text, i: int) -> set[str]:
    """What a word may be listed as: lemma, form, with the hyphenated or compound word before it."""
    token = text.tokens[i]
    lemma = lemma_of(token)
    found = {lemma, token.lower}
    if i + 2 < len(text.tokens) and text.tokens[i + 1].lower == "of":
        found.add(f"{lemma} of {text.tokens[i + 2].lower}")
    if (
        i >= 2
        and text.tokens[i - 1].text in ("-", "–", "‑")
        and text.tokens[i - 2].end == text.tokens[i - 1].start
    ):
        before = text.tokens[i - 2].lower
        found |= {f"{before}-{lemma}", f"{before}-{token.lower}"}
    elif i >= 1:
        before_token = text.tokens[i - 1]
        if before_token.dep in ("compound", "amod", "nmod", "nummod", "det") or before_token.head == i:
            found |= {f"{before_token.lower} {lemma}", f"{before_token.lower} {token.lower}"}
            if i >= 3 and text.tokens[i - 2].text == "-":
                joined = f"{text.tokens[i - 3].lower}-{before_token.lower}"
                found.add(f"{joined} {lemma}")
    return found


def modifiers(text: Text, i: int) -> set[str]:
    """Adjectives, compounds, demonyms and possessors on a noun, as lemmas and forms."""
    found: set[str] = set()
    for kid in text.kids(i, "amod", "compound", "nmod", "poss", "det", "nummod", "neg"):
        found |= {kid.lower, kid.lemma.lower()}
    return found


def match(text: Text, i: int, pattern: Pattern) -> Bound | None:
    """What the pattern binds at token i, None when it does not hold. The head word itself is the caller's to check."""
    if pattern.particles and not pattern.particles <= particles(text, i):
        return None
    caught_object: int | None = None
    caught: list[int] = []
    matched: list[int] = []
    for condition in pattern.conditions:
        candidates = _candidates(text, i, condition, caught_object)
        if condition.absent:
            if bool(candidates) != condition.negated:
                return None
            continue
        hit = _first(text, candidates, condition)
        if hit is None:
            return None
        if hit >= 0:
            matched.append(hit)
            if condition.field in CATCHING or (condition.field == "obj" and not condition.any_):
                caught.append(hit)
            if condition.field == "obj" and not (condition.negated or condition.any_ or condition.human):
                caught_object = hit
    return Bound(caught_object, tuple(caught), tuple(matched))


def _candidates(text: Text, i: int, condition: Condition, caught_object: int | None) -> list[int]:
    name = condition.field
    if name == "obj":
        return _opened(text, objects(text, i)[0], condition.measures)
    if name == "plain":
        return [one for one in objects(text, i)[0] if _plain(text, i, one)]
    if name in ("inf", "that", "modal", "self"):
        return _clause(text, i, name)
    if name == "oprd":
        return [kid.i for kid in text.kids(i, "oprd", "ccomp", "xcomp") if not kid.tag.startswith("VB")]
    if name == "subj":
        return doers(text, i)[0]
    if name == "psubj":
        return objects(text, i)[0] if passive(text, i) else []
    if name == "iobj":
        return [kid.i for kid in text.kids(i, "dative")]
    if name == "comp":
        inner = complement(text, i)
        return [] if inner is None else [inner]
    if name in ("adj", "attr"):
        return [kid.i for kid in text.kids(i, "acomp" if name == "adj" else "attr", "oprd")]
    if name == "mod":
        return [kid.i for kid in text.kids(i, "amod", "compound", "nmod", "poss", "det", "nummod")]
    if name == "objmod":
        where = [caught_object] if caught_object is not None else objects(text, i)[0]
        return [kid.i for one in where for kid in text.kids(one, "amod", "compound", "nmod", "poss", "det")]
    where = [i, *objects(text, i)[0][:1]] if caught_object is None and name == "with" else [i]
    if caught_object is not None:
        where.append(caught_object)
    wanted = name.split("|")
    found = [noun for one in where for word, _, noun in prepositions(text, one) if word in wanted]
    for one in where:
        for prep in text.kids(one, "prep"):
            if prep.lower in wanted:
                found += [kid.i for kid in text.kids(prep.i, "pcomp")]
    return found


def _opened(text: Text, heads: list[int], measures: frozenset[str]) -> list[int]:
    """Heads with what they only count or measure: "a round of talks", "dozens of artefacts"."""
    found = list(heads)
    for head in heads:
        if text.tokens[head].lemma.lower() in measures:
            found += [noun for word, _, noun in prepositions(text, head) if word == "of"]
    return found


def _plain(text: Text, verb: int, i: int) -> bool:
    start, end = text.edges(i)
    if not verb < start <= verb + 1 or text.kid(verb, "prt") is not None or _names_called(text, verb, i):
        return False
    after = text.tokens[end] if end < len(text.tokens) else None
    return after is None or not (
        after.tag in ("DT", "JJ", "NN", "NNS", "``", "RB", "PRP$") or after.text in "\"“‘'"
    )


def _names_called(text: Text, verb: int, i: int) -> bool:
    """Whether the parser joined what people are called to their names: "calling Roe and Poe insecure men"."""
    joined = (*text.kids(i, "conj"), *(kid for kid in text.kids(verb, "conj") if kid.tag == "NNP"))
    return any(text.kid(kid.i, "dobj", "oprd") is not None for kid in joined) or any(
        kid.tag in ("NN", "NNS") and any(name.tag == "NNP" for name in text.kids(kid.i, "compound", "nmod"))
        for kid in joined
    )


def _clause(text: Text, i: int, name: str) -> list[int]:
    """The verb of the clause a word takes: with "to" (inf), finite (that), or its modal (modal)."""
    inner = complement(text, i)
    if inner is None:
        return []
    helpers = text.kids(inner, "aux")
    infinitive = any(helper.lower == "to" for helper in helpers)
    if name == "inf":
        return [inner] if infinitive else []
    if infinitive:
        return []
    if name == "that":
        return [inner]
    if name == "self":
        pronoun = any(kid.pos == "PRON" for kid in text.kids(inner, "nsubj"))
        return [h.i for h in helpers if pronoun and h.lower in ("will", "would", "'ll", "’ll", "wo")]
    return [helper.i for helper in helpers if helper.tag == "MD"]


def _first(text: Text, candidates: list[int], condition: Condition) -> int | None:
    if condition.any_:
        if condition.negated:
            return None if candidates else -1
        return candidates[0] if candidates else None
    for one in candidates:
        named = any(label in condition.values and is_name(text, one, label) for label in LABELS)
        if named or forms(text, one) & condition.values:
            return None if condition.negated else one
    return -1 if condition.negated else None


def is_name(text: Text, i: int, label: str = "@name") -> bool:
    """Whether the word heads a name of that sort: "@name" any actor's, "@person", "@gpe" a place's."""
    token = text.tokens[i]
    if token.ent in LABELS[label]:
        return True
    return label != "@gpe" and token.ent == "" and token.tag in ("NNP", "NNPS")
