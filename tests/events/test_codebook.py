"""The codebook says what it codes: exemplars, counter-examples, size, faults and overlays."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.events.codebook import BUILT_IN, load
from dateline.records import EVENT_TYPES


def test_every_type_is_defined_and_exemplified(book):
    examples = Counter(example.type for example in book.examples)
    for name in EVENT_TYPES:
        assert book.definitions[name], name
        assert examples[name] >= 12, (name, examples[name])
        assert sum(kind == name for kind, _ in book.counter_examples) >= 2, name


def test_size(book):
    assert len(book.entries) > 1200
    assert all(entry.cameo and entry.cameo.isdigit() for entry in book.entries)


def test_exemplars_code_as_they_say(book, read, code, stands_for):
    wrong = []
    for example, text in zip(book.examples, read(e.sentence for e in book.examples), strict=True):
        if not any(
            m.type == example.type and m.status == example.status
            and stands_for(example.source, m.source) and stands_for(example.target, m.target)
            for m in code(text)
        ):  # fmt: skip
            wrong.append((example.type, example.sentence))
    assert not wrong


def test_counter_examples_report_no_such_act(book, read, code):
    texts = read(sentence for _, sentence in book.counter_examples)
    false = [
        (kind, sentence)
        for (kind, sentence), text in zip(book.counter_examples, texts, strict=True)
        if any(mention.type == kind for mention in code(text))
    ]
    assert not false


OVERLAY = """
[classes]
talks = "palaver"

[frames]
bark = {{ source = "subj", target = "obj" }}

[PROTEST]
[[PROTEST.verbs]]
frame = "{frame}"
mode = "{mode}"
cameo = "141"
words = \"\"\"
{words}
\"\"\"
"""


def overlay(folder: Path, frame: str = "bark", mode: str = "demo", words: str = "bark obj=*") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plover.toml").write_text(OVERLAY.format(frame=frame, mode=mode, words=words), encoding="utf-8")
    return folder


def test_an_overlay_extends_words_and_classes(tmp_path):
    book = load((overlay(tmp_path / "more"),))
    assert "bark" in book.index["verbs"]
    assert "palaver" in book.classes["talks"] and "negotiation" in book.classes["talks"]
    assert "bark" not in load().index["verbs"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"frame": "nowhere"}, "nowhere"),
        ({"mode": "picnic"}, "picnic"),
        ({"words": "bark obj={nothing}"}, "nothing"),
        ({"words": "bark obj"}, "bark obj"),
        ({"words": "obj=dog"}, "obj=dog"),
    ],
)
def test_faults_name_file_line_and_entry(tmp_path, change, named):
    folder = overlay(tmp_path / named.replace("=", "_").replace(" ", "_"), **change)
    with pytest.raises(ConfigError) as caught:
        if "words" in change and change["words"] == "bark obj":
            overlay(folder, words="bark obj=")
        load((folder,))
    assert "plover.toml" in str(caught.value)
    assert named.split("=")[0].split()[-1] in str(caught.value)
    assert "plover.toml:" in str(caught.value)


def test_an_unknown_type_is_a_fault(tmp_path):
    (tmp_path / "plover.toml").write_text("[DANCE]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="DANCE"):
        load((tmp_path,))


def test_broken_toml_is_a_fault(tmp_path):
    (tmp_path / "plover.toml").write_text("[CONSULT\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"plover\.toml"):
        load((tmp_path,))


def test_the_codebook_names_its_source():
    assert BUILT_IN.read_text(encoding="utf-8").startswith("#")
