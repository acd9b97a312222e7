"""The handle: what it finds, what it says when there is nothing, what a notebook sees, what an import costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from dateline_fakes import FAKES

import dateline

TEXTS = (
    'Wire|2016-09-05|<b>Talks</b> & tea\nAda met Bert at the summit. "We agree on fish," said Ada.',
    'Herald|2016-09-06|A cold answer\nCarl refused officials. "It\'s over," said Carl.',
)


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dateline.Chronicle]:
    folder = tmp_path_factory.mktemp("in")
    for i, content in enumerate(TEXTS):
        (folder / f"{i}.txt").write_text(content)
    with dateline.open(tmp_path_factory.mktemp("p") / "p.db", line=FAKES) as chronicle:
        chronicle.build([folder])
        yield chronicle


def test_one_record_by_a_short_id(chronicle: dateline.Chronicle) -> None:
    for listing, one in (
        (chronicle.events(), chronicle.event), (chronicle.articles(), chronicle.article),
        (chronicle.mentions(), chronicle.mention), (chronicle.quotations(), chronicle.quotation),
        (chronicle.stories(), chronicle.story), (chronicle.storylines(), chronicle.storyline),
        (chronicle.actors(), chronicle.actor),
    ):  # fmt: skip
        assert listing
        for record in listing:
            assert one(record.id) == record  # type: ignore[attr-defined]
            assert one(record.id[:14]) == record  # type: ignore[attr-defined]
        with pytest.raises(dateline.NotFound) as caught:
            one("act_0000ffff")
        assert caught.value.exit_code == 1
        assert caught.value.remedy


def test_actors_by_name(chronicle: dateline.Chronicle) -> None:
    assert chronicle.actor("ada").name == "Ada"
    with pytest.raises(dateline.NotFound, match="Did you mean Carl"):
        chronicle.actor("Karl")


@pytest.mark.parametrize("given", ["2016-09-06", date(2016, 9, 6)])
def test_days_are_dates_or_words(chronicle: dateline.Chronicle, given: str | date) -> None:
    assert [event.type for event in chronicle.events(from_=given)] == ["REJECT"]
    assert [event.type for event in chronicle.events(to=given, type="consult")] == ["CONSULT"]


@pytest.mark.parametrize(
    "filters", [{"type": "MEETING"}, {"status": "done"}, {"from_": "yesterday"}, {"to": "2016-13-01"}]
)
def test_a_filter_that_makes_no_sense_is_refused(
    chronicle: dateline.Chronicle, filters: dict[str, str]
) -> None:
    with pytest.raises(dateline.UsageError) as caught:
        chronicle.events(**filters)  # type: ignore[arg-type]
    assert caught.value.remedy


def test_listings(chronicle: dateline.Chronicle) -> None:
    events = chronicle.events()
    assert len(events[:1]) == 1
    assert isinstance(events[:1], dateline.Listing)
    assert events[0] in events
    assert events == list(events)
    assert next(reversed(events)) == events[-1]
    assert repr(events) == "<2 event records>"
    assert not chronicle.events(actor="nobody")


def test_frames_have_the_columns_of_the_csv_export(chronicle: dateline.Chronicle) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    for listing in (
        chronicle.events(),
        chronicle.quotations(),
        chronicle.articles(),
        chronicle.events(actor="nobody"),
    ):
        small, fast = listing.to_pandas(), listing.to_polars()
        assert isinstance(small, pandas.DataFrame)
        assert isinstance(fast, polars.DataFrame)
        assert list(small.columns) == fast.columns
        assert len(small) == fast.height == len(listing)


@pytest.mark.parametrize(("package", "method"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_a_missing_frame_package_is_named(
    package: str, method: str, chronicle: dateline.Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(dateline.UsageError, match=r"pip install 'dateline\[frames\]'"):
        getattr(chronicle.events(), method)()


def test_notebooks_see_escaped_text(chronicle: dateline.Chronicle) -> None:
    page = chronicle.articles()._repr_html_()
    assert "<b>" not in page
    assert "&lt;b&gt;Talks&lt;/b&gt; &amp; tea" in page
    found = chronicle.search("fish")._repr_html_()
    assert "agree on fish" in found, "without the marks a terminal wants"


def test_search(chronicle: dateline.Chronicle) -> None:
    (hit,) = chronicle.search("fish")
    assert hit.title == "<b>Talks</b> & tea"
    assert hit.outlet == "Wire"
    assert hit.published.earliest == date(2016, 9, 5)
    assert hit.article_id == chronicle.article(hit.article_id).id
    with pytest.raises(dateline.UsageError):
        chronicle.search('"open')


def test_doctor(chronicle: dateline.Chronicle) -> None:
    report = chronicle.doctor()
    rows = dict(report.rows)
    assert report.problems == ()
    assert rows["articles"] == "2"
    assert rows["events and stories"] == "current"
    assert rows["program"] == f"dateline {dateline.__version__}"
    assert set(dict(dateline.installed().rows)) <= set(rows)


def test_settings_come_from_the_projects_folder(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "dateline.toml").write_text('workers = 3\noverlay = ["tables"]\n')
    with dateline.open(tmp_path / "p.db") as chronicle:
        assert chronicle.config.workers == 3
        assert chronicle.config.overlay == ((tmp_path / "tables").resolve(),)
    with dateline.open(tmp_path / "p.db", flags={"workers": 2}) as chronicle:
        assert chronicle.config.workers == 2


@pytest.mark.parametrize(
    ("name", "words"), [("ofices.tsv", "did you mean 'offices.tsv'"), ("colour.toml", "Known: ")]
)
def test_an_overlay_table_that_nothing_reads_is_said(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_text("x")
    with (
        dateline.open(tmp_path / "p.db", line=FAKES) as chronicle,
        pytest.raises(dateline.ConfigError, match=words) as caught,
    ):
        chronicle.build([], overlay=[tmp_path])
    assert name in caught.value.where


def test_every_table_of_the_package_is_open_to_overlays_or_named_as_fixed() -> None:
    from dateline.chronicle.inventory import FIXED, open_tables

    root = Path(dateline.__file__).parent
    names = {path.name for path in root.rglob("*") if path.suffix in (".tsv", ".toml")}
    assert names >= FIXED
    code = "".join(path.read_text() for path in root.rglob("*.py") if path.name != "inventory.py")
    assert [name for name in open_tables() if f'"{name}"' not in code] == []


def test_a_new_project_is_empty_and_current(tmp_path: Path) -> None:
    with dateline.open(tmp_path / "p.db", line=FAKES) as chronicle:
        assert chronicle.empty
        assert chronicle.current


def test_an_empty_file_is_no_project_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "p.db").touch()
    with pytest.raises(dateline.ProjectError, match="empty"):
        dateline.open(tmp_path / "p.db", create=False)
    assert (tmp_path / "p.db").stat().st_size == 0


@pytest.mark.parametrize("country", ["France", "france", "FRA", "fra", "French", "U.S."])
def test_a_country_goes_by_code_or_name(chronicle: dateline.Chronicle, country: str) -> None:
    assert chronicle.events(country=country) == []


def test_an_unknown_country_is_said(chronicle: dateline.Chronicle) -> None:
    with pytest.raises(dateline.UsageError, match="no country is called 'Atlantis'"):
        chronicle.quotations(country="Atlantis")


def test_a_closed_project_says_so(tmp_path: Path) -> None:
    chronicle = dateline.open(tmp_path / "p.db", line=FAKES)
    chronicle.close()
    with pytest.raises(dateline.UsageError, match="closed"):
        chronicle.events()


def test_a_missing_overlay_folder_is_said_before_work(tmp_path: Path) -> None:
    with (
        dateline.open(tmp_path / "p.db", line=FAKES) as chronicle,
        pytest.raises(dateline.ConfigError, match="nowhere"),
    ):
        chronicle.build([], overlay=[tmp_path / "nowhere"])


def test_every_public_name_is_there() -> None:
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
    assert set(dateline.__all__) <= set(dir(dateline))
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        dateline.opne  # noqa: B018


def test_import_is_cheap_and_so_is_opening() -> None:
    script = (
        "import sys, dateline; a = set(sys.modules); dateline.open; b = set(sys.modules);"
        "print(sorted(m for m in a if m.startswith('dateline'))); print(sorted(b & {'spacy', 'numpy', 'trafilatura',"
        " 'datasketch', 'dateparser', 'rich', 'click', 'pandas', 'polars', 'pyarrow', 'lxml'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    names, heavy = done.stdout.splitlines()
    assert names == "['dateline']"
    assert heavy == "[]"
