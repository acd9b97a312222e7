"""One suite for every executor: each unit comes back once, with the records that a plain loop gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dateline_fakes import FAKES, NAME

from dateline.config import Config
from dateline.errors import ConfigError, DatelineError
from dateline.pipeline import EXECUTORS, Line, Outcome, Unit, UnitResult, run_unit
from dateline.records import RawDocument, Rejected

CONFIG = replace(Config(), workers=2)


def units(count: int, size: int = 2) -> list[Unit]:
    return [
        Unit(n, tuple(raw(f"Wire|2016-09-05|T\nAda met Bert{n}x{i}.", f"{n}-{i}") for i in range(size)))
        for n in range(count)
    ]


def raw(content: str, name: str) -> RawDocument:
    return RawDocument(name, f"sha {name}", "text", content)


def run(name: str, work: list[Unit], line: Line = FAKES) -> list[UnitResult]:
    executor = EXECUTORS.load(name)(CONFIG, line)
    try:
        return sorted(executor.run(iter(work)), key=lambda result: result.number)
    finally:
        executor.close()
        executor.close()


@pytest.mark.parametrize("name", EXECUTORS)
def test_every_unit_comes_back_once_with_the_same_records(name: str) -> None:
    stages = FAKES.stages(CONFIG)
    work = units(11)
    wanted = [(unit.number, run_unit(unit, stages).outcomes) for unit in work]
    assert [(result.number, result.outcomes) for result in run(name, work)] == wanted


@pytest.mark.parametrize("name", EXECUTORS)
def test_no_units_no_results(name: str) -> None:
    assert run(name, []) == []


@pytest.mark.parametrize("name", EXECUTORS)
def test_what_concerns_every_article_is_raised_as_itself(name: str) -> None:
    with pytest.raises(ConfigError, match=r"offices.tsv: a table cannot be read") as caught:
        run(name, units(3), replace(FAKES, quotes=f"{NAME}:no_table"))
    assert caught.value.exit_code == 2


def test_an_article_that_kills_its_worker_is_found_and_the_rest_goes_on() -> None:
    work = units(6)
    work[2] = Unit(2, (*work[2].raws, raw("Wire|2016-09-05|T\nKILL", "killer")))
    results = run("spawn", work)
    assert [result.number for result in results] == list(range(6))
    outcomes = [outcome for result in results for outcome in result.outcomes]
    (died,) = [outcome for outcome in outcomes if isinstance(outcome, Rejected)]
    assert (died.source, died.code) == ("killer", "worker-died")
    assert sum(isinstance(outcome, Outcome) for outcome in outcomes) == 12


def test_workers_that_cannot_start_are_an_error_not_rejections() -> None:
    with pytest.raises(DatelineError, match="cannot start"):
        run("spawn", units(2), replace(FAKES, articles=f"{NAME}:dies_at_once"))
