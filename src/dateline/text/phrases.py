"""Text -> Phrases: edges, modifiers, grammatical roles and quotation marks of noun phrases, worked out once."""

from __future__ import annotations

from dateline.syntax import Text, Token

LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECT = frozenset({"dobj", "dative", "iobj", "oprd"})
_OPEN, _CLOSE, _EITHER = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset({"VERB", "AUX"})
COUNTING = frozenset({"some", "many", "several", "other", "few", "more", "most", "all", "both", "not"})
MEASURE = frozenset({
    "number", "handful", "dozen", "hundred", "thousand", "million", "score", "majority", "minority", "some", "many",
    "most", "several", "few", "swarm", "crowd", "group", "throng", "pair", "trio", "series", "team", "mob", "all",
    "half", "couple", "range", "host", "bunch", "gang", "band", "array", "wave", "lot", "rest",
})  # fmt: skip


class Phrases:
    """Grammar of one text as coreference asks for it. `quote[i]` is 0 outside quotation marks, else their number."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.tokens = text.tokens
        self.quote = _quotation_marks(text)
        self._roles: dict[int, str] = {}
        self._clauses: dict[int, int] = {}
        self._extent: dict[int, tuple[int, int]] = {}

    def start(self, head: int) -> int:
        """The first token of the noun phrase headed by `head`, relative clauses and what precedes a comma left out."""
        first = head
        tokens = self.tokens
        for child in reversed(self.text.children[head]):
            if child < head and tokens[child].dep in LEFT:
                edge = self.text.edges(child)[0]
                if edge < child - 1 and _clause(tokens[edge:child]):
                    break  # a clause before it that the parser made a modifier
                if edge < first:
                    first = edge
        return self.text.hyphenated(first)

    def phrase(self, head: int) -> tuple[int, int]:
        """Tokens of the bare noun phrase: determiner to head."""
        return self.start(head), head + 1

    def words(self, start: int, end: int) -> str:
        """Tokens as they stand in the article, white space evened out."""
        return self.text.words(start, end)

    def role(self, i: int) -> str:
        """subj, obj, poss, agent, pobj, attr, mod, root or other; what is joined or apposed has the role of the first."""
        known = self._roles.get(i)
        if known is None:
            known = self._roles[i] = self._role(i, 0)
        return known

    def _role(self, i: int, depth: int) -> str:
        token = self.tokens[i]
        dep = token.dep
        if dep in ("conj", "appos") and depth < 8 and token.head != i:
            return self._role(token.head, depth + 1)
        if dep in SUBJECT:
            return "subj"
        if dep in OBJECT:
            return "obj"
        if dep == "poss":
            return "poss"
        if dep == "pobj":
            return "agent" if self.tokens[token.head].dep == "agent" else "pobj"
        if dep == "attr":
            return dep
        if dep in ("compound", "amod", "nmod", "nummod", "quantmod"):
            return "mod"
        return "root" if dep == "ROOT" else "other"

    def first_conjunct(self, i: int) -> int:
        """The head of the coordination that token i stands in (i itself outside one)."""
        for _ in range(8):
            token = self.tokens[i]
            if token.dep != "conj" or token.head == i:
                break
            i = token.head
        return i

    def clause(self, i: int) -> int:
        """The verb that token i depends on most closely, else the root of its sentence."""
        known = self._clauses.get(i)
        if known is not None:
            return known
        at = i
        if self.tokens[i].dep in ("nsubj", "nsubjpass"):
            self._clauses[i] = self.tokens[i].head
            return self.tokens[i].head
        for _ in range(60):
            head = self.tokens[at].head
            if head == at:
                break
            at = head
            if self.tokens[at].pos in CLAUSES and self.tokens[at].dep not in ("aux", "auxpass", "amod"):
                break
        self._clauses[i] = at
        return at

    def subject(self, verb: int) -> Token | None:
        """The grammatical subject of a verb, through coordination and control where the verb has none of its own."""
        for _ in range(6):
            found = self.text.kid(verb, "nsubj", "nsubjpass")
            if found is not None:
                return found
            token = self.tokens[verb]
            if token.head == verb or token.dep not in (
                "conj",
                "xcomp",
                "advcl",
                "aux",
                "auxpass",
                "prep",
                "pcomp",
            ):
                return None
            verb = self.clause(verb)
        return None

    def extent(self, quote: int) -> tuple[int, int] | None:
        """First and last token inside quotation marks of that number; None for no such quotation."""
        if not self._extent:
            for i, number in enumerate(self.quote):
                if number:
                    self._extent[number] = (self._extent.get(number, (i, i))[0], i)
        return self._extent.get(quote)


def _clause(tokens: tuple[Token, ...]) -> bool:
    """Whether the words hold a finite verb with its subject."""
    subject = any(token.dep in ("nsubj", "nsubjpass") for token in tokens)
    return subject and any(token.tag in _FINITE for token in tokens)


def _quotation_marks(text: Text) -> list[int]:
    """Quotation number of every token; marks left open end with their paragraph."""
    marks = [0] * len(text.tokens)
    inside, number, paragraph = False, 0, -1
    for sentence in text.sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        for i in range(sentence.start, sentence.end):
            word = text.tokens[i].text
            if word in _OPEN or (word in _EITHER and not inside):
                inside, number = True, number + 1
            elif word in _CLOSE or (word in _EITHER and inside):
                inside = False
            elif inside:
                marks[i] = number
    return marks
