"""A word of warning with its two sides in, whether it threatens or only informs out.

"Warned the council that he would sue" is a threat, "warned the council that the dam was old" is none.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.grammar import complement
from dateline.events.triggers import Hit
from dateline.events.words import is_verb
from dateline.syntax import Text

STERN = frozenset({"want", "tolerate", "accept", "face", "risk", "allow", "stand"})
NOTICE = frozenset({"give", "issue", "sound", "deliver", "send", "offer", "repeat", "renew"})
STATING = frozenset({"VBD", "VBZ", "VBP"})


def threatens(text: Text, hit: Hit, roles: Roles) -> bool:
    """Whether a warning or deadline says what is to come, to somebody; other words of threat always do."""
    head = hit.entry.pattern.head
    if head in NOTICE and not roles.target:
        return False
    told = text.kid(hit.i, "ccomp")
    if (
        (head in NOTICE or head == "warn")
        and _among_themselves(roles)
        and not _of_oneself(text, hit.i, roles)
    ):
        return told is not None and told.lemma in STERN
    if head != "warn":
        return True
    if told is not None and told.lemma in STERN:
        return bool(roles.target)
    if _informs(text, hit.i):
        return False
    aimed = any(kid.lower in ("of", "against", "about", "over") for kid in text.kids(hit.i, "prep"))
    clause = told is not None and any(
        kid.tag == "MD" or kid.lower in ("'ll", "’ll") for kid in text.kids(told.i, "aux")
    )
    return bool(roles.target) and (aimed or clause)


def _among_themselves(roles: Roles) -> bool:
    """Whether somebody without arms or a state warns people of his own country, or people nobody places."""
    homes = {one.country for one in roles.source}
    return all(one.kind in ("person", "anonymous", "organisation") for one in roles.source) and all(
        one.country is None or None in homes or one.country in homes for one in roles.target
    )


def _of_oneself(text: Text, verb: int, roles: Roles) -> bool:
    """Whether what is warned of is the speaker's own doing: "warned them that he would sue"."""
    inner = complement(text, verb)
    mine = {(one.actor_id or one.name) for one in roles.source}
    subjects = text.kids(inner, "nsubj", "nsubjpass") if inner is not None else ()
    return any(
        kid.lower in ("i", "we") or mine & {(one.actor_id or one.name) for one in text.refer(kid.i)}
        for kid in subjects
    )


def _informs(text: Text, verb: int) -> bool:
    """Whether what is warned of is told as a fact: "warned the White House that he had lied"."""
    inner = complement(text, verb)
    if inner is None or text.tokens[inner].dep != "ccomp":
        return False
    token = text.tokens[inner]
    helpers = {kid.tag for kid in text.kids(inner, "aux")}
    finite = token.tag in STATING or bool(helpers & STATING)
    going = any(kid.lower == "going" for kid in (token, *text.kids(inner, "xcomp"))) or token.lower == "going"
    return finite and "MD" not in helpers and not going and (is_verb(token) or token.pos == "AUX")
