"""Names, order, duplicates, standard input and field mapping, whatever the kind of file."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.conftest import zipped

from dateline.errors import UsageError
from dateline.records import RawDocument, Rejected

Read = Callable[..., list[RawDocument | Rejected]]
PROSE = "The envoy of Orland met the premier of Vessia on Monday, officials said."


def names(outcomes: list[RawDocument | Rejected]) -> list[str]:
    return [outcome.source for outcome in outcomes]


def test_files_are_named_as_the_user_named_them(here: Path, read_all: Read) -> None:
    (here / "news" / "deep").mkdir(parents=True)
    (here / "news" / "b.txt").write_text(PROSE + " b")
    (here / "news" / "deep" / "a.txt").write_text(PROSE + " a")
    (here / "news" / ".hidden.txt").write_text(PROSE)
    (here / "pack.zip").write_bytes(zipped({"x/one.txt": PROSE.encode(), "two.txt": b"Other. " * 9}))
    rows = [{"id": "k7", "text": PROSE + " k"}, {"text": PROSE + " second line"}]
    (here / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (here / "rows.csv").write_text(f'id,text\nc1,"{PROSE} c"\n,"{PROSE} d"\n')
    outcomes = read_all("rows.jsonl", "news", "pack.zip", "rows.csv")
    assert names(outcomes) == [
        "news/b.txt", "news/deep/a.txt", "pack.zip!two.txt", "pack.zip!x/one.txt",
        "rows.csv#c1", "rows.csv#2", "rows.jsonl#k7", "rows.jsonl#2",
    ]  # fmt: skip
    assert all(isinstance(outcome, RawDocument) for outcome in outcomes)


def test_order_of_paths_and_naming_a_file_twice_change_nothing(here: Path, read_all: Read) -> None:
    for name in "cab":
        (here / f"{name}.txt").write_text(f"{PROSE} {name}")
    one = read_all("c.txt", "a.txt", "b.txt")
    assert (
        one == read_all("b.txt", "c.txt", "a.txt") == read_all("a.txt", "b.txt", "./c.txt", "c.txt", "a.txt")
    )
    assert names(one) == ["a.txt", "b.txt", "c.txt"]


def test_sha256_is_that_of_the_bytes_or_of_the_line(here: Path, read_all: Read) -> None:
    (here / "a.txt").write_bytes(PROSE.encode())
    line = json.dumps({"text": PROSE + " 2"}).encode()
    (here / "b.jsonl").write_bytes(line + b"\r\n")
    first, second = read_all("a.txt", "b.jsonl")
    assert first.sha256 == hashlib.sha256(PROSE.encode()).hexdigest()
    assert second.sha256 == hashlib.sha256(line).hexdigest()


def test_the_same_bytes_under_another_name_are_a_duplicate(here: Path, read_all: Read) -> None:
    (here / "z.txt").write_text(PROSE)
    (here / "a.zip").write_bytes(zipped({"copy.txt": PROSE.encode()}))
    first, second = read_all("z.txt", "a.zip")
    assert (first.source, second.source) == ("a.zip!copy.txt", "z.txt")
    assert isinstance(second, Rejected) and second.code == "duplicate" and "a.zip!copy.txt" in second.detail


@pytest.mark.parametrize(
    ("data", "sources", "media"),
    [
        (PROSE.encode(), ["-"], "text"),
        (b"<!doctype html><html><body><p>" + PROSE.encode() + b"</p></body></html>", ["-"], "html"),
        (
            b'{"id": "q", "text": "' + PROSE.encode() + b'"}\n{"text": "Second one."}\n',
            ["-#q", "-#2"],
            "text",
        ),
        (b'[{"text": "' + PROSE.encode() + b'"}]', ["-#1"], "text"),
        (b'{\n "title": "T",\n "text": "' + PROSE.encode() + b'"\n}\n', ["-#1"], "text"),
        (gzip.compress(PROSE.encode(), mtime=0), ["-"], "text"),
        (zipped({"a.txt": PROSE.encode()}), ["-!a.txt"], "text"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(
    read_all: Read, data: bytes, sources: list[str], media: str
) -> None:
    outcomes = read_all("-", stdin=data)
    assert names(outcomes) == sources
    assert {outcome.media for outcome in outcomes if isinstance(outcome, RawDocument)} == {media}


def test_columns_are_guessed_and_can_be_mapped(here: Path, read_all: Read) -> None:
    (here / "a.csv").write_text(
        "Headline,Article Body,Source,Pub Date,Authors,Link,opinion\n"
        f'Talks open,"{PROSE}",The Orland Post,2031-03-04,Ann Reed,https://post.example/1,"{PROSE} Not so."\n'
    )
    (guessed,) = read_all("a.csv")
    assert isinstance(guessed, RawDocument) and guessed.content == PROSE
    assert dict(guessed.fields) == {
        "title": "Talks open", "outlet": "The Orland Post", "published": "2031-03-04",
        "byline": "Ann Reed", "url": "https://post.example/1",
    }  # fmt: skip
    (mapped,) = read_all("a.csv", fields={"text": "opinion"})
    assert isinstance(mapped, RawDocument) and mapped.content.endswith("Not so.")


def test_a_mapped_column_that_is_missing_rejects_the_table(here: Path, read_all: Read) -> None:
    (here / "a.csv").write_text(f'title,text\nT,"{PROSE}"\n')
    (outcome,) = read_all("a.csv", fields={"title": "kicker"})
    assert isinstance(outcome, Rejected) and outcome.code == "no-column"
    assert "a.csv" in outcome.detail and "'kicker'" in outcome.detail and "title, text" in outcome.detail


def test_an_unknown_field_is_a_mistake_of_the_call(read_all: Read) -> None:
    with pytest.raises(UsageError, match="'headline' is no field"):
        read_all("a.csv", fields={"headline": "title"})


def test_json_fields_of_lists_and_objects_become_words(here: Path, read_all: Read) -> None:
    row = {
        "body": PROSE,
        "authors": ["Ann Reed", {"name": "Bo Lind"}],
        "source": {"name": "The Post"},
        "date": None,
    }
    (here / "a.jsonl").write_text(json.dumps(row))
    (outcome,) = read_all("a.jsonl")
    assert isinstance(outcome, RawDocument)
    assert dict(outcome.fields) == {"byline": "Ann Reed; Bo Lind", "outlet": "The Post"}
