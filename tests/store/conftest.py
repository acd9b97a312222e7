"""A store with a handful of articles in it, made by the fake stages (importable in spawned workers too)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FOLDER = str(Path(__file__).resolve().parent.parent / "pipeline")
if FOLDER not in sys.path:
    sys.path.insert(0, FOLDER)

from dateline_fakes import FAKES  # noqa: E402 - the search path comes first

from dateline.config import Config  # noqa: E402
from dateline.pipeline import Outcome, Unit, run_unit, tell  # noqa: E402
from dateline.records import RawDocument, Rejected  # noqa: E402
from dateline.store import Store  # noqa: E402

TEXTS = (
    'Wire|2016-09-05|Talks by the sea\nAda met Bert at the summit. "We agree on fish," said Ada.',
    'Herald|2016-09-06|A cold answer\nCarl refused officials. "It\'s over, U.S. or not," said Carl.',
    'Herald|2013-06-17|An older meeting\nAda met Bert. "We agree on fish," said Bert.',
)
Add = Callable[[Store, str], Outcome | Rejected]


@pytest.fixture
def add() -> Add:
    stages = FAKES.stages(Config())

    def run(store: Store, content: str) -> Outcome | Rejected:
        raw = RawDocument(f"{content[:12]}.txt", f"sha of {content}", "text", content)
        (outcome,) = run_unit(Unit(0, (raw,)), stages).outcomes
        if isinstance(outcome, Outcome):
            store.add(
                outcome.article, outcome.quotations, outcome.mentions, outcome.seen, outcome.digest,
                store.stamp("program 1", "model 1", "data 1"),
            )  # fmt: skip
        else:
            store.reject(outcome)
        return outcome

    return run


@pytest.fixture
def link() -> Callable[[Store], None]:
    def run(store: Store) -> None:
        corpus, generation = store.corpus()
        whole = tell(corpus, Config(), FAKES)
        store.put(corpus, whole.told, whole.actors, generation, store.stamp("program 1", "model 1", "data 1"))

    return run


@pytest.fixture
def store(tmp_path: Path, add: Add, link: Callable[[Store], None]) -> Iterator[Store]:
    with Store(tmp_path / "project.db") as store:
        for content in TEXTS:
            add(store, content)
        link(store)
        yield store
