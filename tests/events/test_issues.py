"""Issues: words found where they stand, capitals kept apart, long terms before short ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ConfigError
from dateline.events.issues import issues_of, load_issues, window

FOUND = [
    ("They spoke of chemical weapons.", "chemical_weapons", "chemical weapons"),
    ("New tariffs were announced.", "trade", "tariffs"),
    ("A Drone was seen.", "drone_strikes", "Drone"),
    ("The NPT was signed.", "nonproliferation", "NPT"),
]


@pytest.mark.parametrize(("sentence", "issue", "words"), FOUND)
def test_words_show_the_issue(sentence, issue, words):
    assert (issue, words) in [(name, sentence[low:high]) for name, (low, high) in issues_of(sentence)]


@pytest.mark.parametrize("sentence", ["It is a prism of glass.", "Nothing to see here.", ""])
def test_acronyms_are_matched_as_written(sentence):
    assert issues_of(sentence) == ()


@given(st.text(max_size=200))
def test_spans_lie_inside_the_text_in_order(words):
    found = issues_of(words)
    for issue, (low, high) in found:
        assert 0 <= low < high <= len(words)
        assert issue in load_issues().labels
    assert [span for _, span in found] == sorted(span for _, span in found)


def test_window_counts_what_lies_between():
    found = (("a", (0, 3)), ("b", (5, 8)), ("b", (9, 12)), ("c", (20, 22)))
    assert window(found)(0, 15) == ("b", "a")


def test_an_overlay_adds_an_issue(tmp_path):
    (tmp_path / "issues.tsv").write_text(
        "issue_id\tlabel\ttrigger_terms\nwhales\tWhaling\twhaling ban\n", encoding="utf-8"
    )
    assert issues_of("The whaling ban held.", (tmp_path,)) == (("whales", (4, 15)),)


def test_a_broken_overlay_is_a_fault(tmp_path):
    (tmp_path / "issues.tsv").write_text("issue_id\tlabel\nwhales\tWhaling\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"issues\.tsv"):
        issues_of("x", (tmp_path,))
