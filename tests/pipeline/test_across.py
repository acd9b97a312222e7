"""tell: copies are set before links, every stage is heard of, a fault names its stage and place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dateline_fakes import FAKES, NAME

from dateline.config import Config
from dateline.corpus import Corpus
from dateline.errors import DatelineError
from dateline.pipeline import Outcome, Unit, run_unit, tell
from dateline.records import RawDocument

TEXTS = (
    "Wire|2016-09-05|One\nAda met Bert.",
    "Herald|2016-09-06|Two\nAda met Bert.",
    "Herald|2016-09-07|Three\nCarl refused Ada.",
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    raws = tuple(RawDocument(f"{i}.txt", f"sha{i}", "text", text) for i, text in enumerate(TEXTS))
    done = [
        one for one in run_unit(Unit(0, raws), FAKES.stages(Config())).outcomes if isinstance(one, Outcome)
    ]
    return Corpus(
        articles=tuple(sorted((one.article for one in done), key=lambda a: a.id)),
        quotations=tuple(q for one in done for q in one.quotations),
        mentions=tuple(sorted((m for one in done for m in one.mentions), key=lambda m: m.id)),
        digests=tuple(sorted((one.article.id, one.digest) for one in done)),
        seen=tuple(seen for one in done for seen in one.seen),
    )


def test_everything_is_told(corpus: Corpus) -> None:
    heard: list[str] = []
    whole = tell(corpus, Config(), FAKES, heard.append)
    assert heard == ["copies", "dates", "links", "stories", "actors"]
    assert {stage for stage, _ in whole.seconds} == set(heard)
    articles = whole.told.linked.corpus.articles
    copied = [article for article in articles if article.copy_of]
    assert [(article.copied_share, article.copy_of) for article in copied] == [
        (1.0, next(a.id for a in articles if a.text == copied[0].text and a is not copied[0]))
    ]
    assert [event.type for event in whole.told.linked.events].count("CONSULT") == 1
    assert [actor.name for actor in whole.actors if actor.mentions] == sorted(
        (actor.name for actor in whole.actors if actor.mentions),
        key=lambda name: next(a.id for a in whole.actors if a.name == name),
    )
    assert {actor.name: actor.mentions for actor in whole.actors} == {"Ada": 3, "Bert": 2, "Carl": 1}


def test_a_fault_names_its_stage(corpus: Corpus) -> None:
    with pytest.raises(DatelineError, match=r"stage 'links' failed .*ZeroDivisionError at dateline_fakes.py"):
        tell(corpus, Config(), replace(FAKES, links=f"{NAME}:broken_links"))
