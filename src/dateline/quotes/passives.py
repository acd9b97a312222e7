"""Verb in the passive -> Frame: "X was described by Y as Z", "it was reported that", "a plan called a trap by Y"."""

from __future__ import annotations

from dateline.quotes.complements import clause_ranges, parenthesis
from dateline.quotes.cues import Cue
from dateline.quotes.frames import Frame, Range
from dateline.quotes.phrases import source_phrase, trim, verb_group
from dateline.syntax import Text, Token

_EXPLETIVE = frozenset({"it", "there"})


def passive_frame(text: Text, verb: Token, entry: Cue, last: int | None) -> Frame | None:
    """ "X was described by Y as Z", "it was reported that", "voters were told that", "is expected to"."""
    agent = text.kid(verb.i, "agent")
    doer = text.kid(agent.i, "pobj") if agent is not None else None
    theme = text.kid(verb.i, "nsubjpass")
    spoken_of = trim(text, *text.edges(theme.i)) if theme is not None else (0, 0)
    reduced = (entry.particle is not None or entry.takes & {"be", "as"}) and not text.kids(
        verb.i, "aux", "auxpass"
    )
    if (
        theme is None
        and reduced
        and verb.dep == "acl"
        and verb.tag == "VBN"
        and text.tokens[verb.head].i < verb.i
    ):
        theme = text.tokens[verb.head]  # "a plan described by her as ..."
        spoken_of = trim(text, text.edges(theme.i)[0], text.edges(verb.i)[0])
    content: list[Range] = []
    rule = "passive"
    reported = text.kid(verb.i, "mark")
    if reported is not None and reported.lower == "as" and theme is None and entry.takes & {"that", "quote"}:
        content = list(parenthesis(text, verb))  # "as reported by X, ..."
    clause = next((c for c in text.kids(verb.i, "ccomp", "xcomp") if c.i > verb.i), None)
    infinitive = clause is not None and any(t.tag == "TO" for t in text.kids(clause.i, "aux"))
    addressee: int | None = None
    if clause is not None and (entry.takes & {"that", "wh"} or (infinitive and "to" in entry.takes)):
        if infinitive and entry.cue_class not in ("want", "believe", "promise", "demand"):
            return None  # "is said to be": hearsay about a subject, nobody's words
        content.extend(clause_ranges(text, clause.i, verb.i))
        if "addr" in entry.takes and theme is not None:
            addressee = theme.i
        elif theme is not None and theme.lower not in _EXPLETIVE and infinitive:
            content.insert(0, spoken_of)
    elif theme is not None and (said := _said_of(text, verb, entry)) is not None:
        content = [spoken_of, trim(text, *text.edges(said.i))]
    elif (
        theme is not None
        and (entry.takes & {"obj", "whom"} or entry.content_preps)
        and (
            doer is not None
            or (entry.mode == "speech" and theme.dep == "nsubjpass")
            or entry.particle is not None
        )
    ):
        content = [spoken_of]
        prep = next((p for p in text.kids(verb.i, "prep") if p.lower in entry.content_preps), None)
        if prep is not None:
            content.append(trim(text, *text.edges(prep.i)))
    if last is not None:
        content = [(max(a, last + 1), b) if a == last else (a, b) for a, b in content]
    content = [(a, b) for a, b in content if a < b and (b - a > 1 or text.tokens[a].lower != "what")]
    if not content:
        return None
    return Frame(
        head=verb.i,
        words=verb_group(text, verb.i, last=agent.i if agent is not None and agent.i == verb.i + 1 else last),
        entry=entry,
        source=doer.i if doer is not None else None,
        source_words=source_phrase(text, doer.i) if doer is not None else None,
        content=tuple(sorted(content)),
        rule=rule,
        addressee=addressee,
        passive=True,
        negated=text.kid(verb.i, "neg") is not None,
    )


def _said_of(text: Text, verb: Token, entry: Cue) -> Token | None:
    """What the subject of a passive is called, or described as."""
    if not entry.takes & {"be", "as"}:
        return None
    as_what = (p for p in text.kids(verb.i, "prep") if p.lower == "as" and p.i > verb.i)
    return text.kid(verb.i, "oprd") or next(as_what, None)
