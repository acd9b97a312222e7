"""Token -> the words that belong to it: noun phrases, clauses, verb groups, subjects. All ranges are token numbers, half open."""

from __future__ import annotations

from dateline.syntax import Text, Token

Range = tuple[int, int]

OPENERS = frozenset({'"', "“", "‘", "«", "„", "''", "``", "'", "‚", "‹"})
CLOSERS = frozenset({'"', "”", "’", "»", "“", "''", "'", "›"})
_LEAD = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "…", "...", ")"})
_TAIL = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "?", "!", "…", "...", "("})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_GROUP = frozenset({"aux", "auxpass", "neg"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def trim(text: Text, low: int, high: int) -> Range:
    """The range without punctuation hanging at either side."""
    tokens = text.tokens
    while low < high and tokens[low].text in _LEAD:
        low += 1
    while high > low and tokens[high - 1].text in _TAIL:
        high -= 1
    return low, high


def phrase(text: Text, head: int) -> Range:
    """The noun phrase of `head`: its whole subtree, closed off before a verb that the parser hung below it by mistake."""
    low, high = text.edges(head)
    tokens = text.tokens
    for child in text.children[head]:
        dep = tokens[child].dep
        if child < head and dep in ("cc", "preconj", "punct", "mark", "advcl", "intj", "dep"):
            low = max(low, text.edges(child)[1])
        elif child > head and dep in ("acl", "advcl") and tokens[child].tag in ("VBG", "VBN"):
            high = min(high, max(head + 1, text.edges(child)[0]))
    return trim(text, min(low, head), high)


def verb_group(text: Text, verb: int, *, last: int | None = None) -> Range:
    """The verb with its auxiliaries, negation and the adverbs among them; up to `last` (a particle or preposition)."""
    tokens = text.tokens
    low, high = verb, verb + 1
    own = {child for child in text.children[verb] if tokens[child].dep in _GROUP or _adverb(text, child)}
    for child in sorted((c for c in own if c < verb), reverse=True):
        if all(_inside_group(text, i, own) for i in range(child, low)):
            low = child
    if tokens[low].dep == "advmod" and tokens[low].lower in _SENTENCE_ADVERBS:
        low += 1
    if last is not None and last >= high:
        high = last + 1
    return low, high


_SENTENCE_ADVERBS = frozenset(
    {"then", "when", "how", "why", "where", "so", "thus", "instead", "however", "meanwhile"}
)


def _adverb(text: Text, i: int) -> bool:
    token = text.tokens[i]
    return token.dep == "advmod" and token.tag in ("RB", "RBR", "RBS") and not text.children[i]


def _inside_group(text: Text, i: int, own: set[int]) -> bool:
    return i in own


def verb_above(text: Text, i: int) -> Token | None:
    """The nearest verb over token i."""
    return next((token for token in text.ancestors(i) if token.pos in ("VERB", "AUX")), None)


def subject(text: Text, verb: int, depth: int = 0) -> Token | None:
    """Who does `verb`: its own subject, else that of the verb it hangs on (joined, participle, infinitive)."""
    own = text.kid(verb, *_SUBJECTS)
    if own is not None:
        return own
    token = text.tokens[verb]
    if depth > 6 or token.head == verb:
        return None
    above = text.tokens[token.head]
    if token.dep == "acl" and any(t.tag == "TO" for t in text.kids(verb, "aux")):
        owner = text.kid(above.i, "poss")
        over = verb_above(text, above.i)
        if owner is not None or over is not None:  # "showed reluctance to criticise": whoever showed it
            return owner or subject(text, over.i, depth + 1)  # type: ignore[union-attr]
    if token.dep in ("acl", "relcl"):
        return above if above.pos in ("NOUN", "PROPN", "PRON") else None
    if token.dep in ("pcomp", "prep"):
        over = verb_above(text, verb)
        if over is None:
            return None
        thing = text.kid(over.i, "dobj") if above.lower == "as" else None
        if thing is not None and over.i < thing.i < verb:
            return thing  # "quoted a guard as saying": the guard says it
        return subject(text, over.i, depth + 1)
    if token.dep in ("conj", "xcomp", "advcl", "dep", "ccomp", "parataxis") and above.pos in ("VERB", "AUX"):
        if token.dep in ("ccomp", "parataxis") and token.tag not in ("VBG", "VBN"):
            return None
        if token.dep == "xcomp":
            controller = text.kid(above.i, "dobj")
            if controller is not None and controller.i < verb and token.tag == "VB":
                return controller
        agent = text.kid(above.i, "agent")
        if token.dep == "advcl" and token.tag == "VBG" and agent is not None and above.i < agent.i < verb:
            return text.kid(agent.i, "pobj")
        return subject(text, above.i, depth + 1)
    return None


def passive(text: Text, verb: int) -> bool:
    """Whether `verb` stands in the passive."""
    return text.kid(verb, "auxpass", "nsubjpass") is not None or text.kid(verb, "agent") is not None


def source_phrase(text: Text, head: int) -> Range:
    """The words that name a source: its noun phrase; a relative pronoun alone stands for itself."""
    token = text.tokens[head]
    if token.lower in _RELATIVES and token.tag in ("WP", "WDT"):
        return head, head + 1
    return phrase(text, head)


def antecedent(text: Text, head: int) -> int:
    """What a relative pronoun stands for; any other token stands for itself."""
    token = text.tokens[head]
    if token.tag in ("WP", "WDT") and token.lower in _RELATIVES:
        for above in text.ancestors(head):
            if above.dep == "relcl":
                return above.head
            if above.dep not in ("conj", "xcomp", "ccomp"):
                break
    return head
