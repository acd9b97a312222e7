"""A word before a noun that nobody marked as a name in, the party or state it says the noun is of out.

"Republican amendments", "the Chadian embassy": an adjective, or the first word of a longer name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records import ActorRef
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers

PARTIES = frozenset({"Republican", "Democratic", "GOP"})
MISSIONS = frozenset({"embassy", "consulate"})


def belonging(text: Text, i: int, resolvers: Resolvers | None) -> tuple[ActorRef, ...]:
    """Whose the noun after it is, nobody when the word is no party's and the noun no mission."""
    token = text.tokens[i]
    if resolvers is None or token.dep not in ("amod", "compound", "nmod"):
        return ()
    noun = text.tokens[token.head]
    if token.ent == "" and token.text in PARTIES and noun.ent == "" and noun.tag in ("NN", "NNS"):
        actor = resolvers.who.organisation(token.text)
    elif noun.lower in MISSIONS:
        actor = resolvers.who.demonym(token.text) or resolvers.who.state(token.text)
    else:
        return ()
    if actor is None:
        return ()
    return (ActorRef(actor.id, actor.name, actor.country, None, text.span(i, i + 1), actor.kind),)
