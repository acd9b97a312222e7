"""Every benchmark of the evaluation frame on its development file -> no figure below the floor in floors.toml.

Sets of `../shared/data` are skipped where that folder is missing; the sample corpus is always read.
"""

from __future__ import annotations

import hashlib
import tomllib
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import dateline.sample
from dateline.config import Config
from dateline.evaluate import BENCHMARKS
from dateline.evaluate.frame import records_of, run

TABLE = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
FLOORS: list[dict[str, Any]] = TABLE["floor"]
ROOM = 0.02
"""A figure this far above its floor, and by one case more, may have it raised."""


class FloorMayRise(UserWarning):
    """A figure is well above its floor."""


def name_of(floor: Mapping[str, Any]) -> str:
    return f"{floor['set']}:{floor['file']}"


@pytest.mark.parametrize("floor", FLOORS, ids=name_of)
def test_no_figure_falls_below_its_floor(floor: Mapping[str, Any], request: pytest.FixtureRequest) -> None:
    if floor.get("own"):
        path = dateline.sample.folder() / floor["file"]
    else:
        path = request.getfixturevalue("shared") / "data" / floor["file"]
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    assert found == floor["sha256"], f"{path.name} is another file (sha256 {found}): measure it anew"
    benchmark = BENCHMARKS.load(floor["set"])(Config())
    _, figures = run(benchmark, records_of(benchmark, path, floor.get("limit")))
    values = {figure.label: figure for figure in figures}
    assert not floor["at_least"].keys() - values.keys(), f"figures there are: {', '.join(values)}"
    low, high = [], []
    for label, least in floor["at_least"].items():
        figure = values[label]
        counts = ", ".join(f"{key} {count}" for key, count in figure.counts)
        said = f"{name_of(floor)} {label}: {figure.value:.3f} ({counts}), floor {least}"
        print(said)
        if figure.value < least:
            low.append(said)
        elif figure.value > least + ROOM + 1 / max(count for _, count in figure.counts):
            high.append(said)
    if high:
        warnings.warn(FloorMayRise("these floors may be raised:\n" + "\n".join(high)), stacklevel=1)
    assert not low, "\n".join(low)


def test_every_benchmark_has_a_floor() -> None:
    assert {floor["set"] for floor in FLOORS} == set(BENCHMARKS)


def test_floors_are_shares() -> None:
    for floor in FLOORS:
        assert floor["at_least"], name_of(floor)
        assert all(0 < least <= 1 for least in floor["at_least"].values()), name_of(floor)
