"""A sentence -> who is said to have proposed, refused, called off or started something, and the reason it gives.

Patterns over words, no parse: a name right before the verb, or after "by" and "at the initiative of". Acts and their words
are in facts.toml. What is denied, wished or conditional says nothing.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from dateline.links.families import kinds_of_root
from dateline.links.sentences import bounds, roots
from dateline.links.stated import lexicon

REASON_WORDS = 14
WINDOW = 5
"""Words before a doer that can take the statement back."""
_ACCEPT = re.compile(r"\b(?:accepted|agreed|welcomed|took\s(?:it\s)?up|consented)\b")
_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]*"
_SIDE = (
    r"(?:\s(?:side|government|delegation|officials?|leaders?|leadership|ministry|president|premier|prime\sminister|"
    r"minister|chancellor|negotiators?|diplomats?|forces|troops|army|rebels|party|team|envoys?|representatives?))?"
)
_WHO = r"(?:,?\s(?:who|which|that))?"
_AUXILIARY = (
    r"(?:\s(?:had|has|have|first|also|later|then|formally|repeatedly|abruptly|suddenly|unilaterally))*"
)


@dataclass(frozen=True, slots=True)
class Doing:
    """`act` is a key of facts.toml ("proposed"); `doer` the words at `start`..`end`; `taker`: who is said to have accepted."""

    act: str
    doer: str
    start: int
    end: int
    taker: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """The words that give the reason, at `start`..`end`, and their roots. `sure`: the words before them say nothing else."""

    words: str
    start: int
    end: int
    roots: frozenset[str]
    sure: bool

    def same(self, other: Reason) -> bool:
        """Whether the two share a telling word, or words of one kind."""
        if self.roots & other.roots:
            return True
        mine, theirs = (
            {kind for one_root in one.roots for kind in kinds_of_root(one_root)} for one in (self, other)
        )
        return bool(mine & theirs)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


@functools.cache
def _doer() -> str:
    """A name, with what of it acts ("the Kastrian delegation"), or a side that goes without one ("the rebels")."""
    named = rf"(?:(?:the|its|his|her|their)\s)?{_CAPITAL}(?:\s(?:of\s(?:the\s)?)?{_CAPITAL})*"
    return rf"(?:{named}|\b(?:the\s)?(?:{_either(lexicon()['sides']['nouns'])})){_SIDE}"


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Act, pattern, and words of which one stands in whatever the pattern finds."""
    found = []
    for act, words in lexicon()["acts"].items():
        parts = [
            (rf"(?P<doer>{_doer()}){_WHO}{_AUXILIARY}\s(?:{_either(words['active'])})\b", "active"),
            (
                rf"\b(?:was|were|been|being){_AUXILIARY}\s(?:{_either(words['passive'])})\sby\s(?P<doer>{_doer()})",
                "passive",
            ),
        ]
        if own := words.get("own"):
            parts += [
                (rf"\b(?:was|were|as)\s(?:the\s)?(?:{_either(own)})\sof\s(?P<doer>{_doer()})", "own"),
                (
                    rf"\b(?:was|were|as)\s(?:an?\s)?(?P<doer>{_CAPITAL})(?:[’']s?)?\s(?:{_either(own)})\b",
                    "own",
                ),
            ]
        if words["idea"]:
            parts += [
                (rf"\b(?:at|on)\sthe\s(?:{_either(words['idea'])})\sof\s(?P<doer>{_doer()})", "idea"),
                (rf"\b(?:at|on)\s(?P<doer>{_doer()})[’']s?\s(?:{_either(words['idea'])})\b", "idea"),
            ]
        found += [(act, re.compile(part), _parts_of(words[kind])) for part, kind in parts]
    return tuple(found)


def _parts_of(words: list[str]) -> tuple[str, ...]:
    """Of each entry its longest word, for white space between words may be any."""
    return tuple(sorted({max(word.split(), key=len) for word in words}))


@functools.cache
def _taking() -> re.Pattern[str]:
    return re.compile(rf"(?P<taker>{_doer()}){_AUXILIARY}\s{_ACCEPT.pattern}")


@functools.cache
def _giving() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What comes right before a reason: strong words for it, weak ones."""
    words = lexicon()["reasons"]
    return (
        re.compile(rf"\b(?:{_either(words['strong'])})\s"),
        re.compile(rf"\b(?:{_either(words['weak'])})\s(?!\d|the\s(?:past|last|next|weekend))"),
    )


@functools.cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({word for _, _, words in _patterns() for word in words}))


@functools.lru_cache(maxsize=2048)
def doings_in(text: str) -> tuple[tuple[int, int, Doing], ...]:
    """All doings of a text, each with the first and last code point of its sentence, in order."""
    acts = [word for word in _words() if word in text]
    return tuple(
        (start, end, doing)
        for start, end in (bounds(text) if acts else ())
        if any(word in text[start:end] for word in acts)
        for doing in doings(text[start:end])
    )


@functools.lru_cache(maxsize=20_000)
def doings(sentence: str) -> tuple[Doing, ...]:
    """In order of position."""
    found = []
    for act, pattern, words in _patterns():
        if not any(word in sentence for word in words):
            continue
        for match in pattern.finditer(sentence):
            if not _unsaid(sentence, match):
                told = (
                    _earlier(sentence[: match.start()])
                    if pattern.pattern.startswith(r"\b(?:at|on)")
                    else None
                )
                taker = _taker(sentence, match)
                found.append(Doing(told or act, match["doer"], match.start("doer"), match.end("doer"), taker))
    return tuple(sorted(found, key=lambda one: (one.start, one.act)))


def _earlier(before: str) -> str | None:
    """The act that was done "at the initiative of" somebody, where it stands right before."""
    close = " ".join(re.findall(r"[\w’'-]+", before.lower())[-WINDOW:])
    for act, words in lexicon()["acts"].items():
        if any(re.search(rf"\b{re.escape(word)}\b", close) for word in words["passive"]):
            return str(act)
    return None


def _unsaid(sentence: str, match: re.Match[str]) -> bool:
    before = re.findall(r"[\w’'-]+", sentence[: match.start()].lower())[-WINDOW:]
    inside = re.findall(r"[\w’'-]+", match.group().lower())
    words = set(lexicon()["unsaid"]["words"])
    return bool(words & {*before, *inside} - {"to"}) or (bool(before) and before[-1] == "to")


def _taker(sentence: str, match: re.Match[str]) -> str | None:
    """Who stands right before a verb of accepting, after the doing."""
    after = _taking().search(sentence[match.end() :])
    return after["taker"] if after else None


@functools.lru_cache(maxsize=20_000)
def reason(sentence: str) -> Reason | None:
    """The first reason that the sentence gives."""
    strong, weak = _giving()
    match = strong.search(sentence)
    sure = match is not None
    match = match or weak.search(sentence)
    if match is None:
        return None
    rest = re.split(
        r"[,;:.()”\"—]|\s[–-]\s|\sand\s(?:said|that)\b|\swhile\b|\safter\b|\swho\b|\swhich\b",
        sentence[match.end() :],
    )[0]
    words_ = " ".join(rest.split()[:REASON_WORDS])
    if not roots(words_):
        return None
    return Reason(words_, match.end(), match.end() + len(rest), roots(words_), sure)
