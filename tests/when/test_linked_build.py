"""A build that adds a dated article narrows the days of an undated one it already holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import dateline

STORY = (
    "The Orrin trawlers returned to Aldmoor harbour on Wednesday after the Kastrian navy released their crews, and the "
    "fishing families of Aldmoor met them on the quay with flags, bread and a brass band from the cannery."
)


def test_a_later_article_narrows_an_earlier_one(tmp_path: Path) -> None:
    early, late = tmp_path / "early.txt", tmp_path / "late.txt"
    early.write_text(f"Orrin trawlers return to Aldmoor\n\n{STORY}\n", encoding="utf-8")
    late.write_text(
        "Aldmoor greets the Orrin trawlers\n\nThursday, March 5, 2020\n\nCrews of the Orrin trawlers, released by the "
        "Kastrian navy, were back in Aldmoor harbour on Wednesday, where fishing families met them with flags and bread.\n",
        encoding="utf-8",
    )
    with dateline.open(tmp_path / "linked.db") as chronicle:
        chronicle.build([str(early)])
        (alone,) = chronicle.articles()
        assert not alone.published.known
        chronicle.build([str(late)])
        found = {Path(article.source).stem: article.published for article in chronicle.articles()}
    assert (found["late"].earliest, found["late"].basis) == (dt.date(2020, 3, 5), "dateline")
    assert found["early"].basis == "linked"
    assert found["early"].earliest == dt.date(2020, 3, 4)
    assert found["early"].days == 7
