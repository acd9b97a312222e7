"""An act that words of war report, and who is in it in, the act that was meant out: people fight with words.

"The senator attacked the governor" is criticism; "the army attacked the town" is not.
"""

from __future__ import annotations

from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.triggers import Hit
from dateline.records import ActorRef

SPEAKERS = frozenset({"person", "media", "anonymous", "organisation", "government_body"})
PUBLIC = frozenset(
    {
        "government",
        "opposition",
        "party",
        "legislative",
        "legislature",
        "judicial",
        "judiciary",
        "media",
        "business",
        "elite",
    }
)
ARMED = frozenset({"military", "rebel", "police", "criminal"})
QUARRELS = frozenset({"clash", "fight", "battle", "skirmish", "trade"})
CAMPS = frozenset(
    {"conservatives", "liberals", "progressives", "critics", "opponents", "rivals", "moderates"}
)
UNARMED = frozenset({"person", "media", "organisation", "government_body", "anonymous"})
MEANT = {"ACCUSE": ("disapprove", "111"), "SUPPORT": (None, "051")}
"""Mode and CAMEO code of what words of war or rescue mean between speakers."""


def between_persons(hit: Hit, act: Act, roles: Roles) -> Act | None:
    """The act as it is meant between such sides; None when it is no act then."""
    instead = hit.entry.persons
    if instead is None or not roles.source:
        return act
    if not _speaks(roles.source[0]) or not all(_speaks(one) or _follows(one) for one in roles.source):
        return act
    if _quarrels(hit, roles):
        return None
    critics = all(one.name.lower().rsplit(" ", 1)[-1] == "critics" for one in roles.source)
    bodies = all(one.kind in ("organisation", "government_body", "media") for one in roles.source)
    quarrels = hit.entry.pattern.head in QUARRELS and all(one.kind == "person" for one in roles.source)
    named = hit.entry.pattern.head == "attack" and all(
        one.kind == "person" and (one.country or one.role) is not None for one in roles.source
    )
    if roles.target and not all(
        _spoken_to(one)
        or (named and one.kind == "group" and one.sector in (None, "civilian", "unspecified"))
        or critics
        or (bodies and one.kind == "group")
        or (quarrels and one.kind == "state")
        for one in roles.target
    ):
        return act
    if instead == "drop" or not roles.target:
        return None
    plover = instead if act.plover_type == act.type else act.plover_type
    mode, cameo = MEANT[instead]
    return Act(instead, mode, act.status, plover, cameo, "between-persons")


def _quarrels(hit: Hit, roles: Roles) -> bool:
    """Whether a person only has words with a group: "the adviser clashed with the first lady's staff"."""
    return (
        hit.entry.pattern.head in QUARRELS
        and all(one.kind == "person" for one in roles.source)
        and all(
            one.kind == "group" and one.sector not in ARMED and one.sector != "civilian"
            for one in roles.target
        )
    )


def _follows(one: ActorRef) -> bool:
    """Whether a group beside a speaker is of the same trade: "the president and his allies"."""
    return one.kind == "group" and one.sector not in ARMED


def _spoken_to(one: ActorRef) -> bool:
    return one.kind in UNARMED or one.kind is None or one.sector in PUBLIC


def _speaks(one: ActorRef) -> bool:
    if one.kind == "group" and (one.sector in PUBLIC or one.name.lower().rsplit(" ", 1)[-1] in CAMPS):
        return True
    return one.kind in SPEAKERS and one.sector not in ARMED
