"""World and time: outlines where countries are, counts that a plain count confirms, marks that lead to their events."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronicle.pages import Pages
from dateline.records import Place
from dateline.web.atlas import atlas, places
from dateline.web.matrix import matrix
from dateline.web.outlines import COARSE, FINE, WIDTH, _countries, codes, drawing, parts
from dateline.web.shades import STEPS, Shades

Polygon = list[tuple[float, float]]


@pytest.fixture(scope="module")
def pages(plain_project: Path) -> Iterator[Pages]:
    held = Pages(plain_project)
    yield held
    held.forget()


def polygons(path: str) -> list[Polygon]:
    """The rings of a path as `outlines` writes them."""
    found = []
    for ring in path.split("z")[:-1]:
        start, _, steps = ring.removeprefix("M").partition("l")
        x, y = map(float, start.split(","))
        points = [(x, y)]
        for step in steps.split():
            dx, dy = map(float, step.split(","))
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append(points)
    return found


def inside(path: str, point: tuple[float, float]) -> bool:
    """Whether a point lies in a path by the even-odd rule."""
    x, y = point
    odd = False
    for ring in polygons(path):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                odd = not odd
    return odd


@pytest.mark.parametrize(
    ("part", "code", "longitude", "latitude"),
    [
        ("world", "FRA", 2.5, 47.0), ("europe", "FRA", 2.5, 47.0), ("world", "RUS", 90.0, 62.0),
        ("world", "RUS", 177.0, 66.5), ("world", "RUS", -175.0, 66.3), ("americas", "BRA", -52.0, -10.0),
        ("world", "AUS", 134.0, -25.0), ("pacific", "AUS", 134.0, -25.0), ("asia", "IND", 79.0, 22.0),
        ("middle-east", "IRQ", 43.5, 33.0), ("africa", "LSO", 28.2, -29.5), ("world", "XKX", 20.9, 42.6),
        ("world", "USA", -99.0, 39.0), ("world", "CAN", -106.0, 56.0), ("europe", "LUX", 6.1, 49.8),
    ],
)  # fmt: skip
def test_a_country_is_drawn_where_it_is(part: str, code: str, longitude: float, latitude: float) -> None:
    plan = drawing(part)
    point = plan.project(longitude, latitude)
    assert [one for one, path in plan.paths.items() if inside(path, point)] == [code]


@pytest.mark.parametrize("part", parts())
def test_nothing_is_drawn_outside_or_across(part: str) -> None:
    plan = drawing(part)
    for code, path in plan.paths.items():
        for ring in polygons(path):
            assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= plan.height + 1 for x, y in ring), code
            if part == "world":  # nothing runs from one edge of the map to the other
                assert max(abs(a - b) for (a, _), (b, _) in itertools.pairwise(ring)) < WIDTH / 5, code
    assert "ATA" not in plan.paths


@pytest.mark.parametrize("name", (COARSE, FINE))
def test_outlines_have_codes(name: str) -> None:
    """All but a few stretches that have no code in the standard."""
    found = [code for code, _ in _countries(name)]
    assert found.count(None) <= 5
    known = [code for code in found if code]
    assert len(known) >= 170 and all(re.fullmatch("[A-Z]{3}", code) for code in known)
    assert len(set(codes().values())) == len(codes()) >= 249


def test_a_country_without_an_outline_is_a_dot_or_a_word() -> None:
    counts = [("USA", 9), ("SGP", 4), ("XVE", 2), ("ZZZ", 1)]
    known = {**places(()), "XVE": Place("Velenia", "XVE")}
    made = atlas("world", counts, {"XVE": "Velenia"}, known, lambda code: f"/c/{code}")
    usa, singapore, velenia, unknown = made.marks
    assert usa.path and usa.shade == STEPS and usa.url == "/c/USA"
    assert not singapore.path and singapore.x > WIDTH / 2 and singapore.drawn
    assert [one.code for one in made.elsewhere] == ["XVE", "ZZZ"] == [velenia.code, unknown.code]
    assert velenia.name == "Velenia" and unknown.name == "ZZZ"
    assert [one.code for one in made.drawn] == ["USA", "SGP"]
    elsewhere = atlas("europe", counts, {}, known, lambda code: code)
    assert {one.code for one in elsewhere.elsewhere} == {"USA", "SGP", "XVE", "ZZZ"}
    assert len(made.land) > 10_000


@given(st.integers(1, 2_000_000), st.data())
def test_shades_grow_with_counts_and_the_legend_says_so(most: int, data: st.DataObject) -> None:
    shades = Shades(most)
    one = data.draw(st.integers(1, most))
    other = data.draw(st.integers(one, most))
    assert 1 <= shades.of(one) <= shades.of(other) <= shades.of(most) == STEPS
    assert shades.of(0) == 0
    reached = 0
    for step, words in shades.legend():
        first, _, last = words.replace(",", "").partition(" to ")
        assert int(first) == reached + 1
        reached = int(last or first)
        assert shades.of(int(first)) == shades.of(reached) == step
    assert reached == most


def test_the_matrix_shows_those_with_most_events() -> None:
    pairs = [("AAA>BBB", 5), ("AAA>CCC", 3), ("BBB>AAA", 2), ("DDD>BBB", 1)]
    made = matrix(pairs, {"AAA": "Alpha"}, 2, lambda pair: f"/?{pair}")
    assert [line.name for line in made.lines] == ["Alpha", "BBB"]
    assert [code for code, _ in made.columns] == ["BBB", "CCC"]
    assert [[cell.count for cell in line.cells] for line in made.lines] == [[5, 3], [0, 0]]
    assert made.lines[0].cells[1].url == "/?AAA>CCC" and made.lines[1].cells[0].url == ""
    assert (made.sources, made.targets) == (3, 3)


def links(text: str, shape: str) -> list[tuple[str, str]]:
    """Addresses and labels of the links whose address fits."""
    found = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', text)
    return [(unescape(url), unescape(label)) for url, label in found if re.search(shape, unescape(url))]


def counted(label: str) -> int:
    return int(re.sub(r"\D", "", label.rpartition(":")[2]))


@pytest.mark.parametrize("query", ("", "?type=CONSULT", "?status=planned&from=2014"))
def test_every_cell_and_country_leads_to_its_events(query: str, plain_project: Path, client) -> None:
    site = client(plain_project)
    text = site.get(f"/world{query}").text
    table = re.findall(r'<tr><td><a href="([^"]+)">.*?<td class="n">([\d,]+)</td></tr>', text)
    countries = [(unescape(url), f":{number}") for url, number in table]
    for found in (links(text, "pair="), countries):
        assert found
        for url, label in found[:: max(1, len(found) // 6)]:
            assert url.startswith("/chronicle?")
            answer = json.loads(site.get(url.replace("/chronicle?", "/chronicle.json?")).text)
            assert answer["total"] == counted(label), (url, label)
            if query:
                assert query[1:].split("&")[0] in url


def test_bars_of_a_kind_hold_its_events_and_lead_to_their_days(
    plain_project: Path, pages: Pages, client
) -> None:
    site = client(plain_project)
    text = site.get("/world").text
    for kind, total in pages.find("event").values("type")[:3]:
        bars = links(text, f"type={kind}&from=")
        dated = sum(event.when.known for event in pages.find("event", {"type": [kind]}).all())
        assert sum(counted(label) for _, label in bars) == dated <= total
        url, label = bars[0]
        found = json.loads(site.get(url.replace("/chronicle?", "/chronicle.json?")).text)
        assert found["total"] >= counted(label) > 0  # an event of several days is listed under each of them
        assert {event["type"] for event in found["rows"]} == {kind}


def test_the_files_are_complete(plain_project: Path, pages: Pages, client) -> None:
    site = client(plain_project)
    expected: Counter[tuple[str, str, str]] = Counter()
    for event in pages.find("event").all():
        both = {(a.country, b.country) for a in event.source for b in event.target}
        expected.update((a, b, event.type) for a, b in both if a and b and a != b)
    table = csv.DictReader(io.StringIO(site.get("/world.csv").text.removeprefix("\ufeff")))
    got = {(row["source"], row["target"], row["type"]): int(row["count"]) for row in table}
    assert got == dict(expected) and got
    data = site.get("/world.json").json()
    assert {(p["source"], p["target"], p["type"]): p["count"] for p in data["pairs"]} == got
    for name, key, fields in (("countries", "country", 3), ("types", "type", 4)):
        rows = list(csv.reader(io.StringIO(site.get(f"/world/{name}.csv").text.removeprefix("\ufeff"))))
        assert len(rows) - 1 == len(data[name]) > 0 and len(rows[0]) == fields
        assert [row[0] for row in rows[1:]] == [one[key] for one in data[name]]


def test_a_filter_stays_when_the_part_of_the_map_changes(plain_project: Path, client) -> None:
    text = client(plain_project).get("/world?type=CONSULT&map=africa").text
    assert 'href="/world?type=CONSULT&amp;map=europe"' in text
    assert 'href="/world?type=CONSULT" ' in text or 'href="/world?type=CONSULT">World' in text
    assert not links(text, "/chronicle.*map=")


def test_a_part_that_is_not_there_is_said_so(plain_project: Path, client) -> None:
    answer = client(plain_project).get("/world?map=atlantis")
    assert answer.status_code == 400 and "middle-east" in answer.text
