"""The opening words of an agency report ("LONDON, Sept. 4 (Reuters) -") -> place, agency and where the report begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Towns in capitals, up to three joined by a slash, each with a state or country behind a comma; then perhaps a day,
# perhaps an agency in brackets, then a dash. Or a town as it is written and an agency in brackets, dash or not.
_CAPITALS = r"[A-Z][A-Z.’'-]+(?: (?:[A-Z][A-Z.’'-]*|de|la|al|el|of|and|on)){0,3}"
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_REGION = rf"(?:, ?(?!{_MONTHS} \d|{_WEEKDAYS}\b)[A-Z][A-Za-z.’']*(?: [A-Z][A-Za-z.’']+){{0,2}})?"
_DAY = rf"(?:[,.]? ?\(?(?P<day>(?:{_WEEKDAYS},? )?(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? (?:19|20)\d\d)?)\)?)"
_AGENCY = r"(?:[,.]? ?(?:--)?[(\[](?P<agency>[A-Z][\w ./&’'-]{1,40})[)\]])"
_TAIL = r"\s*(?:(?:--+|[-–—]+|:)\s+|(?:--+|—)(?=\w))"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}{_REGION}(?: ?/ ?{_CAPITALS}{_REGION}){{0,3}}){_DAY}?{_AGENCY}?{_DAY.replace('?P<day>', '?P<day2>')}?,?{_TAIL}"
)
# "MARR, 5 March. The ...": a town in capitals and a day, closed by a full stop.
_STOPPED = re.compile(
    rf"(?P<place>{_CAPITALS}{_REGION}), (?P<day>{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS}(?:,? (?:19|20)\d\d)?)"
    r"\.(?: (?=[\"“‘'A-Z])|\s*/[A-Z][\w .]{1,30}/\.?\s*(?:[-–—]+\s*)?)"
)
_PLAIN_TOWN = re.compile(
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [A-Z][\w.’' -]{1,24})?) ?"
    r"[(\[](?P<agency>[A-Z]{2,}[A-Za-z ]{0,20}|Reuters|Xinhua|Bloomberg|Sputnik|Interfax|Yonhap|Kyodo|dpa)[)\]]"
    r"(?:\s*[-–—]+|\s*:)?\s+(?=[\"“‘'A-Z0-9])"
)
_AGENCY_ONLY = re.compile(
    r"[(\[](?P<agency>Reuters|AP|AFP|CNN|UPI|Xinhua|Bloomberg|Sputnik|TASS|Interfax|dpa|[A-Z][A-Za-z]+ [A-Z][A-Za-z]+ (?:News|Press))[)\]]"
    r"\s*(?:--?|[-–—]+)?\s+(?=[\"“‘'A-Z0-9])"
)
_LONGEST = 160
# Capitals before a dash that are no town.
_NO_TOWN = frozenset(
    [
        "UPDATE",
        "UPDATED",
        "BREAKING",
        "EXCLUSIVE",
        "OPINION",
        "ANALYSIS",
        "WATCH",
        "VIDEO",
        "FILE",
        "PHOTO",
        "TOPSHOT",
        "LIVE",
        "FINAL",
        "NOTE",
        "EDITOR",
        "CORRECTION",
        "COMMENTARY",
        "COMMENT",
        "REVIEW",
        "WARNING",
        "ALERT",
        "NEW",
        "NEWS",
        "REPORT",
        "FLASHBACK",
        "READ",
        "MORE",
        "AND",
        "THE",
        "FIRST",
    ]
)


@dataclass(frozen=True, slots=True)
class Opening:
    """place: as written, in title case; agency: as in the brackets; words: what to take off; day: as written."""

    place: str | None
    agency: str | None
    words: str
    day: str | None = None


def find_dateline(line: str) -> Opening | None:
    """The dateline at the start of a line of prose, or None."""
    match = _DATELINE.match(line, 0, _LONGEST)
    if match and not (_NO_TOWN & set(re.findall(r"[A-Z]+", match["place"]))) and len(match["place"]) <= 90:
        bare = not (match["agency"] or match["day"] or match["day2"])
        if bare and match[0].rstrip().endswith(":"):
            return None
        day = match["day"] or match["day2"]
        return Opening(_town(match["place"]), match["agency"], match[0].rstrip(), day)
    match = _STOPPED.match(line, 0, _LONGEST)
    if match:
        return Opening(_town(match["place"]), None, match[0].rstrip(), match["day"])
    match = _PLAIN_TOWN.match(line, 0, _LONGEST)
    if match:
        return Opening(_town(match["place"]), match["agency"], match[0].rstrip())
    match = _AGENCY_ONLY.match(line, 0, _LONGEST)
    if match:
        return Opening(None, match["agency"], match[0].rstrip())
    return None


def _town(place: str) -> str:
    """ "NEW YORK, N.Y." as "New York, N.Y."; several towns keep their slashes."""
    parts = re.split(r"(, |/)", place.strip(" ,"))
    return "".join(_cased(part) for part in parts)


def _cased(part: str) -> str:
    if not part.isupper() or "." in part or len(part) <= 2:
        return part
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), part)
