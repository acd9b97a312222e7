"""A document's lines -> a draft: title, byline, outlet, date line and dateline read, everything foreign taken out."""

from __future__ import annotations

from dateline.articles import bylines, headings, outlets
from dateline.articles.boilerplate import Boilerplate
from dateline.articles.datelines import find_dateline
from dateline.articles.daylines import read_date_line
from dateline.articles.draft import Draft
from dateline.articles.given import Given
from dateline.articles.lines import even, looks_like_headline
from dateline.articles.mending import tidy_lines
from dateline.articles.outlets import OutletFinder

_EDGE = 8


def clean(source: Given, boilerplate: Boilerplate, who: OutletFinder) -> Draft:
    """All steps in order. Lines are only ever dropped with a reason: text and removed words together are the input."""
    draft = Draft([line for line in tidy_lines(source.text) if line])
    draft.title = source.title
    draft.outlet = source.outlet
    draft.byline = bylines.names_in(source.byline) if source.byline else ()
    headings.drop_repeated_title(draft)
    _read_date_lines(draft, who)
    headings.read_masthead(draft, who)
    _drop_boilerplate(draft, boilerplate)
    headings.find_title(draft, who)
    headings.drop_repeated_title(draft)
    for number in draft.head():
        draft.fate[number] = boilerplate.reason(draft.lines[number], "head")
    headings.settle_head(draft, who)
    headings.drop_captions_by_credit(draft)
    _drop_tail(draft, boilerplate)
    headings.settle_tail(draft)
    headings.drop_repeated_paragraphs(draft)
    _read_dateline(draft)
    return draft


def _read_date_lines(draft: Draft, who: OutletFinder) -> None:
    last = len(draft.lines)
    for number, line in enumerate(draft.lines):
        if draft.fate[number] is not None or _EDGE <= number < last - _EDGE:
            continue
        found = read_date_line(line)
        if found is None or (number and found.outlet and number >= _EDGE):
            continue
        draft.drop(number, "date line")
        draft.published = draft.published or found.days
        draft.byline = draft.byline or found.byline
        if found.outlet and not draft.outlet:
            draft.outlet = outlets.canonical(found.outlet, who)


def _drop_boilerplate(draft: Draft, boilerplate: Boilerplate) -> None:
    first = next(iter(draft.staying()), None)
    for number in draft.staying():
        line = draft.lines[number]
        reason = boilerplate.reason(line)
        if number == first and draft.title is None and reason == "related" and looks_like_headline(line):
            continue
        if reason is None:
            rest, cuts = boilerplate.strip_inline(line)
            if cuts and not rest:
                reason = cuts[0].reason
            elif cuts:
                draft.lines[number] = rest
                draft.inline.extend((number, cut) for cut in cuts)
                reason = boilerplate.reason(rest)
        if reason is not None:
            draft.drop(number, reason)


def _drop_tail(draft: Draft, boilerplate: Boilerplate) -> None:
    """From the last line upwards, as long as lines are no part of the article."""
    names = [even(name) for name in draft.byline]
    for number in reversed(draft.staying()[1:]):
        line = draft.lines[number]
        reason = boilerplate.reason(line, "tail")
        if reason is None and any(even(line).startswith((f"{name} is ", f"{name} was ")) for name in names):
            reason = "about the author"
        if reason is None:
            return
        draft.drop(number, reason)


def _read_dateline(draft: Draft) -> None:
    for number in draft.staying()[:3]:
        opening = find_dateline(draft.lines[number])
        if opening is None:
            continue
        rest = draft.lines[number][len(opening.words) :].lstrip()
        if len(rest.split()) >= 4:
            draft.cut(number, opening.words, rest, "dateline")
            draft.opening = opening
            return
