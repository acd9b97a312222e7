"""Expected and found links between articles -> judgements on copies, shared words, events, differences, stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from dateline.evaluate.reading_match import plain, same_words
from dateline.evaluate.reading_tally import Tally

Data = Mapping[str, Any]
Pairs = set[tuple[str, str]]


def score_links(wanted: Data, articles: Data, found: Data, tally: Tally) -> None:
    """Judge what is expected across articles; `articles` are their own expectations."""
    have = found["links"]
    if "copies" in wanted:
        _copies(wanted["copies"], have["copies"], tally)
    for group in wanted.get("same_words", ()):
        right = any(
            set(group["articles"]) <= set(one["articles"]) and same_words(group["words"], one["words"])
            for one in have["same_words"]
        )
        tally.judge("same words", right, what=group["words"])
    for group in wanted.get("one_event", ()):
        _one_event(group, articles, have["one_event"], tally)
    for difference in wanted.get("discrepancies", ()):
        right = any(_same_difference(difference["values"], one["values"]) for one in have["discrepancies"])
        tally.judge("discrepancies", right, what=difference["what"])


def _copies(wanted: Iterable[Data], have: Iterable[Data], tally: Tally) -> None:
    true = {(one["copy"], one["of"]) for one in wanted}
    got = {(one["copy"], one["of"]) for one in have}
    for pair in sorted(true):
        tally.judge("copies found", pair in got, what=pair)
    for pair in sorted(got, key=str):
        tally.judge("copies right", pair in true, what=pair)


def _one_event(group: Data, articles: Data, have: Iterable[Data], tally: Tally) -> None:
    """One event holds all the articles; its history has the statuses where several are expected."""
    types = {group["type"]} | {
        type_
        for name in group["articles"]
        for event in articles[name].get("events", ())
        if group["type"] in event["types"]
        for type_ in event["types"]
    }
    same = [one for one in have if one["type"] in types and set(group["articles"]) <= set(one["articles"])]
    if tally.judge("one event", bool(same), what=group["what"]) and len(group["statuses"]) > 1:
        right = any(set(group["statuses"]) <= set(one["statuses"]) for one in same)
        tally.judge("history of one event", right, what=f"{same[0]['statuses']} for {group['statuses']}")


def _same_difference(wanted: Mapping[str, list[str]], have: Mapping[str, list[str]]) -> bool:
    """Two of the expected values are told apart: by claims of their articles that share a word with them."""
    told: dict[str, set[str]] = {
        value: {
            claim
            for claim, tellers in have.items()
            if set(tellers) & set(names) and set(_words(value)) & set(_words(claim))
        }
        for value, names in wanted.items()
    }
    return any(
        told[one] and told[other] and told[one] != told[other] for one, other in combinations(sorted(told), 2)
    )


def _words(value: str) -> list[str]:
    return re.findall(r"\w+", plain(value))


def score_stories(wanted: Data, found: Data, tally: Tally) -> None:
    """Precision and recall of pairs of articles in one story, and in one storyline."""
    if "stories" in wanted:
        groups = wanted["stories"]
        _pairs("story pairs", _joined(groups.values()), _joined(found["stories"].values()), tally)
    if "storylines" in wanted:
        lines = [_articles(line, wanted["stories"]) for line in wanted["storylines"].values()]
        got = [_articles(line, found["stories"]) for line in found["storylines"].values()]
        _pairs("storyline pairs", _joined(lines), _joined(got), tally)


def _articles(line: Data, stories: Data) -> list[str]:
    return [name for story in line["stories"] for name in stories[story]]


def _joined(groups: Iterable[Iterable[str]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def _pairs(label: str, wanted: Pairs, found: Pairs, tally: Tally) -> None:
    tally.add(f"{label}: precision", len(wanted & found), len(found))
    tally.add(f"{label}: recall", len(wanted & found), len(wanted))
    for one, other in sorted(wanted - found):
        tally.wrong.append((f"{label}: recall", one, other))
    for one, other in sorted(found - wanted):
        tally.wrong.append((f"{label}: precision", one, other))
