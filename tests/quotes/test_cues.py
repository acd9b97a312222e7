"""The cue tables: their form, their overlay, what a bad row gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.quotes.cues import STANCES, Lexicon, load_lexicon


def test_the_table_is_large_and_says_class_mode_and_stance(lexicon: Lexicon) -> None:
    cues = [cue for group in lexicon.entries.values() for cue in group]
    assert len(cues) >= 400
    assert {"say", "claim", "deny", "admit", "warn", "promise", "demand", "accuse", "believe", "know"} <= {
        cue.cue_class for cue in cues
    }
    assert {cue.mode for cue in cues} == {"speech", "belief"}
    assert {cue.stance for cue in cues} == set(STANCES)
    assert all(cue.takes or cue.content_preps or cue.addressee_preps for cue in cues)


@pytest.mark.parametrize(
    ("lemma", "stance"), [("claim", "doubting"), ("point", "endorsing"), ("say", "neutral"), ("admit", "endorsing")]
)  # fmt: skip
def test_stance(lexicon: Lexicon, lemma: str, stance: str) -> None:
    assert lexicon.of("verb", lemma)[0].stance == stance


def test_entries_with_a_particle_come_first(lexicon: Lexicon) -> None:
    assert lexicon.of("verb", "call")[0].particle is not None
    assert lexicon.of("verb", "call")[-1].particle is None


def test_an_overlay_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text('[speech.verb.say]\nblurble = "that quote"\nsay = "quote"\n', "utf-8")
    lexicon = load_lexicon((tmp_path,))
    assert lexicon.of("verb", "blurble")[0].cue_class == "say"
    assert lexicon.of("verb", "say")[-1].takes == frozenset({"quote"})
    assert lexicon.of("verb", "deny")


@pytest.mark.parametrize(
    "words", ['[speech.verb.say]\nsay = "sometimes"\n', "[speech.verb.say\n", '[speech.colour.say]\nsay = "that"\n']
)  # fmt: skip
def test_a_bad_table_is_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "cues.toml").write_text(words, "utf-8")
    with pytest.raises(ConfigError):
        load_lexicon((tmp_path,))
