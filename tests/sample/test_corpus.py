"""The sample agrees with itself: what `expected.json` says is in the files, weekdays are right, overlay tables parse."""

from __future__ import annotations

import csv
import datetime as dt
import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dateline.config import load_config
from dateline.records import EVENT_TYPES, STATUSES
from dateline.sample import folder

ROOT = folder()
CORPUS = ROOT / "corpus"
EXPECTED: dict[str, Any] = json.loads((ROOT / "expected.json").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, Any]] = EXPECTED["articles"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DATED = re.compile(rf"\b({'|'.join(DAYS)}),? ({'|'.join(MONTHS)}) (\d\d?), (\d{{4}})")
DATELINE = re.compile(r"^(?:[A-Z]+ ?)+, (?:[A-Z][a-z]+ \d|\d\d? [A-Z][a-z]+)", re.M)
REPLACED_KEYS = {
    "states.tsv": ["country"],
    "offices.tsv": ["person", "office", "start"],
    "organisations.tsv": ["name"],
    "outlets.tsv": ["outlet"],
    "summits.tsv": ["series", "name"],
    "places.tsv": ["name", "country"],
    "regions.tsv": ["name", "country"],
    "issues.tsv": ["issue_id"],
}


def words(source: str) -> str:
    """The readable text of one article: title and body, whatever the form of the file."""
    name, _, record = source.partition("#")
    raw = (CORPUS / name).read_text(encoding="utf-8")
    if name.endswith(".jsonl"):
        rows = [json.loads(line) for line in raw.splitlines()]
        found = next(row for row in rows if row["id"] == record)
        return f"{found['title']}\n{found['text']}"
    if name.endswith(".csv"):
        found = list(csv.DictReader(raw.splitlines(keepends=True)))[int(record) - 1]
        return f"{found['headline']}\n{found['body']}"
    if name.endswith(".html"):
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", raw)))
    return raw


def table(name: str) -> tuple[list[str], list[list[str]]]:
    lines = (ROOT / "overlay" / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Invented")
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return header, rows


def test_every_article_is_expected_and_every_expected_one_is_there() -> None:
    found = []
    for path in sorted(CORPUS.rglob("*.*")):
        name = path.relative_to(CORPUS).as_posix()
        if path.suffix == ".jsonl":
            found += [f"{name}#{json.loads(line)['id']}" for line in path.read_text("utf-8").splitlines()]
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                found += [f"{name}#{number}" for number, _ in enumerate(csv.DictReader(file), 1)]
        else:
            found.append(name)
    assert sorted(found) == sorted(ARTICLES)
    assert 24 <= len(found) <= 26


def test_five_outlets_and_four_years() -> None:
    outlets = Counter(article["outlet"] for article in ARTICLES.values())
    assert len(outlets) == 5 and min(outlets.values()) >= 4
    days = sorted(day for article in ARTICLES.values() for day in article["published"])
    assert (dt.date.fromisoformat(days[-1]) - dt.date.fromisoformat(days[0])).days >= 4 * 365 - 7


@pytest.mark.parametrize("source", ARTICLES)
def test_expected_words_are_in_the_file(source: str) -> None:
    text, article = words(source), ARTICLES[source]
    wanted = [*article["boilerplate"], *article["body_has"], *article["not_quotes"]]
    wanted += [quote["content"] for quote in article["quotes"]]
    wanted += [event["evidence"] for event in article["events"]]
    wanted += [article["title"]] if article["title"] else []
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize("source", ARTICLES)
def test_expected_events_are_codable_and_dated_within_reason(source: str) -> None:
    for event in ARTICLES[source]["events"]:
        assert set(event["types"]) <= set(EVENT_TYPES) and set(event["status"]) <= set(STATUSES)
        assert event["types"] and event["status"] and (event["source"] or event["target"])
        first, last = event["earliest"], event["latest"]
        assert first is None or last is None or dt.date.fromisoformat(first) <= dt.date.fromisoformat(last)


@pytest.mark.parametrize("source", ARTICLES)
def test_length_is_that_of_a_news_article(source: str) -> None:
    assert 150 <= len(words(source).split()) <= 800


def test_written_weekdays_are_right() -> None:
    checked = 0
    for source in ARTICLES:
        for weekday, month, day, year in DATED.findall(words(source)):
            when = dt.date(int(year), MONTHS.index(month) + 1, int(day))
            assert DAYS[when.weekday()] == weekday, f"{source}: {weekday}, {month} {day}, {year}"
            checked += 1
    assert checked >= 3


def test_events_told_by_weekday_fall_on_that_weekday() -> None:
    checked = 0
    for source, article in ARTICLES.items():
        for event in article["events"]:
            said = [day for day in DAYS if f"on {day}" in event["evidence"]]
            if said and event["earliest"] == event["latest"]:
                assert DAYS[dt.date.fromisoformat(event["earliest"]).weekday()] == said[0], (source, event)
                checked += 1
    assert checked >= 12


def test_datelines_stand_where_a_place_is_expected() -> None:
    for source, article in ARTICLES.items():
        place = article["dateline_place"]
        if place and not source.endswith(".html"):
            assert DATELINE.search(words(source)), source
            assert place.upper() in words(source), source


def test_the_same_words_and_differing_accounts_are_in_their_articles() -> None:
    links = EXPECTED["links"]
    for group in links["same_words"]:
        assert len(group["articles"]) > 1
        assert [source for source in group["articles"] if group["words"] not in words(source)] == []
    for difference in links["discrepancies"]:
        assert len(difference["values"]) > 1
        for value, sources in difference["values"].items():
            assert [source for source in sources if value not in words(source)] == []


def test_copies_share_their_sentences() -> None:
    for pair in EXPECTED["links"]["copies"]:
        one, other = (set(re.findall(r"\w+ \w+ \w+", words(pair[key]))) for key in ("copy", "of"))
        assert len(one & other) / len(one) > 0.3
    for one_source, other_source in EXPECTED["links"]["not_copies"]:
        one, other = (set(re.findall(r"\w+ \w+ \w+", words(name))) for name in (one_source, other_source))
        assert len(one & other) / len(one) < 0.2


def test_stories_part_the_articles_and_storylines_the_stories() -> None:
    in_stories = [source for sources in EXPECTED["stories"].values() for source in sources]
    assert sorted(in_stories) == sorted(ARTICLES)
    in_lines = [story for line in EXPECTED["storylines"].values() for story in line["stories"]]
    assert sorted(in_lines) == sorted(EXPECTED["stories"])
    assert len(EXPECTED["storylines"]) == 3
    together = {
        line: sum(len(EXPECTED["stories"][story]) for story in value["stories"])
        for line, value in EXPECTED["storylines"].items()
    }
    assert min(together.values()) >= 7


def test_every_status_that_matters_is_told() -> None:
    told = {
        status for article in ARTICLES.values() for event in article["events"] for status in event["status"]
    }
    assert told >= set(STATUSES)


def test_one_event_is_told_by_the_articles_named_for_it() -> None:
    for event in EXPECTED["links"]["one_event"]:
        for source in event["articles"]:
            assert any(event["type"] in mention["types"] for mention in ARTICLES[source]["events"]), (
                event,
                source,
            )


@pytest.mark.parametrize("name", REPLACED_KEYS)
def test_overlay_rows_have_their_columns_and_no_key_twice(name: str) -> None:
    header, rows = table(name)
    assert rows and all(len(row) == len(header) for row in rows)
    keys = [tuple(row[header.index(column)] for column in REPLACED_KEYS[name]) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        assert all(cell == cell.strip() for cell in row)
        for column in {"start", "end"} & set(header):
            assert not cells[column] or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", cells[column])
        if cells.get("start") and cells.get("end"):
            assert cells["start"] <= cells["end"]
        assert not cells.get("country") or re.fullmatch(r"X[A-Z]{2}", cells["country"])


def test_overlay_tables_have_the_names_and_columns_of_built_in_ones() -> None:
    package = Path(str(ROOT)).parent
    for name in REPLACED_KEYS:
        built_in = [path for path in package.rglob(name) if "sample" not in path.parts]
        assert built_in, f"no built-in {name}"
        lines = built_in[0].read_text(encoding="utf-8").splitlines()
        columns = next(line for line in lines if not line.startswith("#")).split("\t")
        assert set(table(name)[0]) <= set(columns), name


def test_settings_name_the_overlay() -> None:
    assert load_config(folder=ROOT, environ={}).overlay == ((ROOT / "overlay").resolve(),)


def test_nobody_sits_in_two_chairs_of_one_state_at_once() -> None:
    header, rows = table("offices.tsv")
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    for office in ("head_of_state", "head_of_government", "foreign_minister"):
        for country in {row["country"] for row in cells}:
            held = sorted(
                (r["start"], r["end"] or "9999")
                for r in cells
                if (r["office"], r["country"]) == (office, country)
            )
            assert all(held[i][1] < held[i + 1][0] for i in range(len(held) - 1)), (office, country)


def test_mail_and_web_addresses_end_in_example() -> None:
    for path in CORPUS.rglob("*.*"):
        raw = path.read_text(encoding="utf-8")
        hosts = re.findall(r"https?://([\w.-]+)", raw) + re.findall(r"[\w.]+@([\w-]+\.[\w.-]+)", raw)
        assert [host for host in hosts if not host.endswith(".example") and host != "schema.org"] == []
