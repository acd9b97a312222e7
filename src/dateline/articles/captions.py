"""Lines around a picture that no pattern knows: told by being repeated, by a credit beside them, by their words."""

from __future__ import annotations

import re

from dateline.articles.lines import is_terminated, is_title_case, states_something, words

# What captions say and narration seldom does: who stands where, what they were doing as the shutter fell.
_PICTURE = re.compile(
    r"\((?:left|right|center|centre|l|c|top|bottom|pictured|front|back|middle|second (?:from )?(?:left|right))\)"
    r"|\b(?:is|are) (?:seen|pictured|shown|photographed)\b|\bpictured\b|\bfile (?:photo|picture|image)\b"
    r"|\b(?:poses?|gestures?|waves?|shakes? hands|looks? on|smiles?|listens?|walks?|arrives?|speaks?|stands?|sits?"
    r"|addresses|attends?|delivers?|leaves?|greets?|embraces?|meets?|talks?|holds? up|testif(?:y|ies)|reacts?)"
    r" (?:[\w’'-]+ ){0,6}?(?:at|in|on|during|before|after|as|to|with|outside|near|next|beside|alongside|from|for)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 60


def describes_a_picture(line: str) -> bool:
    """Whether an unfinished line before the body tells what a picture shows."""
    if is_title_case(line) and len(words(line)) > 5:
        return False  # captions are written as sentences are, headlines often are not
    return len(words(line)) <= _MOST_WORDS and not is_terminated(line) and _PICTURE.search(line) is not None


def is_caption(line: str, *, times: int, beside_credit: bool) -> bool:
    """Whether a line outside the prose is a caption.

    times: how often the line stands in the text; beside_credit: whether the next line that is not the same one
    credits a picture.
    """
    if len(words(line)) > _MOST_WORDS:
        return False
    if beside_credit and (not is_terminated(line) or times > 1):
        return True
    if is_terminated(line):
        return False
    return times > 1 or describes_a_picture(line)


def is_label(line: str) -> bool:
    """Whether a line outside the prose is a mere label: at most six words, unfinished, and stating nothing."""
    unfinished = not is_terminated(line) and not line.endswith(":")
    return unfinished and len(words(line)) <= 6 and not states_something(line)
