"""Coloured words: in the narration and nowhere else, with the kind they have, and the tables they come from."""

from __future__ import annotations

import gc
import itertools
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Article, Quotation, Span
from dateline.stories.colour import coloured
from dateline.stories.lexicon import hits, inflected, lexicon
from dateline.stories.neutral import groups
from dateline.stories.sentence import judged

MarkedWords = list[tuple[str, str]]


def marks(article: Article, *quotations: Quotation) -> MarkedWords:
    found = coloured(article, quotations)
    assert all(article.text[m.span.start : m.span.end] == m.span.text for m in found)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    return [(m.span.text, m.kind) for m in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The harbour master opened the new quay at noon.", []),
        ("Talks resumed on Monday after a pause of three weeks.", []),
        ("The ludicrous plan was slammed by the union.", [("ludicrous", "evaluative"), ("slammed", "violence-figure")]),
        ("His henchmen shamelessly begged for more.",
         [("henchmen", "label"), ("shamelessly", "evaluative"), ("begged", "ridicule")]),
        ("She hopes to humiliate the council.", [("hopes to humiliate", "mind-reading")]),
        ("The minister is pretending to listen.", [("is pretending to listen", "mind-reading")]),
        ("The cabinet does not seem to understand the tides.", [("does not seem to understand", "mind-reading")]),
        ("Does anybody in this port still believe the timetable?",
         [("Does anybody in this port still believe the timetable?", "opinion")]),
        ("It is high time the ferry was repaired.", [("It is high time", "opinion")]),
        ("Sadly, the ferry sank.", [("Sadly", "opinion")]),
        ("The Disaster Relief Fund paid for the quay.", []),
        ("Mr. Savage and the Radical Party voted against it.", []),
    ],
)  # fmt: skip
def test_words_and_turns_of_the_narration(
    text: str, wanted: MarkedWords, make_article: Callable[..., Article]
) -> None:
    assert marks(make_article(text)) == wanted


def test_what_is_said_is_not_the_narrators(
    make_article: Callable[..., Article], make_quotation: Callable[..., Quotation]
) -> None:
    text = "The mayor said that the ludicrous plan was a disgrace. The plan is ludicrous."
    article = make_article(text)
    said = make_quotation(
        article, "that the ludicrous plan was a disgrace", "Ana Brandt", at=text.index("that")
    )
    said = replace(said, kind="indirect")
    assert marks(article, said) == [("ludicrous", "evaluative")]
    assert coloured(article, [said])[0].span.start > said.content.end
    assert len(marks(article)) == 3


def test_a_thought_given_to_somebody_in_coloured_words(
    make_article: Callable[..., Article], make_quotation: Callable[..., Quotation]
) -> None:
    text = "Oss views the treaty as a dismaying surprise."
    article = make_article(text)
    thought = replace(
        make_quotation(article, "the treaty as a dismaying surprise", "Piet Oss", at=10), kind="indirect",
        mode="belief", cue=Span(4, 9, "views"), cue_class="believe",
    )  # fmt: skip
    assert marks(article, thought) == [("views", "mind-reading"), ("dismaying", "evaluative")]
    plain = replace(thought, content=Span(10, 20, "the treaty"))
    plain_article = make_article("Oss views the treaty as a surprise.")
    assert marks(plain_article, plain) == []
    for cue, cue_class in (("planned", "want"), ("knows", "know"), ("is seen by", "believe")):
        seen = replace(thought, cue=Span(4, 4 + len(cue), cue), cue_class=cue_class)
        assert marks(article, seen) == [("dismaying", "evaluative")]


@pytest.mark.parametrize(("stance", "wanted"), [("doubting", [("claimed", "doubting cue")]), ("neutral", [])])
def test_a_cue_that_doubts(
    stance: str, wanted: MarkedWords, make_article: Callable[..., Article],
    make_quotation: Callable[..., Quotation],
) -> None:  # fmt: skip
    article = make_article("Oss claimed that the quay was built in May.")
    said = make_quotation(article, "that the quay was built in May", "Piet Oss", at=12)
    said = replace(said, kind="indirect", stance=stance, cue=Span(4, 11, "claimed"))
    assert marks(article, said) == wanted


def test_lighter_words_show_only_in_a_coloured_sentence(make_article: Callable[..., Article]) -> None:
    assert marks(make_article("The minister gave a blunt answer.")) == []
    found = marks(make_article("The blunt, cunning and greedy minister gave a cowardly answer!"))
    assert {words for words, _ in found} == {"blunt", "cunning", "greedy", "cowardly"}


@pytest.mark.parametrize(
    ("entry", "pos", "adverbs", "wanted"),
    [
        ("slam", "verb", False, {"slam", "slams", "slamming", "slammed"}),
        ("decry", "verb", False, {"decry", "decries", "decrying", "decried"}),
        ("bully", "verb", False, {"bully", "bullies", "bullying", "bullied"}),
        ("savage", "verb", False, {"savage", "savages", "savaging", "savaged"}),
        ("lash out", "verb", False, {"lash out", "lashes out", "lashing out", "lashed out"}),
        ("steal/stole/stolen", "verb", False, {"steal", "steals", "stealing", "stole", "stolen"}),
        ("crony/cronies", "noun", False, {"crony", "cronies"}),
        ("witch", "noun", False, {"witch", "witches"}),
        ("absurd", "adjective", True, {"absurd", "absurdly"}),
        ("hysteric", "adjective", True, {"hysteric", "hysterically"}),
        ("horrible", "adjective", True, {"horrible", "horribly"}),
        ("petty", "adjective", True, {"petty", "pettily"}),
        ("of course", "phrase", False, {"of course"}),
    ],
)
def test_forms(entry: str, pos: str, adverbs: bool, wanted: set[str]) -> None:
    assert set(inflected(entry, pos, adverbs)) == wanted


def entries() -> list[tuple[str, str, int, str]]:
    folder = resources.files("dateline.stories").joinpath("lexicon")
    found = []
    for table in folder.iterdir():
        for group in tomllib.loads(table.read_text(encoding="utf-8")).get("entries", ()):
            for word in group["words"].replace("\n", " ").split(","):
                found.append((group["kind"], group["pos"], group["weight"], word.strip()))
    return found


def test_the_lexicon_is_large_sorted_by_kind_and_plain() -> None:
    rows = entries()
    assert len({word for *_, word in rows}) > 3500
    assert {pos for _, pos, _, _ in rows} == {"noun", "verb", "adjective", "adverb", "phrase"}
    assert {weight for *_, weight, _ in rows} == {1, 2, 3}
    assert not [row for row in rows if not row[3] or row[3] != row[3].strip() or "“" in row[3]]
    per_kind = Counter(kind for kind, *_ in rows)
    assert len(per_kind) >= 14 and min(per_kind.values()) >= 30, per_kind
    assert all(" " not in first for first in lexicon())


def test_a_label_is_either_loaded_or_neutral() -> None:
    for pattern, loaded, least in groups():
        assert not [word for word in loaded if pattern.fullmatch(word)]
        assert least >= 1


@pytest.mark.parametrize(
    ("sentence", "coloured_"),
    [
        ("The council met on Tuesday and approved the budget, officials said.", False),
        ("Rainfall rose by 12 percent in March, according to the survey.", False),
        ("The spineless council shamelessly caved to its cronies.", True),
        ("Why do we still put up with this farce?", True),
        ("“The plan is a shameful, idiotic disgrace,” the mayor said on Monday.", False),
    ],
)
def test_a_sentence_is_judged_by_words_and_grammar(sentence: str, coloured_: bool) -> None:
    assert judged(sentence).coloured is coloured_


def test_words_in_marks_are_kept_apart() -> None:
    found = judged("The mayor called it “a shameful and idiotic piece of work” in a vile letter.")
    words = [(hit.start, hit.entry.kind) for hit in found.words]
    assert len(words) == 1
    assert len(found.every) == 3


@given(st.text(max_size=200))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    found = hits(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)


def test_the_longest_entry_wins() -> None:
    (hit,) = hits("It was a witch hunt.")
    assert "It was a witch hunt."[hit.start : hit.end] == "witch hunt"


def test_colouring_is_linear_in_the_text(make_article: Callable[..., Article]) -> None:
    line = "The council met the envoy, and the ludicrous plan to slam the quay was put off again. "
    articles = {times: make_article(line * times) for times in (400, 3200)}
    best = dict.fromkeys(articles, 1e9)
    coloured(make_article(line), ())
    for _ in range(9):  # in turns, so that what else the machine does falls on both
        for times, article in articles.items():
            gc.collect()
            gc.disable()  # it walks all that the tests before have left, the longer the more
            began = time.process_time()
            coloured(article, ())
            best[times] = min(best[times], time.process_time() - began)
            gc.enable()
    assert best[3200] < 12 * best[400]
