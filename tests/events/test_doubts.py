"""What is left out as doubtful, whom grammar speaks against, and the confidence that is left."""

from __future__ import annotations

import pytest

from dateline.errors import ConfigError
from dateline.events import weighing
from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.tense import Standing

SILENT = [
    "Kenya's president sometimes praised Uganda.",
    "Kenya bans strangers from its colleges.",
    "Police in Kenya blocked all roads on Monday.",
    "The minister of Kenya warned Uganda the meeting was over.",
    "Kenya asked respondents to name a river.",
    "Kenya has the power to attack Uganda.",
    "Kenya captured half of the voters.",
    "Kenya demonstrated that the dam of Uganda works.",
    "Kenya declined to release details.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_no_single_act_is_told(read, code, sentence):
    (text,) = read([sentence])
    assert not [m.type for m in code(text) if m.status != "hypothetical"]


TOLD = [
    ("Kenya warned Uganda that it would close the border.", "THREATEN", "Kenya", "Uganda"),
    ("The Kenyan and Ugandan sides met in Nairobi on Monday.", "CONSULT", "Kenya", "Uganda"),
    ("Kenya gave its blessing to Uganda's plan.", "SUPPORT", "Kenya", "Uganda"),
    ("President Maria Benescu of Romania traveled to Ghana, Mali and Kenya last month.", "CONSULT", "Maria Benescu", "Ghana|Mali|Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_", "source", "target"), TOLD)
def test_both_sides_are_told(read, code, stands_for, sentence, type_, source, target):
    (text,) = read([sentence])
    found = [m for m in code(text) if m.type == type_]
    assert bool(found) == bool(type_)
    for mention in found:
        assert stands_for(source, mention.source)
        assert stands_for(target, mention.target)


def test_a_pronoun_is_nobody_where_another_was_the_last_subject(read, code):
    (text,) = read(["Maria Benescu met Clara Duarte. After firing Erik Lindgren, he attacked Uganda."])
    assert not [m for m in code(text) if any(one.name == "Erik Lindgren" for one in m.source)]


def weighed(source: str, target: str, status: str, kind: str = "ACCUSE") -> weighing.Weighed:
    roles = Roles((), (), f"subj:{source}", f"obj:{target}", True)
    return weighing.weigh(
        Act(kind, None, "happened", kind, None, "entry"), Standing("happened", status), roles
    )


def test_doubts_add_up_and_confidence_falls():
    sure, weak = (
        weighed("state", "state", "past"),
        weighed("salience", "nobody", "operator:likely", "THREATEN"),
    )
    assert sure == (0.0, 0.95)
    assert weak.points == 2.25 and weak.too_doubtful and not sure.too_doubtful
    assert weak.confidence < sure.confidence
    assert (
        weighed("state", "state", "operator:plan").points < weighed("state", "state", "operator:bid").points
    )


def test_a_broken_table_is_named(tmp_path):
    table = tmp_path / "doubts.tsv"
    table.write_text("of\tvalue\tpoints\nsource\tsalience\tmuch\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        weighing.load(table)
