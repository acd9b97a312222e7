"""The record contract, held against real exports: types, lists, spans, references, and every input accounted for.

`faults` reads nothing but the files of an export; it is run on the sample corpus in every format, and on the
touchstone articles and a slice of the public sample where those are at hand.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

import dateline
from dateline.config import load_config
from dateline.sources import read

Row = dict[str, Any]
Export = dict[str, list[Row]]
Check = Callable[[Any], bool]

KINDS = ("articles", "quotations", "mentions", "events", "stories", "storylines", "actors", "rejected")
TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
STATUSES = [
    "happened",
    "ongoing",
    "planned",
    "cancelled",
    "refused",
    "failed",
    "denied",
    "alleged",
    "hypothetical",
]
BASES = ["metadata", "dateline", "text", "reference", "linked", "collection", "unknown"]
ACTOR_KINDS = [
    "person",
    "state",
    "government_body",
    "organisation",
    "armed_group",
    "media",
    "group",
    "anonymous",
]
MANY = 12


def words(value: Any) -> bool:
    """A string with something in it; what is not known is null, never empty."""
    return isinstance(value, str) and bool(value.strip())


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def every(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def one_of(known: list[str]) -> Check:
    return lambda value: value in known


def like(pattern: str) -> Check:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def share(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def truth(value: Any) -> bool:
    return isinstance(value, bool)


def day(value: Any) -> bool:
    return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value


def span(value: Any) -> bool:
    return bool(
        set(value) == {"start", "end", "text"}
        and whole(value["start"])
        and value["end"] - value["start"] == len(value["text"]) > 0
    )


def interval(value: Any) -> bool:
    first, last = value["earliest"], value["latest"]
    return (
        maybe(day)(first)
        and maybe(day)(last)
        and (first is None or last is None or first <= last)
        and maybe(words)(value["text"])
        and value["basis"] in BASES
        and ((first is None and last is None) or value["basis"] != "unknown")
    )


def ref(value: Any) -> bool:
    return bool(
        maybe(like("act_[0-9a-f]{16}"))(value["actor_id"])
        and words(value["name"])
        and maybe(like("[A-Z]{3}"))(value["country"])
        and maybe(words)(value["role"])
        and maybe(span)(value["span"])
        and maybe(one_of(ACTOR_KINDS))(value["kind"])
        and truth(value["anonymous"])
        and (value["actor_id"] is None or not value["anonymous"])
    )


def place(value: Any) -> bool:
    lat, lon = value["lat"], value["lon"]
    return bool(
        words(value["name"])
        and maybe(like("[A-Z]{3}"))(value["country"])
        and (lat is None) == (lon is None)
        and (lat is None or (-90 <= lat <= 90 and -180 <= lon <= 180))
    )


def matrix(value: Any) -> bool:
    return all(state in ("reported", "omitted") for row in value.values() for state in row.values())


def named(letters: str) -> Check:
    return like(f"{letters}_[0-9a-f]{{16}}")


SCHEMA: dict[str, dict[str, Check]] = {
    "articles": {
        "id": named("art"), "source": words, "sha256": like("[0-9a-f]{64}"), "outlet": maybe(words), "domain": maybe(words),
        "title": maybe(words), "byline": every(words), "language": maybe(like("[a-z]{2,3}")), "published": interval,
        "dateline_place": maybe(words), "text": words, "story_id": maybe(named("sto")), "copied_share": share,
        "removed": every(lambda one: words(one["reason"]) and words(one["text"])), "copy_of": maybe(named("art")),
    },
    "quotations": {
        "id": named("quo"), "article_id": named("art"), "kind": one_of(["direct", "mixed", "indirect"]), "content": span,
        "speaker": maybe(ref), "cue": maybe(span), "addressee": maybe(ref), "via": every(ref), "rule": words,
        "confidence": share, "same_as": maybe(words),
    },
    "mentions": {
        "id": named("men"), "article_id": named("art"), "event_id": named("evt"), "type": one_of(TYPES),
        "mode": maybe(words), "status": one_of(STATUSES), "plover_type": one_of(TYPES), "cameo": maybe(like(r"\d{2,4}")),
        "source": every(ref), "target": every(ref), "mutual": truth, "when": interval, "where": maybe(place),
        "issues": every(words), "trigger": span, "evidence": span, "reported_by": every(ref), "rule": words,
        "confidence": share,
    },
    "events": {
        "id": named("evt"), "story_id": maybe(named("sto")), "type": one_of(TYPES), "title": words,
        "status": one_of(STATUSES), "when": interval, "where": maybe(place), "source": every(ref), "target": every(ref),
        "status_history": every(
            lambda step: step["status"] in STATUSES and maybe(day)(step["as_of"]) and words(step["mention_id"])
        ),
        "mentions": every(named("men")), "articles": every(named("art")), "outlets": every(words),
        "independent_sources": whole, "confidence": share,
        "discrepancies": every(
            lambda gap: words(gap["field"]) and len(gap["values"]) > 1 and all(words(c["value"]) for c in gap["values"])
        ),
    },
    "stories": {
        "id": named("sto"), "storyline_id": maybe(named("lin")), "title": words, "from": maybe(day), "to": maybe(day),
        "articles": every(named("art")), "events": every(named("evt")), "actors": every(named("act")),
        "outlets": every(words),
        "comparison": lambda c: matrix(c["events"]) and matrix(c["quotations"])
        and all(words(one["outlet"]) and span(one["span"]) for one in c["only_in"])
        and all(words(one["kind"]) and span(one["span"]) for one in c["loaded"]),
    },
    "storylines": {
        "id": named("lin"), "title": words, "from": maybe(day), "to": maybe(day), "stories": every(named("sto")),
        "actors": every(named("act")),
    },
    "actors": {
        "id": named("act"), "name": words, "also_known_as": every(words), "kind": one_of(ACTOR_KINDS),
        "country": maybe(like("[A-Z]{3}")), "mentions": whole, "quotations": whole,
        "offices": every(lambda o: words(o["title"]) and maybe(day)(o["from"]) and maybe(day)(o["to"])),
    },
    "rejected": {
        "source": words, "sha256": maybe(like("([0-9a-f]{64})?")), "stage": words, "code": like("[a-z-]+"), "detail": words,
    },
}  # fmt: skip


def faults(found: Export) -> list[str]:
    """Everything in which an export breaks the contract, in words; empty when nothing does."""
    return [*_shapes(found), *_places(found), *_references(found), *_counts(found)]


def _shapes(found: Export) -> Iterator[str]:
    for kind, fields in SCHEMA.items():
        for row in found[kind]:
            for name, check in fields.items():
                label = f"{kind} {row.get('id') or row.get('source')}.{name}"
                try:
                    if not check(row[name]):
                        yield f"{label} is {row[name]!r}"
                except (KeyError, TypeError, ValueError, AttributeError) as error:
                    yield f"{label}: {error!r} in {row.get(name, 'nothing')!r}"
        ids = Counter(row["id"] for row in found[kind] if "id" in row)
        yield from (f"{kind}: id {one} stands {n} times" for one, n in ids.items() if n > 1)


def _places(found: Export) -> Iterator[str]:
    """Spans slice back, triggers lie in their evidence, and no part of a record lies outside its article."""
    texts = {row["id"]: row["text"] for row in found["articles"]}
    for kind in ("quotations", "mentions"):
        for row in found[kind]:
            yield from _sliced(f"{kind} {row['id']}", row, texts.get(row["article_id"], ""))
    for row in found["mentions"]:
        trigger, evidence = row["trigger"], row["evidence"]
        if not evidence["start"] <= trigger["start"] < trigger["end"] <= evidence["end"]:
            yield f"mention {row['id']}: its trigger lies outside its evidence"
    for row in found["stories"]:
        for one in (*row["comparison"]["only_in"], *row["comparison"]["loaded"]):
            yield from _sliced(f"story {row['id']}", one, texts.get(one["article_id"], ""))


def _sliced(label: str, value: Any, text: str) -> Iterator[str]:
    if isinstance(value, dict) and set(value) == {"start", "end", "text"}:
        if text[value["start"] : value["end"]] != value["text"]:
            yield f"{label}: {value} does not slice back"
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _sliced(label, inner, text)
    elif isinstance(value, list):
        for inner in value:
            yield from _sliced(label, inner, text)


def _references(found: Export) -> Iterator[str]:
    """Every id that is named exists, and both ends of a reference agree."""
    by = {kind: {row["id"]: row for row in found[kind]} for kind in KINDS if kind != "rejected"}

    def missing(kind: str, row: Row, field: str, target: str) -> Iterator[str]:
        value = row[field]
        for one in value if isinstance(value, list) else [value] if value else []:
            if one not in by[target]:
                yield f"{kind} {row['id']}.{field}: no {target} {one}"

    for kind, field, target in (
        ("articles", "copy_of", "articles"), ("articles", "story_id", "stories"), ("quotations", "article_id", "articles"),
        ("mentions", "article_id", "articles"), ("mentions", "event_id", "events"), ("events", "story_id", "stories"),
        ("events", "mentions", "mentions"), ("events", "articles", "articles"), ("stories", "storyline_id", "storylines"),
        ("stories", "articles", "articles"), ("stories", "events", "events"), ("stories", "actors", "actors"),
        ("storylines", "stories", "stories"), ("storylines", "actors", "actors"),
    ):  # fmt: skip
        for row in found[kind]:
            yield from missing(kind, row, field, target)
    for parent, held, child, back in (
        ("events", "mentions", "mentions", "event_id"), ("stories", "articles", "articles", "story_id"),
        ("stories", "events", "events", "story_id"), ("storylines", "stories", "stories", "storyline_id"),
    ):  # fmt: skip
        there = {(row["id"], one) for row in found[parent] for one in row[held]}
        here = {(row[back], row["id"]) for row in found[child] if row[back]}
        yield from (f"{parent}.{held} and {child}.{back} disagree on {pair}" for pair in sorted(there ^ here))
    for kind in ("quotations", "mentions", "events"):
        for row in found[kind]:
            for one in _refs(row):
                if one["actor_id"] and one["actor_id"] not in by["actors"]:
                    yield f"{kind} {row['id']}: no actor {one['actor_id']} ({one['name']})"
    same = {row["same_as"] for row in found["quotations"]}
    for row in found["events"]:
        own = set(row["mentions"])
        named = {step["mention_id"] for step in row["status_history"]}
        named |= {
            one for gap in row["discrepancies"] for claim in gap["values"] for one in claim["mention_ids"]
        }
        yield from (f"event {row['id']} names {one}, no mention of it" for one in sorted(named - own))
    for row in found["stories"]:
        comparison = row["comparison"]
        yield from (
            f"story {row['id']} compares {one}" for one in comparison["events"] if one not in by["events"]
        )
        yield from (
            f"story {row['id']} compares {one}" for one in comparison["quotations"] if one not in same
        )
        outlets = {
            o for table in ("events", "quotations") for line in comparison[table].values() for o in line
        }
        yield from (
            f"story {row['id']} compares outlet {one}" for one in sorted(outlets - set(row["outlets"]))
        )


def _refs(value: Any) -> Iterator[Row]:
    if isinstance(value, dict):
        if "actor_id" in value:
            yield value
        for inner in value.values():
            yield from _refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _refs(inner)


def _counts(found: Export) -> Iterator[str]:
    """Numbers and lists that follow from other records."""
    articles = {row["id"]: row for row in found["articles"]}
    mentions = {row["id"]: row for row in found["mentions"]}
    for row in found["articles"]:
        if (row["copy_of"] is None) != (row["copied_share"] == 0) or row["copy_of"] == row["id"]:
            yield f"article {row['id']}: copy of {row['copy_of']}, share {row['copied_share']}"
    for row in found["events"]:
        told = {mentions[one]["article_id"] for one in row["mentions"] if one in mentions}
        if told != set(row["articles"]):
            yield f"event {row['id']}: its mentions stand in other articles than it says"
        held = [articles[one] for one in told if one in articles]
        outlets = {
            one["outlet"] or one["domain"] or PurePosixPath(one["source"]).stem for one in held
        }  # nameless outlets are told apart by their files
        if outlets != set(row["outlets"]):
            yield f"event {row['id']}: outlets {row['outlets']} are not {sorted(outlets)}"
        if not 1 <= row["independent_sources"] <= len(told):
            yield f"event {row['id']}: {row['independent_sources']} sources in {len(told)} articles"
        if row["type"] not in {mentions[one]["type"] for one in row["mentions"] if one in mentions}:
            yield f"event {row['id']}: no mention of it is {row['type']}"
        if row["status_history"] and row["status_history"][-1]["status"] != row["status"]:
            yield f"event {row['id']} is {row['status']}, its history ends {row['status_history'][-1]['status']}"
    groups = Counter(row["same_as"] for row in found["quotations"] if row["same_as"])
    yield from (f"same_as {one} stands alone" for one, n in groups.items() if n < 2)
    acted: Counter[str] = Counter()
    for row in found["mentions"]:
        acted.update(
            {one["actor_id"] for side in ("source", "target") for one in row[side] if one["actor_id"]}
        )
    for row in found["actors"]:
        if row["mentions"] != acted[row["id"]]:
            yield f"actor {row['id']} ({row['name']}): {row['mentions']} mentions, {acted[row['id']]} counted"


# ---------------------------------------------------------------- exports


def jsonl(folder: Path) -> Export:
    return {
        kind: [
            json.loads(line) for line in (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for kind in KINDS
    }


@pytest.fixture(scope="module")
def sample(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dateline.Chronicle]:
    config = load_config(sample_home, environ={})
    with dateline.open(tmp_path_factory.mktemp("contract") / "p.db", config=config) as chronicle:
        chronicle.build([sample_home / "corpus"])
        yield chronicle


def test_the_sample_corpus_keeps_the_contract(sample: dateline.Chronicle, tmp_path: Path) -> None:
    sample.export("jsonl", tmp_path)
    found = jsonl(tmp_path)
    assert {kind: bool(found[kind]) for kind in KINDS if kind != "rejected"} == dict.fromkeys(
        KINDS[:-1], True
    )
    assert faults(found)[:MANY] == []


def test_every_input_is_an_article_or_rejected(
    sample: dateline.Chronicle, sample_home: Path, tmp_path: Path
) -> None:
    config = load_config(sample_home, environ={})
    inputs = {(one.source, one.sha256) for one in read([str(sample_home / "corpus")], config)}
    sample.export("jsonl", tmp_path)
    found = jsonl(tmp_path)
    kept = [(row["source"], row["sha256"]) for row in (*found["articles"], *found["rejected"])]
    assert len(kept) == len(set(kept))
    assert set(kept) == inputs
    for source, sha256 in kept:
        if source.endswith((".txt", ".html")) and "!" not in source:
            assert hashlib.sha256(Path(source).read_bytes()).hexdigest() == sha256


def test_csv_and_parquet_hold_what_jsonl_holds(sample: dateline.Chronicle, tmp_path: Path) -> None:
    import pyarrow.parquet

    for format in ("jsonl", "csv", "parquet"):
        sample.export(format, tmp_path)
    found = jsonl(tmp_path)
    for kind in KINDS:
        nested = pyarrow.parquet.read_table(tmp_path / f"{kind}.parquet").to_pylist()
        with (tmp_path / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            flat = list(csv.DictReader(file))
        assert len(nested) == len(flat) == len(found[kind])
        for row, deep, line in zip(found[kind], nested, flat, strict=True):
            assert set(deep) == set(row)
            for name, value in row.items():
                if isinstance(value, (str, int, float)) and not isinstance(value, bool) and name in line:
                    assert line[name] == str(value)
                    assert str(deep[name]) == str(value)
                elif value is None and name in line:
                    assert line[name] == ""


def test_the_faults_are_found(sample: dateline.Chronicle, tmp_path: Path) -> None:
    """A check that cannot fail is none: each spoils one thing and must be heard."""
    sample.export("jsonl", tmp_path)

    def spoilt(kind: str, field: str, value: Any) -> list[str]:
        found = jsonl(tmp_path)
        found[kind][0][field] = value
        return faults(found)

    for kind, field, value in (
        ("articles", "title", ""), ("articles", "published", {"earliest": "5 May", "latest": None}), ("articles", "text", "x"),
        ("articles", "story_id", "sto_0123456789abcdef"), ("quotations", "kind", "spoken"),
        ("quotations", "content", {"start": 0, "end": 1, "text": "\u2603"}), ("mentions", "status", "done"),
        ("mentions", "event_id", None), ("mentions", "when", {"earliest": "2020-01-02", "latest": "2020-01-01"}),
        ("events", "independent_sources", 99), ("events", "mentions", []), ("stories", "actors", ["act_0123456789abcdef"]),
        ("storylines", "stories", []), ("actors", "mentions", 10_000), ("rejected", "code", None),
    ):  # fmt: skip
        if kind != "rejected" or jsonl(tmp_path)["rejected"]:
            assert spoilt(kind, field, value), f"{kind}.{field} = {value!r} goes unnoticed"


# ---------------------------------------------------------------- where public sets are at hand


def built(sources: list[Path], home: Path) -> Export:
    with dateline.open(home / "p.db", config=load_config(home, environ={})) as chronicle:
        chronicle.build(sources)
        chronicle.export("jsonl", home / "out")
    return jsonl(home / "out")


def test_the_touchstone_articles_keep_the_contract(shared: Path, tmp_path: Path) -> None:
    if not (shared / "seeds").is_dir():
        pytest.skip("the touchstone articles are not on this machine")
    found = built([shared / "seeds"], tmp_path)
    assert faults(found)[:MANY] == []
    assert len(found["articles"]) + len(found["rejected"]) == sum(
        one.is_file() for one in (shared / "seeds").rglob("*")
    )


def test_a_slice_of_the_public_sample_keeps_the_contract(shared: Path, tmp_path: Path) -> None:
    path = shared / "data" / "politics_sample.jsonl.gz"
    if not path.is_file():
        pytest.skip("the public sample is not on this machine")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = [line for _, line in zip(range(400), file, strict=False)][::13][:30]
    (tmp_path / "slice.jsonl").write_text("".join(lines), encoding="utf-8")
    found = built([tmp_path / "slice.jsonl"], tmp_path)
    assert faults(found)[:MANY] == []
    kept = defaultdict(int, Counter(row["sha256"] for row in (*found["articles"], *found["rejected"])))
    assert all(kept[hashlib.sha256(line.rstrip("\n").encode()).hexdigest()] for line in lines)
