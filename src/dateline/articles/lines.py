"""What a single line looks like: prose, a headline, a name, a date line, a byline. No knowledge of the article."""

from __future__ import annotations

import functools
import re

_FINAL = re.compile(r"[.!?…][\"'”’)\]»]*(?:\s*\(?\[\d+\])*$")
_ABBREVIATION_END = re.compile(r"\b(?:U\.S|U\.N|U\.K|E\.U|D\.C|L\.A|N\.Y|Jr|Sr|Inc|Corp|Co|No|vs|St)\.$")
_WORD = re.compile(r"[\w’'&.-]*\w[\w’'&.-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "so",
        "than",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "was",
        "with",
    ]
)
# Auxiliaries, and the verbs of saying that headlines and standfirsts share: a line that has one makes a statement.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"says?|said|told|won[’']t|isn[’']t|doesn[’']t|didn[’']t|can[’']t|[a-z]+n[’']t|it[’']s|they[’']re)\b",
    re.IGNORECASE,
)
_SURELY_PROSE = 320
# A handle or an address, or a line wholly in brackets.
_NO_HEADLINE = re.compile(r"(?<!\w)@\w|https?://|^\s*[(\[].*[)\]]\s*$")
NAME = r"(?:[A-Z][\w’'-]*\.?|[A-Z]\.(?:[A-Z]\.)*)(?:[ -](?:[A-Z][\w’'-]*\.?|de|la|van|von|der|bin|al|el|da|di|du|ter)){0,4}"


def words(line: str) -> list[str]:
    """The words of a line, punctuation left out."""
    return _WORD.findall(line)


def is_terminated(line: str) -> bool:
    """Whether the line ends as a sentence does (an abbreviation's full stop is none)."""
    return bool(_FINAL.search(line)) and not _ABBREVIATION_END.search(line)


def is_prose(line: str) -> bool:
    """Whether the line reads as a paragraph of the article: a finished sentence of some length, or a long line."""
    if len(line) > _SURELY_PROSE:
        return True
    count = len(words(line))
    if is_terminated(line) or line.endswith((":", ",", ",”", ',"', ",’", ",'")):
        return count >= 8
    return count >= 32


def states_something(line: str) -> bool:
    """Whether the line has an auxiliary or a verb of saying, as a sentence of narration has and a label has not."""
    return _FINITE.search(line) is not None


def is_title_case(line: str) -> bool:
    """Whether all words but the small ones begin with a capital (or are numbers)."""
    big = [word for word in words(line) if word.lower() not in _SMALL]
    return bool(big) and all(not word[0].islower() for word in big)


def looks_like_headline(line: str) -> bool:
    """Two to thirty words, at most 220 characters, a capital or figure first, no full stop at the end."""
    count = len(words(line))
    if not 2 <= count <= 30 or len(line) > 220 or line.endswith((":", ",", ";", "…")):
        return False
    if line.endswith(".") and not _ABBREVIATION_END.search(line):
        return False
    if _NO_HEADLINE.search(line):
        return False
    first = next((char for char in line if char.isalnum()), "")
    return first.isupper() or first.isdigit()


@functools.lru_cache(maxsize=2048)
def even(text: str) -> str:
    """A form in which two spellings of one title are equal: letters and figures only, in lower case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
