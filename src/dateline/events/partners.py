"""An act under "their intention to ..", with one person as subject, and the acts told before it in, both sides out.

"He announced their intention to sign a treaty": "their" takes in the subject and one more, and that one is whom
the subject was just said to deal with. Only the sentence itself and the two before it are asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.actors import Actors
from dateline.events.casting import Roles, among
from dateline.events.grammar import doers, governor
from dateline.events.triggers import Hit
from dateline.records import Mention
from dateline.syntax import Text

REACH = 2


def with_partner(text: Text, hit: Hit, roles: Roles, actors: Actors, told: Sequence[Mention]) -> Roles:
    """The roles unchanged unless a "their" nobody has resolved stands over the act and the partner is plain."""
    if roles.source or not _theirs(text, hit.i):
        return roles
    up = governor(text, text.tokens[hit.i].head)
    subjects = [] if up is None else doers(text, up)[0]
    known = actors.at(subjects[0], acts=True).actors if len(subjects) == 1 else ()
    if len(known) != 1:
        return roles
    first = text.sentences[max(0, text.tokens[hit.i].sent - REACH)].start
    since = text.tokens[first].start
    for mention in reversed(told):
        if mention.trigger.start < since:
            break
        if (
            among(known[0], mention.source)
            and len(mention.target) == 1
            and mention.target[0].kind == "person"
        ):
            return Roles(known, mention.target, "their:subject", "their:partner of the act before", False)
    return roles


def _theirs(text: Text, verb: int) -> bool:
    token = text.tokens[verb]
    if token.dep != "acl":
        return False
    return any(kid.lower == "their" and not text.refer(kid.i) for kid in text.kids(token.head, "poss"))
