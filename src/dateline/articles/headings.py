"""The lines before the first paragraph -> title, byline and outlet lines; what is left of them is decided here too."""

from __future__ import annotations

import re

from dateline.articles import captions
from dateline.articles.bylines import byline_line, is_person_name, names_in
from dateline.articles.draft import TITLE, Draft
from dateline.articles.lines import (
    even,
    is_prose,
    is_terminated,
    is_title_case,
    looks_like_headline,
    states_something,
    words,
)
from dateline.articles.outlets import OutletFinder

_SUMMARIES = ("story highlights", "highlights", "key points", "key takeaways", "at a glance", "summary")
_PARTS = re.compile(r"\s+(?:[-–—•·]|\|)\s+|\s*\|\s*")
_LEAST_TITLE = 4
_LONGEST_NAME = 3
_OPENING = 4


def read_masthead(draft: Draft, who: OutletFinder) -> None:
    """Take out a first line of short parts one of which is a known outlet ("THE PAPER - NEWS"), and keep the outlet.

    A longer part beside the outlet's is the title, as in "Envoy leaves for talks in Kester | The Paper".
    """
    for number in draft.staying()[:2]:
        line = draft.lines[number]
        parts = _PARTS.split(line)
        if is_terminated(line) or len(line) > 200:
            continue
        known = [(part, actor.name) for part in parts if (actor := who.outlet(part.strip()))]
        others = [part for part in parts if part not in [one for one, _ in known]]
        if not known or len(parts) == 1:
            continue
        if all(len(words(part)) <= 4 for part in others):
            draft.drop(number, "outlet")
        elif len(parts) == 2 and parts[1] == known[0][0] and draft.title is None:
            draft.cut(number, line[len(parts[0]) :].strip(), parts[0], "outlet")
        else:
            continue
        draft.outlet = draft.outlet or known[0][1]
        return


def find_title(draft: Draft, who: OutletFinder) -> None:
    """Take the first line for the title when it looks like one and prose, or another such line, follows."""
    staying = draft.staying()
    if draft.title or not staying:
        return
    head = draft.head()
    if not head and len(staying) > 1 and _is_question(draft.lines[staying[0]]):
        head = staying[:1]
    candidates = [number for number in head if _may_be_title(draft, number, who)]
    if not candidates:
        return
    first = candidates[0]
    repeated = next((n for n in candidates if _times(draft, n) > 1), None)
    before = [
        n
        for n in head
        if n < first and not (_is_outlet(draft.lines[n], draft, who) or _is_byline(draft, n, who))
    ]
    if before or (captions.describes_a_picture(draft.lines[first]) and _times(draft, first) > 1):
        # Something else stands first: only a line that is plainly a headline may still be one.
        if repeated is None or not states_something(draft.lines[repeated]):
            return
        first = repeated
    if (
        len(words(draft.lines[first])) < 3
        and len(candidates) > 1
        and not states_something(draft.lines[first])
    ):
        first = candidates[1]
    draft.title = draft.lines[first]
    draft.drop(first, TITLE)


def _may_be_title(draft: Draft, number: int, who: OutletFinder) -> bool:
    line = draft.lines[number]
    if not looks_like_headline(line) or _opens_summary(line):
        return False
    return not (_is_outlet(line, draft, who) or _is_byline(draft, number, who))


def _is_question(line: str) -> bool:
    """Whether a line is one question and short enough for a headline."""
    return line.endswith("?") and looks_like_headline(line) and not re.search(r"[.!?][”\"]? ", line)


def _opens_summary(line: str) -> bool:
    level = even(line)
    return not is_terminated(line) and any(level == one or level.startswith(one + " ") for one in _SUMMARIES)


def drop_repeated_title(draft: Draft) -> None:
    """Take out lines that say the title again, alone or in front of a standfirst or behind a caption."""
    if not draft.title:
        return
    title = even(draft.title)
    long_enough = len(title.split()) >= _LEAST_TITLE
    for number in draft.staying():
        line = draft.lines[number]
        if number >= _OPENING and len(line) > 2 * len(draft.title):
            continue
        level = even(line)
        if level == title and (not is_terminated(line) or number < 3 or is_terminated(draft.title)):
            draft.drop(number, "repeated title")
        elif long_enough and number < _OPENING and level.startswith(title + " "):
            rest = _after(line, title)
            if rest and (rest[0].isupper() or rest[0] in "“\"'‘"):
                draft.cut(number, line[: len(line) - len(rest)].strip(), rest, "repeated title")


def settle_head(draft: Draft, who: OutletFinder) -> None:
    """Decide on each line between title and first paragraph: byline, outlet, summary, caption, label, or body."""
    in_summary = False
    for number in draft.head():
        line = draft.lines[number]
        level = even(line)
        if any(
            level == opener or level.startswith(opener + " ") for opener in _SUMMARIES
        ) and not is_terminated(line):
            in_summary = True
        if in_summary and not is_terminated(line):
            draft.drop(number, "summary")
        elif _is_byline(draft, number, who):
            draft.byline = draft.byline or names_in(line)
            draft.drop(number, "byline")
        elif _is_outlet(line, draft, who):
            actor = who.outlet(line)
            draft.outlet = draft.outlet or (actor.name if actor else None)
            draft.drop(number, "outlet")
        elif captions.is_caption(
            line, times=_times(draft, number), beside_credit=_credit_follows(draft, number)
        ):
            draft.drop(number, "caption")
        elif captions.is_label(line) or (
            is_title_case(line) and not is_terminated(line) and len(words(line)) <= 12
        ):
            draft.drop(number, "label")


def settle_tail(draft: Draft) -> None:
    """Take out names and labels after the last paragraph, unless a colon introduces them as a list."""
    tail = draft.tail()
    if not tail or (tail[0] > 0 and draft.lines[tail[0] - 1].endswith(":")):
        return
    for number in tail:
        line = draft.lines[number]
        if line.lstrip("-–— ") != line and is_person_name(line.lstrip("-–— ")):
            draft.drop(number, "byline")
        elif captions.is_caption(
            line, times=_times(draft, number), beside_credit=_credit_follows(draft, number)
        ):
            draft.drop(number, "caption")
        elif captions.is_label(line) and len(tail) <= 8 and not line.startswith(("•", "-", "*", "“", '"')):
            draft.drop(number, "label")


def drop_captions_by_credit(draft: Draft) -> None:
    """Take out an unfinished line anywhere that a photo credit follows, with its repetitions."""
    for number in draft.staying():
        line = draft.lines[number]
        if not is_prose(line) and not is_terminated(line) and _credit_follows(draft, number):
            draft.drop(number, "caption")


def drop_repeated_paragraphs(draft: Draft) -> None:
    """Keep the first of paragraphs that stand twice, and drop lifted quotations that a paragraph holds in full."""
    seen: set[str] = set()
    for number in draft.staying():
        level = even(draft.lines[number])
        if len(level) >= 60 and level in seen:
            draft.drop(number, "repeated")
        seen.add(level)
    staying = draft.staying()
    for number in staying:
        line = draft.lines[number]
        level = even(line.rsplit(" — ", 1)[0].rsplit(" -- ", 1)[0])
        lifted = line.startswith(("“", '"')) or not is_terminated(line)
        if lifted and len(level) >= 50 and len(level) < 400 and _is_held(level, number, staying, draft):
            draft.drop(number, "pull quote")


def _is_held(level: str, number: int, staying: list[int], draft: Draft) -> bool:
    return any(
        len(draft.lines[other]) > len(draft.lines[number]) and level in even(draft.lines[other])
        for other in staying
        if other != number and draft.fate[other] is None
    )


def _is_byline(draft: Draft, number: int, who: OutletFinder) -> bool:
    line = draft.lines[number]
    if byline_line(line):
        return True
    names = {even(name) for name in draft.byline}
    people = [even(name) for name in names_in(line)]
    if people and len(words(line)) <= 3 * len(people) + 4 and any(person in names for person in people):
        return True
    if not people or any(len(person.split()) > _LONGEST_NAME for person in people):
        return False
    after = next((n for n in range(number + 1, len(draft.lines)) if draft.fate[n] is None), None)
    return len(words(line)) <= 10 and after is not None and who.outlet(draft.lines[after]) is not None


def _is_outlet(line: str, draft: Draft, who: OutletFinder) -> bool:
    if len(words(line)) > 6:
        return False
    return (draft.outlet is not None and even(line) == even(draft.outlet)) or who.outlet(line) is not None


def _credit_follows(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    after = next((n for n in range(number + 1, len(draft.lines)) if draft.lines[n] != line), None)
    return after is not None and draft.fate[after] == "photo credit"


def _times(draft: Draft, number: int) -> int:
    return draft.lines.count(draft.lines[number])


def _after(line: str, title: str) -> str:
    """What follows the title's words at the start of the line."""
    for end in range(len(title) - 8, min(len(line), len(title) + 40)):
        if even(line[:end]) == title and (end == len(line) or line[end].isspace()):
            return line[end:].strip(" |:–—-")
    return ""
