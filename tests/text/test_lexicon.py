"""The word tables: read once, laid over, and refused when they are no tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.text.lexicon import Lexicon


def test_an_overlay_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "nouns.tsv").write_text(
        "word\tclass\tgender\trank\narchon\ttitle\t\thead\nqueen\ttitle\tf\t\n"
    )
    lexicon = Lexicon.load((tmp_path,))
    found = lexicon.noun("archon")
    assert found is not None and (found.kind, found.rank) == ("title", "head")
    queen = lexicon.noun("queen")
    assert queen is not None and queen.rank == ""


def test_a_bad_class_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "nouns.tsv").write_text("word\tclass\narchon\tmonster\n")
    with pytest.raises(ConfigError, match=r"nouns.tsv:2"):
        Lexicon.load((tmp_path,))


def test_hyphens_count_as_their_last_part(lexicon: Lexicon) -> None:
    assert lexicon.noun("ex-president") == lexicon.noun("president")
    assert lexicon.noun("pear-tree") is None
