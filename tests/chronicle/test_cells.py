"""Cells of tables for people: a spreadsheet runs none of them, and every other value stays what it is."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronicle.cells import FORMULA, inert


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("plain", "plain"), ("a = b", "a = b"), ("", ""), (None, ""), (3, 3), (-3, -3), (-0.5, -0.5), (True, True),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), (" =1", "' =1"), ("\u00a0=1", "'\u00a0=1"), ("\ufeff=1", "'\ufeff=1"),
        ("\u200b@x", "'\u200b@x"), ("\x0b=1", "'\x0b=1"), ("＝1", "'＝1"), ("﹦1", "'﹦1"), ("|calc", "'|calc"),
        ("%0A=1", "'%0A=1"), (["a", "b"], "a; b"), (("=a", "b"), "'=a; b"), ({"a": 1}, '{"a": 1}'), ("'=1", "'=1"),
    ],
)  # fmt: skip
def test_a_cell(value: object, cell: object) -> None:
    assert inert(value) == cell


@given(st.text())
def test_no_words_begin_a_formula_and_none_are_lost(words: str) -> None:
    cell = inert(words)
    assert cell in (words, f"'{words}")
    assert not cell.startswith(FORMULA)
    assert not cell.strip("\ufeff\u200b\u2060 \t\r\n\x0b\x0c\xa0").startswith(FORMULA)
    out = io.StringIO()
    csv.writer(out).writerow([cell, "x"])
    assert len(next(csv.reader(io.StringIO(out.getvalue(), newline="")))) == 2
