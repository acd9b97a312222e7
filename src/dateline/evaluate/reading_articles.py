"""Expectations and findings, article by article -> judgements on metadata, body, quotations and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.evaluate.reading_match import (
    overlap,
    place_of,
    plain,
    same_name,
    same_words,
    within,
)
from dateline.evaluate.reading_tally import Tally

Data = Mapping[str, Any]

NOTHING: Data = {"text": "", "author": [], "published": [None, None], "quotes": [], "events": []}
"""What is found in an article that was rejected or lost."""


def score_articles(wanted: Data, found: Data, tally: Tally) -> None:
    """Judge every article; one that was not found is wrong in everything but what must not be there."""
    for name, expected in wanted.items():
        tally.judge("articles found", name in found, name)
        have = found.get(name, NOTHING)
        _metadata(name, expected, have, tally)
        _body(name, expected, have, tally)
        _quotations(name, expected, have, tally)
        if "events" in expected:
            _events(name, expected["events"], have, tally)


def _metadata(name: str, expected: Data, have: Data, tally: Tally) -> None:
    for key in ("outlet", "title", "dateline_place"):
        if key in expected:
            got, want = have.get(key), expected[key]
            tally.judge(key, plain(got or "") == plain(want or ""), name, f"{got!r} for {want!r}")
    if "author" in expected:
        want = [expected["author"]] if expected["author"] else []
        right = [plain(one) for one in have["author"]] == [plain(one) for one in want]
        tally.judge("byline", right, name, f"{have['author']} for {want}")
    if "published" in expected:
        got, true = tuple(have["published"]), tuple(expected["published"])
        known = got[0] is not None and got[1] is not None
        what = f"{got} ({have.get('published_basis')}) for {true}"
        tally.judge("published: true day possible", bool(have["text"]) and overlap(got, true), name, what)
        tally.judge("published: no day too many", known and within(got, true), name, what)


def _body(name: str, expected: Data, have: Data, tally: Tally) -> None:
    for words in expected.get("boilerplate", ()):
        tally.judge("boilerplate out", words not in have["text"], name, words)
    for words in expected.get("body_has", ()):
        tally.judge("body kept", words in have["text"], name, words)


def _quotations(name: str, expected: Data, have: Data, tally: Tally) -> None:
    marked = [one for one in have["quotes"] if one["kind"] != "indirect"]
    wanted = expected.get("quotes", ())
    for quote in wanted:
        own = [one for one in marked if same_words(quote["content"], one["content"])]
        if not tally.judge("quotations found", bool(own), name, quote["content"]):
            continue
        right = any(same_name(quote["speaker"], one["speaker"]) for one in own)
        said = own[0]["speaker"][:1]
        tally.judge(
            "speaker",
            right,
            name,
            f"{quote['content']} | {said} for {quote['speaker'][:2]} | {own[0]['rule']}",
        )
        if quote.get("via"):
            right = any(same_name(quote["via"], one["via"]) for one in own)
            tally.judge(
                "via", right, name, f"{quote['content']} | {own[0]['via'][:2]} for {quote['via'][:2]}"
            )
    for words in expected.get("not_quotes", ()):
        taken = any(plain(one["content"]).strip("\"'.,!? ") == plain(words) for one in marked)
        tally.judge("scare quotes left", not taken, name, words)
    if "quotes" in expected:
        for one in have["quotes"]:
            if one["kind"] == "direct":
                known = any(same_words(quote["content"], one["content"]) for quote in wanted)
                tally.judge(
                    "direct quotations expected", known, name, f"{one['content']} | {one['speaker'][:1]}"
                )


def _events(name: str, wanted: Sequence[Data], have: Data, tally: Tally) -> None:
    pairs = _paired(wanted, have)
    for i, event in enumerate(wanted):
        if not event.get("must", True):
            continue
        mention = have["events"][pairs[i]] if i in pairs else None
        what = f"{'/'.join(event['types'])} {event['evidence']}"
        if not tally.judge("event mentioned", mention is not None, name, what) or mention is None:
            continue
        right = bool(set(mention["types"]) & set(event["types"]))
        if tally.judge("event type", right, name, f"{mention['types'][0]} for {what}"):
            _slots(name, event, mention, what, tally)
    known = set(pairs.values())
    for i, mention in enumerate(have["events"]):
        said = f"{mention['types'][0]} {mention['status'][0]} {mention['source'][:1]} {mention['target'][:1]}"
        tally.judge("mentions expected", i in known, name, f"{said} | {mention['evidence'][:110]}")


def _slots(name: str, event: Data, mention: Data, what: str, tally: Tally) -> None:
    right = bool(set(mention["status"]) & set(event["status"]))
    tally.judge("event status", right, name, f"{mention['status'][0]} for {what}")
    source, target = _sides(event, mention)
    if event["source"]:
        tally.judge("event source", source, name, f"{mention['source'][:1]} for {event['source'][:1]} {what}")
    if event["target"]:
        tally.judge("event target", target, name, f"{mention['target'][:1]} for {event['target'][:1]} {what}")
    true, got = (event["earliest"], event["latest"]), (mention["earliest"], mention["latest"])
    if any(true):
        tally.judge("event date", any(got) and overlap(got, true), name, f"{got} for {true} {what}")
    if event["place"]:
        place = same_name(event["place"], mention["place"] or ())
        tally.judge("event place", place, name, f"{mention['place']} for {event['place'][:1]} {what}")


def _sides(event: Data, mention: Data) -> tuple[bool, bool]:
    """Whether source and target are right; the sides of a mutual act may stand either way round or together."""
    one, other = mention["source"], mention["target"]
    ways = [(one, other)]
    if event.get("mutual"):
        ways += [(other, one), (one + other, one + other)]
    judged = [
        (
            not event["source"] or same_name(event["source"], left),
            not event["target"] or same_name(event["target"], right),
        )
        for left, right in ways
    ]
    return max(judged, key=sum)


def _paired(wanted: Sequence[Data], have: Data) -> dict[int, int]:
    """Expected event -> mention, one to one: they share the place in the text, and as much else as possible."""
    rows = []
    for i, event in enumerate(wanted):
        place = place_of(event["evidence"], have["text"])
        if place is None:
            continue
        for j, mention in enumerate(have["events"]):
            typed = bool(set(mention["types"]) & set(event["types"]))
            near = _touch(place, mention["trigger"]) or (typed and _touch(place, mention["sentence"]))
            if near:
                status = bool(set(mention["status"]) & set(event["status"]))
                worth = (
                    8 * typed + 4 * status + sum(_sides(event, mention)) + _touch(place, mention["trigger"])
                )
                rows.append((-worth, not event.get("must", True), i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(rows):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
