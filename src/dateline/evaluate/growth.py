"""How the cost of looking across articles grows, and how long one more article takes to join, on synthetic projects.

python -m dateline.evaluate.growth tell 500 1000 2000 4000   # the whole look, CPU seconds by stage
python -m dateline.evaluate.growth join BIG.db --articles 40  # BIG.db made by dateline.evaluate.synthetic; a copy is added to
python -m dateline.evaluate.growth agree 300                  # joined one by one against told anew
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import random
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path
from typing import Any

from dateline.articles.copies import digest
from dateline.config import Config
from dateline.corpus import Corpus, Indexed, Joined, Linked, Told
from dateline.evaluate.synthetic import corpus
from dateline.pipeline import Line, tell
from dateline.pipeline.join import Join, joiner
from dateline.pipeline.keys import keys_of
from dateline.records import Article, Event, Mention, Quotation, Story
from dateline.store import Near, Store
from dateline.stories.telling import story_of_articles

MENTIONS, QUOTATIONS = 2, 5
"""An article: as many acts as in real news; real articles have more quotations, mostly without marks."""

STEP = 2000
"""Digests read at once."""

Out = Callable[[str], None]


def grow(sizes: Iterable[int], out: Out) -> list[tuple[int, float]]:
    """CPU seconds of the whole look by number of articles."""
    found = []
    for size in sizes:
        given = corpus(size, mentions=MENTIONS, quotations=QUOTATIONS)
        began = time.process_time()
        whole = tell(given, Config(), Line())
        spent = time.process_time() - began
        per = spent / (size * math.log2(size))
        stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in whole.seconds)
        out(f"{size:>7} articles {spent:8.1f} CPU-s, {1e6 * per:6.1f} us / (n log2 n): {stages}")
        found.append((size, spent))
    return found


def index(path: Path, out: Out = lambda line: None) -> int:
    """Write the keys of a project that was made without being built; how many articles they hold."""
    began = time.perf_counter()

    def said(what: str, number: int) -> None:
        out(f"  {number:>9} {what}, {time.perf_counter() - began:.0f} s")

    def read(store: Store, table: str) -> tuple[Any, ...]:
        found = tuple(store.everything(table))
        said(f"{table} read", len(found))
        return found

    with Store(path) as store:
        articles, quotations, mentions, events, stories, lines = (
            read(store, table)
            for table in ("articles", "quotations", "mentions", "events", "stories", "storylines")
        )
        told = Told(Linked(Corpus(articles, quotations, mentions), events), stories, lines)
        with store.near() as near:
            ids = [article.id for article in articles]
            digests = chain.from_iterable(
                near.digests(ids[at : at + STEP]) for at in range(0, len(ids), STEP)
            )
            near.index(_counted(keys_of(told, digests), said), len(ids))
        said("articles' keys written", len(ids))
        return len(ids)


def _counted(parts: Iterable[Indexed], said: Callable[[str, int], None]) -> Iterator[Indexed]:
    done = 0
    for part in parts:
        yield part
        done += len(part.keys)
        said("keys gathered", done)


def compared(path: Path, out: Out = lambda line: None) -> int:
    """Compare the outlets of the stories of a project that was made without being built; how many stories there are."""
    began = time.perf_counter()
    with Store(path) as store:
        ids = [story.id for story in store.everything("stories")]
        for at in range(0, len(ids), STEP):
            with store.near() as near:
                stories = _compared(near, near.records(Story, ids[at : at + STEP]))
                near.write(Joined(Corpus(), (), tuple(stories), (), (), Indexed()))
            out(f"  {min(at + STEP, len(ids)):>9} stories compared, {time.perf_counter() - began:.0f} s")
        return len(ids)


def _compared(near: Near, stories: Mapping[str, Story]) -> Iterator[Story]:
    articles: dict[str, list[Article]] = defaultdict(list)
    for article in near.where(Article, "story_id", stories):
        articles[article.story_id or ""].append(article)
    events: dict[str, list[Event]] = defaultdict(list)
    for event in near.events_of(stories):
        events[event.story_id or ""].append(event)
    mentions = {
        m.id: m for m in near.where(Mention, "event_id", [e.id for own in events.values() for e in own])
    }
    home = {article.id: id_ for id_, own in articles.items() for article in own}
    said: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in near.where(Quotation, "article_id", home):
        said[home[quotation.article_id]].append(quotation)
    for id_, story in stories.items():
        made = story_of_articles(id_, articles[id_], events[id_], said, mentions)
        yield replace(story, comparison=made.comparison)


def joins(path: Path, count: int, out: Out, seed: int = 1) -> list[tuple[float, float]]:
    """Milliseconds of the clock and of CPU that each of `count` follow-ups to articles of the project takes to join.

    They join a copy of the project, beside it, which is removed again.
    """
    with Store(path) as store, store.near() as near:
        keyed = near.keyed()
    if not keyed:
        out("this project was made without being built; its keys are written first, once:")
        index(path, out)
    with Store(path) as store:
        stories: list[Story] = store.everything("stories")
        bare = any(len(s.outlets) > 1 and s.events and not s.comparison.events for s in stories)
    if bare:
        out("its stories were never told; their outlets are compared first, once:")
        compared(path, out)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder, path.name)
        shutil.copy(path, copy)
        os.sync()  # else the first joins wait until the copy is on the disk
        return _joins(copy, count, out, seed)


def _joins(path: Path, count: int, out: Out, seed: int) -> list[tuple[float, float]]:
    join, spent, at_home = joiner(Config(), Line()), [], 0
    with Store(path) as store:
        size = store.count("articles")
        chance = random.Random(seed)
        stories: list[Story] = store.everything("stories")
        _join(
            store, join, _follow_up(store, chance.choice(stories), 0)
        )  # tables and libraries are loaded by the first
        gc.collect()
        gc.freeze()  # the list of all stories is this measurement's own ballast, which no build carries
        for number in range(1, count + 1):
            story = chance.choice(stories)
            fresh = _follow_up(store, story, number)
            clock, cpu = time.perf_counter(), time.process_time()
            _join(store, join, fresh)
            spent.append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - cpu)))
            home = {store.one(Article, id_).story_id for id_ in (fresh.articles[0].id, story.articles[0])}
            at_home += len(home) == 1
    out(f"a count to a million takes {1000 * yardstick():.0f} ms of CPU on this machine as busy as it is")
    for name, values in zip(("clock", "CPU"), zip(*spent, strict=True), strict=True):
        quick = statistics.quantiles(values, n=20)
        out(
            f"{size:>7} articles: one joins in {statistics.median(values):6.0f} ms (p50), {quick[-1]:6.0f} ms (p95), {name}"
        )
    out(f"{at_home} of {count} follow-ups are in the story that they follow")
    return spent


def yardstick() -> float:
    """Seconds of CPU that counting to a million takes now: shared cores and caches make the same work dearer."""
    spent = []
    for _ in range(20):
        began = time.process_time()
        sum(number & 1 for number in range(1_000_000))
        spent.append(time.process_time() - began)
    return statistics.median(spent)


def _follow_up(store: Store, story: Story, number: int) -> Corpus:
    """A second outlet's article on a story: the records of its first one, under other bytes."""
    old = store.one(Article, story.articles[0])
    sha256 = f"{old.sha256}-{number}-{store.generation()}"
    new = replace(
        old, id=Article.make_id(sha256), sha256=sha256, source=f"{old.source}#{number}", outlet=f"Follow-up {number}",
        story_id=None, copy_of=None, copied_share=0.0,
    )  # fmt: skip
    mentions = [
        replace(
            m,
            id=Mention.make_id(new.id, m.type, m.trigger.start, m.trigger.end),
            article_id=new.id,
            event_id=None,
        )
        for m in store.mentions(article=old.id)
    ]
    quotations = [
        replace(
            q,
            id=Quotation.make_id(new.id, q.kind, q.content.start, q.content.end),
            article_id=new.id,
            same_as=None,
        )
        for q in store.quotations(article=old.id)
    ]
    return Corpus((new,), tuple(quotations), tuple(mentions), ((new.id, digest(new)),))


def _join(store: Store, join: Join, fresh: Corpus) -> None:
    """What a build does once an article is parsed: keep it, join it, say that all is told."""
    stamp = store.stamp("growth", "", "")
    with store.together():
        store.add(fresh.articles[0], fresh.quotations, fresh.mentions, (), fresh.digests[0][1], stamp)
        with store.near() as near:
            for article_id in near.fresh():
                near.write(join(near.bare(article_id), near))
        store.settle(stamp)


def agreement(given: Corpus, share: float, seed: int = 1) -> dict[str, float]:
    """F1 of the pairs in one story, event and storyline: the last `share` of the articles joined one by one, against all told anew."""
    ids = sorted(article.id for article in given.articles)
    random.Random(seed).shuffle(ids)
    late = ids[: int(len(ids) * share)]
    join = joiner(Config(), Line())
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "project.db")) as store:
        stamp = store.stamp("growth", "", "")
        with store.together():
            for id_ in sorted(ids[len(late) :]):
                part = _part(given, id_)
                store.add(part.articles[0], part.quotations, part.mentions, (), part.digests[0][1], stamp)
        first, generation = store.corpus()
        whole = tell(first, Config(), Line())
        store.put(first, whole.told, whole.actors, generation, stamp)
        with store.near() as near:
            near.index(keys_of(whole.told, first.digests), len(first.articles))
        for id_ in late:
            _join(store, join, _part(given, id_))
        joined = _pairs(store.everything("stories"), store.everything("events"))
        everything, _ = store.corpus()
    anew = tell(everything, Config(), Line()).told
    wanted = _pairs(anew.stories, anew.linked.events)
    return {kind: _f1(joined[kind], wanted[kind]) for kind in wanted}


def _part(given: Corpus, id_: str) -> Corpus:
    return Corpus(
        tuple(a for a in given.articles if a.id == id_),
        tuple(q for q in given.quotations if q.article_id == id_),
        tuple(m for m in given.mentions if m.article_id == id_),
        tuple(d for d in given.digests if d[0] == id_),
    )


def _pairs(stories: Sequence[Story], events: Sequence[Event]) -> dict[str, set[tuple[str, str]]]:
    lines: dict[str, list[str]] = {}
    for story in stories:
        lines.setdefault(story.storyline_id or "", []).extend(story.articles)
    groups: dict[str, list[Sequence[str]]] = {
        "stories": [story.articles for story in stories],
        "events": [event.mentions for event in events],
        "storylines": [*lines.values()],
    }
    return {
        kind: {pair for group in of_kind for pair in combinations(sorted(group), 2)}
        for kind, of_kind in groups.items()
    }


def _f1(left: set[tuple[str, str]], right: set[tuple[str, str]]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def main(argv: Sequence[str] | None = None) -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_subparsers(dest="what", required=True)
    what.add_parser("tell").add_argument("sizes", type=int, nargs="+")
    joining = what.add_parser("join")
    joining.add_argument("file", type=Path)
    joining.add_argument("--articles", type=int, default=40)
    agreeing = what.add_parser("agree")
    agreeing.add_argument("articles", type=int)
    agreeing.add_argument("--share", type=float, default=0.1)
    given = parser.parse_args(argv)
    if given.what == "tell":
        grow(given.sizes, lambda line: print(line, flush=True))
    elif given.what == "join":
        joins(given.file, given.articles, lambda line: print(line, flush=True))
    else:
        made = corpus(given.articles, mentions=MENTIONS, quotations=QUOTATIONS)
        for kind, value in agreement(made, given.share).items():
            print(f"{kind:<10} {value:.3f}")


if __name__ == "__main__":
    main()
