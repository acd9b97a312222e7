"""Quotations of invented sentences: who said what, by which cue, through whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records import Quotation

Run = Callable[..., tuple[Quotation, ...]]

DIRECT = [
    ("curly", "“The harbour stays closed,” Minister Odell said.", "The harbour stays closed", "Odell"),
    ("straight", '"The harbour stays closed," Minister Odell said.', "The harbour stays closed", "Odell"),
    ("doubled", "''The harbour stays closed,'' Minister Odell said.", "The harbour stays closed", "Odell"),
    ("angled", "«The harbour stays closed,» Minister Odell said.", "The harbour stays closed", "Odell"),
    ("mojibake", "â€œThe harbour stays closed,â€\x9d Minister Odell said.", "The harbour stays closed", "Odell"),
    ("inverted", "“The harbour stays closed,” said Minister Odell.", "The harbour stays closed", "Odell"),
    ("before", "Minister Odell said, “The harbour stays closed.”", "The harbour stays closed", "Odell"),
    ("colon", "Minister Odell added: “The harbour stays closed.”", "The harbour stays closed", "Odell"),
    ("question", "“Who closed the harbour?” Mara Odell asked.", "Who closed the harbour?", "Odell"),
    ("apposition", "“The harbour stays closed,” said Mara Odell, the mayor of Brint.", "stays closed", "Mara Odell"),
    ("relative", "“The harbour stays closed,” said Mara Odell, who runs the port.", "stays closed", "Mara Odell"),
    ("told", "“The harbour stays closed,” Mara Odell told reporters on Monday.", "stays closed", "Odell"),
    ("according", "“The harbour stays closed,” according to Mara Odell.", "stays closed", "Odell"),
    ("split, first", "“The harbour,” Mara Odell said, “will stay closed.”", "The harbour", "Odell"),
    ("split, second", "“The harbour,” Mara Odell said, “will stay closed.”", "will stay closed", "Odell"),
    ("goes on", "“The harbour is closed,” Mara Odell said. “It will open in May.”", "open in May", "Odell"),
    ("bracket", "“They [the boats] must … wait,” Mara Odell said.", "They [the boats] must … wait", "Odell"),
    ("apostrophes", "“It's the sailors' harbour,” Mara Odell said.", "It's the sailors' harbour", "Odell"),
    ("never closed", "Mara Odell said, “The harbour stays closed.\n\nNobody was surprised.", "stays closed", "Odell"),
    ("fragment", "Mara Odell described the talks as “frank.”", "frank", "Odell"),
    ("list", "Mara Odell described the talks as “frank,” “cold” and “long.”", "cold", "Odell"),
    ("participle", "Mara Odell left early, telling reporters, “The harbour stays closed.”", "stays closed", "Odell"),
    ("nested", "“He told me ‘never again’ twice,” Mara Odell said.", "He told me ‘never again’ twice", "Odell"),
    ("next paragraph", "Mara Odell was blunt in her answer, saying:\n\n“The harbour stays closed.”", "stays closed", "Odell"),
    ("dash", "“The harbour will never open again in my life.” — Mara Odell", "never open again", "Mara Odell"),
    ("transcript", "Mara Odell: “The harbour stays closed.”", "stays closed", "Mara Odell"),
    ("visiting", "“The harbour stays closed,” visiting professor Mara Odell told the crowd.", "stays closed", "Mara Odell"),
    ("passive agents", "They were met by angry sailors, shouting “Open the harbour!”", "Open the harbour!", "angry sailors"),
    ("document", "The statement said the harbour “remains closed to all.”", "remains closed", "statement"),
    ("continued", "“The harbour is closed,” Mara Odell said.\n\n“It will stay closed in May,” she added.", "in May", "Odell"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "content", "speaker"), [row[1:] for row in DIRECT], ids=[r[0] for r in DIRECT]
)
def test_marked_words_have_their_speaker(quotations: Run, words: str, content: str, speaker: str) -> None:
    found = [q for q in quotations(words) if q.kind == "direct" and content in q.content.text]
    assert found, [q.content.text for q in quotations(words)]
    assert found[0].speaker is not None and speaker in found[0].speaker.name


INDIRECT = [
    ("that", "Mara Odell said that the harbour would stay closed.", "that the harbour would stay closed", "Odell", "say"),
    ("no that", "Mara Odell said the harbour would stay closed.", "the harbour would stay closed", "Odell", "say"),
    ("to", "Mara Odell vowed to close the harbour.", "to close the harbour", "Odell", "promise"),
    ("according to", "According to Mara Odell, the harbour is closed.", "the harbour is closed", "Odell", "say"),
    ("in the words of", "The harbour is a ruin, in the words of Mara Odell.", "The harbour is a ruin", "Odell", "say"),
    ("parenthesis", "The harbour, Mara Odell said, would stay closed.", "would stay closed", "Odell", "say"),
    ("end", "The harbour would stay closed, Mara Odell said.", "The harbour would stay closed", "Odell", "say"),
    ("denial", "Mara Odell denied that she had closed the harbour.", "that she had closed the harbour", "Odell", "deny"),
    ("warning", "Mara Odell warned that the harbour would flood.", "the harbour would flood", "Odell", "warn"),
    ("whether", "Mara Odell asked whether the harbour would open.", "whether the harbour would open", "Odell", "demand"),
    ("belief", "Mara Odell believes that the harbour will open.", "that the harbour will open", "Odell", "believe"),
    ("demand", "Mara Odell called for a new harbour.", "a new harbour", "Odell", "demand"),
    ("urge", "Mara Odell urged the sailors to leave.", "to leave", "Odell", "demand"),
    ("accuse", "Mara Odell accused the sailors of theft.", "of theft", "Odell", "accuse"),
    ("clear", "Mara Odell made it clear that the harbour would close.", "that the harbour would close", "Odell", "say"),
    ("noun", "Mara Odell repeated her claim that the harbour was safe.", "that the harbour was safe", "", None),
    ("adjective", "Mara Odell is confident that the harbour will open.", "the harbour will open", "Odell", "believe"),
    ("seen by", "The harbour was described by Mara Odell as a ruin.", "as a ruin", "Odell", "say"),
    ("statement", "The ministry issued a statement saying the harbour was closed.", "the harbour was closed", "", "say"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "content", "speaker", "cue_class"), [row[1:] for row in INDIRECT], ids=[r[0] for r in INDIRECT]
)
def test_reported_words_have_cue_and_speaker(
    quotations: Run, words: str, content: str, speaker: str, cue_class: str | None
) -> None:
    found = [q for q in quotations(words) if q.kind == "indirect" and content in q.content.text]
    assert found, [q.content.text for q in quotations(words)]
    name = found[0].speaker.name if found[0].speaker else ""
    assert speaker in name
    assert cue_class is None or found[0].cue_class == cue_class


NOBODY = [
    ("so-called", "The so-called “harbour party” met again."),
    ("colours", "The army attacked all “rebel” forces in the hills."),
    ("nickname", "John “Jack” Odell left the harbour."),
    ("title", "Her novel “The Long Harbour” sold well."),
    ("known as", "The boat is known as “Old Mary” in the harbour."),
    ("said to be", "The minister is said to be ill."),
    ("apostrophes", "The sailors' boats and the ministers' cars left at five o'clock in the '90s."),
    ("show", "She spoke on the station's “Morning Harbour” for an hour."),
    ("few", "There was a “quiet mood” in the harbour."),
]


@pytest.mark.parametrize("words", [row[1] for row in NOBODY], ids=[row[0] for row in NOBODY])
def test_marks_that_quote_nobody(quotations: Run, words: str) -> None:
    assert [q.content.text for q in quotations(words) if q.kind != "indirect" or "said" in words] == []


def test_an_adverb_reports_without_a_source(quotations: Run) -> None:
    (quotation,) = quotations("The harbour was reportedly closed by the army.")
    assert quotation.cue is not None and quotation.cue.text == "reportedly"
    assert quotation.speaker is None and quotation.stance == "doubting"


def test_a_mixed_clause_holds_its_marked_words(quotations: Run) -> None:
    found = quotations("Mara Odell said that the harbour was “a ruin” in winter.")
    (clause,) = [q for q in found if q.kind == "mixed"]
    (part,) = [q for q in found if q.kind == "direct"]
    assert part.part_of == clause.id and clause.part_of is None
    assert [piece.text for piece in clause.pieces] == ["a ruin"]


VIA = [
    ("told", "“The harbour stays closed,” Mara Odell told CNN.", "stays closed", ["CNN"]),
    ("to", "Mara Odell complained about “years of waste” to CNN.", "years of waste", ["CNN"]),
    ("reports", "CNN reports that Mara Odell complained about “endless waste.”", "endless waste", ["CNN"]),
    (
        "according",
        "“The harbour stays closed,” said Mara Odell, according to Reuters.",
        "stays closed",
        ["Reuters"],
    ),
    (
        "interview",
        "“The harbour stays closed,” Mara Odell said in an interview with Reuters.",
        "closed",
        ["Reuters"],
    ),
    (
        "brought in",
        "CNN quotes an unnamed engineer who feared a flood.\n\n“We saw the cracks in May,” the engineer said.",
        "We saw the cracks",
        ["CNN"],
    ),
    ("own outlet", "“The harbour stays closed,” Mara Odell told Reuters.", "stays closed", []),
    (
        "nested",
        "Reuters reported that Mara Odell had told CNN that the harbour was “finished for good.”",
        "finished for good",
        ["CNN", "Reuters"],
    ),
]


@pytest.mark.parametrize(("name", "words", "content", "chain"), VIA, ids=[row[0] for row in VIA])
def test_the_chain_a_quotation_came_through(
    quotations: Run, name: str, words: str, content: str, chain: list[str]
) -> None:
    outlet = {"outlet": "Reuters"} if name == "own outlet" else {}
    found = [q for q in quotations(words, **outlet) if q.kind == "direct" and content in q.content.text]
    assert found
    assert [link.name for link in found[0].via] == chain


def test_the_addressee_is_kept(quotations: Run) -> None:
    found = [q for q in quotations("“It is over,” Mara Odell told the sailors.") if q.kind == "direct"]
    assert found[0].addressee is not None and found[0].addressee.name == "sailors"


def test_words_over_two_paragraphs_keep_their_speaker(quotations: Run) -> None:
    found = [
        q
        for q in quotations(
            "“The harbour is closed,” Mara Odell said. “It is a ruin.\n\n“It will open in May.”"
        )
        if q.kind == "direct"
    ]
    assert [q.speaker.name if q.speaker else None for q in found] == ["Mara Odell"] * 3


def test_beliefs_and_words_are_told_apart(quotations: Run) -> None:
    modes = {q.mode for q in quotations("Mara Odell thinks the harbour is safe. Jon Brandt says it is not.")}
    assert modes == {"belief", "speech"}
