"""What bad input gets: a rejection with a stable code that names file, place and remedy; the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.conftest import zipped

from dateline.records import RawDocument, Rejected
from dateline.sources import codes

Read = Callable[..., list[RawDocument | Rejected]]
PROSE = "The envoy of Orland met the premier of Vessia on Monday, officials said."
ROW = json.dumps({"text": PROSE}).encode()


def encrypted() -> bytes:
    """An archive whose entry carries the flag of a password."""
    data = bytearray(zipped({"a.txt": PROSE.encode()}))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def linked() -> bytes:
    """An archive whose entry is a symbolic link."""
    buffer = io.BytesIO()
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "/etc/hosts")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.csv", b"title,text\n", "empty"),
        ("a.zip", zipped({}), "empty"),
        ("a.txt", b"\x00" * 400, "binary"),
        ("a.txt", b"%PDF-1.7 ...", "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("a.txt", b"Plain words, then " + bytes(range(1, 9)) * 40, "binary"),
        ("a.jsonl", b'{"text": "a\x00b"}', "binary"),
        ("a.txt", b"A" * 3000, "too-large"),
        ("a.jsonl", b'{"text": "' + b"A" * 3000 + b'"}', "too-large"),
        ("a.json", b'[{"text": "' + b"A" * 3000 + b'"}]', "too-large"),
        ("a.jsonl", b'{"text": ', "json"),
        ("a.json", b'{"text": ', "json"),
        ("a.jsonl", b"[1, 2]", "not-an-object"),
        ("a.json", b'"words"', "not-an-object"),
        ("a.jsonl", b'{"title": "T"}', "no-text"),
        ("a.jsonl", b'{"title": "T", "text": "  "}', "no-text"),
        ("a.csv", b"when,what\n1,2\n", "no-column"),
        ("a.csv", b"title,text\nT,one,two,three\n", "bad-row"),
        ("a.zip", b"PK\x03\x04 no archive", "zip-corrupt"),
        ("a.zip", zipped({"../../up.txt": PROSE.encode()}), "zip-path"),
        ("a.zip", zipped({"/etc/up.txt": PROSE.encode()}), "zip-path"),
        ("a.zip", zipped({"C:\\up.txt": PROSE.encode()}), "zip-path"),
        ("a.zip", linked(), "zip-path"),
        ("a.zip", zipped({"in.zip": zipped({"a.txt": b"x"})}), "nested-archive"),
        ("a.zip", encrypted(), "encrypted"),
        ("a.zip", zipped({"a.txt": b"A" * 3_000_000}), "zip-bomb"),
        ("a.zip", zipped({"a.docx": b"words"}), "unsupported"),
        ("a.txt.gz", gzip.compress(b"A" * 6_000_000, mtime=0), "zip-bomb"),
        ("a.jsonl.gz", gzip.compress(ROW, mtime=0)[:-9], "zip-corrupt"),
        ("a.zip.gz", gzip.compress(zipped({}), mtime=0), "nested-archive"),
        ("a.docx", b"words", "unsupported"),
        ("noextension", b"words", "unsupported"),
    ],
)
def test_each_fault_has_its_code_and_the_rest_is_read(
    here: Path, read_all: Read, name: str, data: bytes, expected: str
) -> None:
    (here / name).write_bytes(data)
    (here / "zz.txt").write_text(PROSE)
    *bad, good = read_all(".", max_bytes=2000)
    assert isinstance(good, RawDocument) and good.source == "zz.txt"
    (outcome,) = [one for one in bad if isinstance(one, Rejected)]
    assert outcome.code == expected
    assert outcome.stage == "sources" and name in outcome.source
    assert outcome.source in outcome.detail and codes()[expected].remedy in outcome.detail


def test_what_cannot_be_opened_is_unreadable(here: Path, read_all: Read) -> None:
    (outcome,) = read_all("missing.txt")
    assert isinstance(outcome, Rejected) and outcome.code == "unreadable" and "missing.txt" in outcome.detail


def test_an_empty_folder_is_said_to_be_empty(here: Path, read_all: Read) -> None:
    (here / "hollow").mkdir()
    (outcome,) = read_all("hollow")
    assert isinstance(outcome, Rejected) and (outcome.source, outcome.code) == ("hollow", "empty")


def test_one_bad_line_rejects_that_line_only(here: Path, read_all: Read) -> None:
    (here / "a.jsonl").write_bytes(ROW + b'\n{"text": broken}\n\n{"text": "A third one."}\n')
    good, bad, third = read_all("a.jsonl")
    assert isinstance(bad, Rejected) and bad.source == "a.jsonl#2" and "line 2" in bad.detail
    assert (good.source, third.source) == ("a.jsonl#1", "a.jsonl#4")
    assert isinstance(third, RawDocument)


def test_json_that_breaks_off_keeps_what_came_before(here: Path, read_all: Read) -> None:
    (here / "a.json").write_bytes(b'[{"text": "One."}, {"text": "Two."}, {"text": "Thr')
    one, two, broken = read_all("a.json")
    assert isinstance(one, RawDocument) and isinstance(two, RawDocument)
    assert isinstance(broken, Rejected) and broken.code == "json"


def test_json_lines_in_a_json_file_are_read_as_such(here: Path, read_all: Read) -> None:
    (here / "a.json").write_bytes(ROW + b'\n{"text": "Second."}\n')
    assert [one.source for one in read_all("a.json")][:2] == ["a.json#1", "a.json#2"]


def test_a_good_entry_beside_a_bomb_is_read(here: Path, read_all: Read) -> None:
    (here / "a.zip").write_bytes(zipped({"bomb.txt": b"A" * 5_000_000, "good.txt": PROSE.encode()}))
    bomb, good = read_all("a.zip")
    assert isinstance(bomb, Rejected) and bomb.code == "zip-bomb"
    assert isinstance(good, RawDocument) and good.source == "a.zip!good.txt"


def test_a_misspelt_mapping_rejects_records_and_an_optional_field_does_not(
    here: Path, read_all: Read
) -> None:
    rows = [{"text": "One.", "head": "T"}, {"text": "Two."}]
    (here / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert all(isinstance(one, RawDocument) for one in read_all("a.jsonl", fields={"title": "head"}))
    rejected = read_all("a.jsonl", fields={"title": "haed"})
    assert [one.code for one in rejected if isinstance(one, Rejected)] == ["no-column", "no-column"]


def test_a_closed_standard_input_is_an_input_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.config import Config
    from dateline.sources import read

    monkeypatch.setattr("sys.stdin", None)
    (found,) = read(["-"], Config())
    assert isinstance(found, Rejected)
    assert (found.source, found.code) == ("-", "unreadable")


def test_a_json_value_is_called_as_json_calls_it(tmp_path: Path) -> None:
    from dateline.config import Config
    from dateline.sources import read

    (tmp_path / "a.jsonl").write_text('null\n[1]\n"x"\n2\ntrue\n')
    found = [one.detail for one in read([str(tmp_path)], Config()) if isinstance(one, Rejected)]
    for detail, kind in zip(found, ("null", "a list", "a string", "a number", "true or false"), strict=True):
        assert f": {kind} where an object is wanted" in detail
