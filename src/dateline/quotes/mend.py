"""Text -> Text whose reporting verbs hang where grammar wants them, where the parser joined them to what was reported.

A statistical parser likes to hang the second of two reports inside the first: in "A says the plan is dead, but warned
that B may revive it" it joins "warned" to "is". Offsets and token numbers stay as they are; only heads move.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.quotes.cues import Lexicon
from dateline.syntax import Text, Token

_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
_CONTRAST = frozenset({"while", "whereas", "though", "although", "even"})
_BREAKS = frozenset({",", ";", "—", "–", "--", "-"})


def mend(text: Text, lexicon: Lexicon) -> Text:
    """The text itself when nothing is to be moved."""
    moved: dict[int, int] = {}
    for token in text.tokens:
        if token.dep not in ("conj", "advcl") or token.pos not in ("VERB", "AUX"):
            continue
        if token.pos == "VERB" and _reports(lexicon, token):
            target = _target(text, lexicon, token)
        else:
            target = _contrast(text, lexicon, token)
        if target is not None and target != token.head:
            moved[token.i] = target
    if not moved:
        return text
    tokens = tuple(t._replace(head=moved[t.i]) if t.i in moved else t for t in text.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return replace(text, tokens=tokens, children=tuple(tuple(group) for group in below), _edges=[], _heads={})


def _reports(lexicon: Lexicon, token: Token) -> bool:
    return any(entry.mode == "speech" for entry in lexicon.of("verb", token.lemma.lower()))


def _target(text: Text, lexicon: Lexicon, token: Token) -> int | None:
    """The outer reporting verb this one belongs beside; None to leave it."""
    above = text.tokens[token.head]
    if token.dep == "conj":
        inner = _agrees_below(text, token, above)
        if inner is not None:
            return inner
    if above.pos not in ("VERB", "AUX", "ADJ") or _reports(lexicon, above):
        return None
    outers = [outer for outer in _reporters(text, lexicon, above) if outer.i < token.i]
    if not outers:
        return None
    outer = next((o for o in outers if o.tag == token.tag), outers[0]) if token.dep == "conj" else outers[0]
    first = text.edges(token.i)[0]
    if token.dep == "conj":
        subject = text.kid(token.i, "nsubj", "nsubjpass")
        gap = text.tokens[above.i + 1 : subject.i if subject is not None and subject.i < token.i else token.i]
        breaks = any(t.text in _BREAKS or t.lower == "but" for t in gap[-4:])
        agrees = token.tag == outer.tag != above.tag and token.tag in ("VBZ", "VBP", "VBD", "VBG")
        if not agrees and not breaks and _thing(text, lexicon, above.i):
            return outer.i
        return outer.i if agrees or (breaks and token.tag in ("VBD", "VBZ", "VBP", outer.tag)) else None
    mark = text.kid(token.i, "mark")
    after_break = first > 0 and text.tokens[first - 1].text in _BREAKS
    if token.tag == "VBG" and mark is None and after_break:
        return outer.i
    if mark is not None and mark.lower in _CONTRAST and after_break:
        return outer.i
    return None


def _thing(text: Text, lexicon: Lexicon, verb: int) -> bool:
    """Whether the subject of `verb` is a thing that cannot speak: a common noun that nobody is known by, no document."""
    subject = text.kid(verb, "nsubj")
    if (
        subject is None
        or subject.pos != "NOUN"
        or subject.tag == "NNS"
        or text.reference_at(subject.i) is None
    ):
        return False
    known = text.refer(subject.i)
    speaks = any("act" in entry.takes for entry in lexicon.of("noun", subject.lemma))
    return not speaks and all(ref.kind is None for ref in known)


def _contrast(text: Text, lexicon: Lexicon, token: Token) -> int | None:
    """ "..., while others stay": a contrast behind a comma is the writer's, so it hangs on the reporting verb."""
    mark = text.kid(token.i, "mark")
    if token.dep != "advcl" or mark is None or mark.lower not in _CONTRAST:
        return None
    first = text.edges(token.i)[0]
    above = text.tokens[token.head]
    if (
        first == 0
        or text.tokens[first - 1].text not in _BREAKS
        or above.i > token.i
        or _reports(lexicon, above)
    ):
        return None
    outers = _reporters(text, lexicon, above)
    return outers[0].i if outers and outers[0].i < token.i else None


def _reporters(text: Text, lexicon: Lexicon, verb: Token) -> list[Token]:
    """The speech verbs whose complement `verb` is, or is joined to, the innermost first."""
    found: list[Token] = []
    for _ in range(6):
        if verb.head == verb.i:
            break
        above = text.tokens[verb.head]
        if above.pos == "ADP" and above.head != above.i:
            above = text.tokens[above.head]
        if verb.dep in _COMPLEMENTS and above.i < verb.i and _reports(lexicon, above):
            found.append(above)
        elif verb.dep not in ("conj", "ccomp", "advcl", "pcomp", "relcl", "acl", "xcomp") or found:
            break
        verb = above
    return found


def _agrees_below(text: Text, token: Token, above: Token) -> int | None:
    """The clause a joined verb goes with by its tense when the parser joined it higher: "X reports that Y left and
    warned Z" joins "warned" to "reports"."""
    if (
        token.tag == above.tag
        or text.kid(above.i, "aux") is not None
        or text.kid(token.i, "nsubj") is not None
    ):
        return None
    for clause in text.kids(above.i, "ccomp"):
        if (
            clause.tag == token.tag
            and above.i < clause.i < token.i
            and text.kid(clause.i, "nsubj") is not None
        ):
            return clause.i
    return None
