"""What every reader of the registry must do, whatever the kind of file it reads."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.conftest import zipped

from dateline.records import RawDocument, Rejected
from dateline.sources import READERS, codes

Read = Callable[..., list[RawDocument | Rejected]]
PROSE = "Le premier ministre a pose\u0301 une question; the envoy said “no” on Monday."
HTML = f"<html><head><meta charset='utf-8'></head><body><p>{PROSE}</p></body></html>"
ROW = json.dumps({"title": "T", "text": PROSE}, ensure_ascii=False)

SAMPLES = {
    ".txt": PROSE.encode(),
    ".text": PROSE.encode(),
    ".html": HTML.encode(),
    ".htm": HTML.encode(),
    ".xhtml": HTML.encode(),
    ".jsonl": ROW.encode(),
    ".ndjson": ROW.encode(),
    ".json": f"[{ROW}]".encode(),
    ".csv": f'title,text\nT,"{PROSE}"\n'.encode(),
    ".tsv": f"title\ttext\nT\t{PROSE}\n".encode(),
    ".gz": gzip.compress(ROW.encode(), mtime=0),
    ".zip": zipped({"a.txt": PROSE.encode()}),
}


def named(suffix: str) -> str:
    return "a.jsonl.gz" if suffix == ".gz" else f"a{suffix}"


def test_every_reader_has_a_sample() -> None:
    assert set(SAMPLES) == set(READERS)


@pytest.mark.parametrize("suffix", sorted(SAMPLES))
@pytest.mark.parametrize("upper", [False, True])
def test_a_good_file_gives_documents_and_the_same_ones_again(
    here: Path, read_all: Read, suffix: str, upper: bool
) -> None:
    name = named(suffix).upper() if upper else named(suffix)
    (here / name).write_bytes(SAMPLES[suffix])
    outcomes = read_all(name)
    assert outcomes and outcomes == read_all(name)
    for outcome in outcomes:
        assert isinstance(outcome, RawDocument)
        assert outcome.source.startswith(name) and len(outcome.sha256) == 64
        assert outcome.content == unicodedata.normalize("NFC", outcome.content)
        assert "posé une question" in outcome.content and outcome.modified is not None


@pytest.mark.parametrize("suffix", sorted(SAMPLES))
@pytest.mark.parametrize("data", [b"", b"\x00" * 5000, b"\xff\xfe\xff\xfe", b"\x81\x8d\x8f" * 30])
def test_rubbish_gives_rejections_with_known_codes(
    here: Path, read_all: Read, suffix: str, data: bytes
) -> None:
    (here / named(suffix)).write_bytes(data)
    outcomes = read_all(named(suffix))
    assert outcomes
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            assert outcome.code in codes() and outcome.detail.startswith(outcome.source)


@pytest.mark.parametrize("suffix", sorted(SAMPLES))
def test_a_file_cut_anywhere_never_raises(here: Path, read_all: Read, suffix: str) -> None:
    data = SAMPLES[suffix]
    for end in range(0, len(data), max(1, len(data) // 12)):
        (here / named(suffix)).write_bytes(data[:end])
        assert read_all(named(suffix)), f"nothing came of {end} bytes"


def test_every_code_has_a_meaning_and_a_remedy() -> None:
    for code in codes().values():
        assert code.meaning and code.remedy and not code.remedy.endswith(".")
