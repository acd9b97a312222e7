"""The shipped tables: every row is one an overlay would be allowed to bring, keys are unique, sources are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.tables import Shape, read_rows
from dateline.where import gazetteer
from dateline.who import bodies, names, offices, people, persons, resolver, sectors, states, terms, titles

WHO = Path(resolver.__file__).parent
WHERE = Path(gazetteer.__file__).parent


@pytest.mark.parametrize(
    ("folder", "shape"),
    [
        *((WHO, shape) for shape in (
            terms.OFFICES, states.STATES, states.BODIES, bodies.ORGANISATIONS, bodies.OUTLETS, titles.TITLES,
            sectors.SECTORS, offices.OFFICE_KEYS, names.VARIANTS, people.FAMILY, persons.COMMON,
        )),
        *((WHERE, shape) for shape in (gazetteer.PLACES, gazetteer.REGIONS, gazetteer.COUNTRIES, gazetteer.US_STATES)),
    ],
    ids=lambda value: value.name if isinstance(value, (Shape, Path)) else None,
)  # fmt: skip
def test_table(folder: Path, shape: Shape) -> None:
    path = folder / shape.name
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "source" in text[:900].lower()
    assert text.endswith("\n")
    rows = read_rows(path, shape)
    assert rows
    keys = [tuple(row[shape.columns.index(name)] for name in shape.key) for row in rows]
    if shape is not gazetteer.PLACES:  # a country may have several towns of one name
        assert len(set(keys)) == len(keys)


def test_titles_name_known_offices() -> None:
    known = {row[0] for row in read_rows(WHO / "office_keys.tsv", offices.OFFICE_KEYS)}
    held = {row[3] for row in read_rows(WHO / "offices.tsv", terms.OFFICES)}
    for phrase, _, keys, _ in read_rows(WHO / "titles.tsv", titles.TITLES):
        for key in filter(None, keys.split("|")):
            assert key in known | held, (phrase, key)
