"""run_unit and cut: one bad document is rejected with its reason, the others go on."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from dateline_fakes import FAKES
from hypothesis import given
from hypothesis import strategies as st

from dateline.config import Config
from dateline.pipeline import Outcome, Unit, cut, run_unit
from dateline.pipeline.line import load
from dateline.pipeline.unit import UNIT_CHARS
from dateline.records import RawDocument, Rejected

STAGES = FAKES.stages(Config())
GOOD = 'Wire|2016-09-05|A title\nAda met Bert. "We agree," said Ada.'


def raw(content: str, name: str = "a.txt") -> RawDocument:
    return RawDocument(name, f"sha of {content}", "text", content)


def test_a_good_document_gives_its_records() -> None:
    (outcome,) = run_unit(Unit(0, (raw(GOOD),)), STAGES).outcomes
    assert isinstance(outcome, Outcome)
    assert [q.content.text for q in outcome.quotations] == ["We agree,"]
    assert [m.type for m in outcome.mentions] == ["CONSULT"]
    assert {one.name for one in outcome.seen} >= {"Ada", "Bert"}
    assert len(outcome.digest) == 8


@pytest.mark.parametrize(
    ("content", "stage", "code", "detail"),
    [
        ("Wire|2016-09-05|T\nFRENCH words", "articles", "language", "the article is in French"),
        ("Wire|2016-09-05|T\nREFUSE", "quotes", "odd", "somewhere: this text is odd. Mend it"),
        ("Wire|2016-09-05|T\nBREAK", "quotes", "stage-fault", "KeyError at dateline_fakes.py:"),
        ("no date here", "articles", "stage-fault", "ValueError at dateline_fakes.py:"),
    ],
)
def test_a_bad_document_is_rejected_and_the_rest_goes_on(
    content: str, stage: str, code: str, detail: str
) -> None:
    first, bad, last = run_unit(
        Unit(0, (raw(GOOD), raw(content, "bad.txt"), raw(GOOD + " "))), STAGES
    ).outcomes
    assert isinstance(first, Outcome)
    assert isinstance(last, Outcome)
    assert isinstance(bad, Rejected)
    assert (bad.source, bad.stage, bad.code) == ("bad.txt", stage, code)
    assert detail in bad.detail


def test_an_error_that_concerns_every_article_passes_through() -> None:
    def broken(raw: RawDocument) -> Rejected:
        raise ImportError("a package is missing")

    stages = replace(STAGES, articles=broken)
    with pytest.raises(ImportError):
        run_unit(Unit(0, (raw(GOOD),)), stages)


def test_units_and_results_travel_between_processes() -> None:
    unit = Unit(3, (raw(GOOD), raw("Wire|2016-09-05|T\nBREAK")))
    result = run_unit(pickle.loads(pickle.dumps(unit)), STAGES)
    assert pickle.loads(pickle.dumps(result)) == result
    assert {stage for stage, _ in result.seconds} >= {"articles", "text", "quotes", "events"}


@given(st.lists(st.integers(0, UNIT_CHARS * 2), max_size=30), st.integers(1, 9))
def test_cut_keeps_order_and_bounds(lengths: list[int], size: int) -> None:
    raws = [RawDocument(str(i), "", "text", Long(n)) for i, n in enumerate(lengths)]
    units = list(cut(iter(raws), size))
    assert [one for unit in units for one in unit.raws] == raws
    assert [unit.number for unit in units] == list(range(len(units)))
    for unit in units:
        assert 1 <= len(unit.raws) <= size
        assert sum(len(one.content) for one in unit.raws[:-1]) < UNIT_CHARS


class Long(str):
    """A text of a given length that takes no room."""

    def __new__(cls, length: int) -> Long:
        made = super().__new__(cls, length)
        made.length = length
        return made

    length: int

    def __len__(self) -> int:
        return self.length


def test_load_follows_dotted_names() -> None:
    assert load("dateline.records:Article.make_id")("x").startswith("art_")
