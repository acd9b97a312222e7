"""References: (text, words pointed at, who is meant), by kind of phrase."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Actor
from dateline.syntax import Reference, Text

Read = Callable[..., Text]


def meant(text: Text, words: str, occurrence: int = 0) -> list[str] | None:
    """Names of who the phrase means, groups opened; None where nothing is referred to."""
    found = [r for r in text.references if text.span(r.start, r.end).text == words]
    if len(found) <= occurrence:
        return None
    return sorted(ref.name for ref in text.refer(found[occurrence].head))


def at(text: Text, word: str, occurrence: int = 0) -> list[str]:
    """Names of who the token means; empty for nobody."""
    heads = [t.i for t in text.tokens if t.text == word]
    return sorted(ref.name for ref in text.refer(heads[occurrence]))


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("Ellen Marsh spoke. Marsh left.", "Marsh", ["Ellen Marsh"]),
        ("Senator Ellen Marsh spoke. Sen. Marsh left.", "Sen. Marsh", ["Ellen Marsh"]),
        ("Senator Ellen Marsh met Tom Marsh. Mrs. Marsh left.", "Mrs. Marsh", ["Ellen Marsh"]),
        ("Ellen Marsh met Tom Marsh. Marsh left.", "Marsh", None),
        ("Michelle Marsh spoke. Mrs. Marsh left.", "Mrs. Marsh", ["Michelle Marsh"]),
        ("Michelle Marsh spoke. Mr. Marsh left.", "Mr. Marsh", ["Marsh"]),
        ("Tom Marsh met Tom Marsh Jr. on Monday. Marsh left.", "Marsh", ["Tom Marsh"]),
        ("Tom Marsh met Tom Marsh Jr. on Monday. Marsh left.", "Tom Marsh Jr.", ["Tom Marsh Jr."]),
        ("Bashar al-Dorani spoke. Dorani left.", "Dorani", ["Bashar al-Dorani"]),
        ("Donald J. Harrow spoke. Donald Harrow left.", "Donald Harrow", ["Donald J. Harrow"]),
        ("The Harbour Safety Board (HSB) met. HSB said no.", "HSB", ["Harbour Safety Board"]),
        ("Senator Ellen Marsh spoke. The senator left.", "The senator", ["Ellen Marsh"]),
        ("Dana Pell, a spokesman for the bank, spoke. The spokesman left.", "The spokesman", ["Dana Pell"]),
        ("Dana Pell was a lawyer. He left.", "a lawyer", ["Dana Pell"]),
    ],
)
def test_names_and_titles(read: Read, words: str, phrase: str, names: list[str] | None) -> None:
    assert meant(read(words), phrase) == names


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("Russia's president said no.", "Russia's president", ["Vladimir Putin"]),
        ("The Russian foreign minister said no.", "The Russian foreign minister", ["Sergey Lavrov"]),
        ("The White House press secretary said no.", "The White House press secretary", ["Josh Earnest"]),
        (
            "President Obama met Russian President Vladimir Putin. The president left.",
            "The president",
            ["Barack Obama"],
        ),
        ("Kremlin spokesman Dmitry Peskov said the president was ill.", "the president", ["Vladimir Putin"]),
        ("The only president to resign was ill.", "The only president", None),
        ("Every president lies.", "Every president", None),
        ("The prime minister left.", "The prime minister", None),
    ],
)
def test_offices_without_a_name(read: Read, words: str, phrase: str, names: list[str] | None) -> None:
    assert meant(read(words, on="2016-05-02"), phrase) == names


def test_a_counterpart_holds_the_same_office(read: Read) -> None:
    text = read("President Obama called his French counterpart.", on="2013-05-02")
    assert meant(text, "his French counterpart") == ["François Hollande"]


@pytest.mark.parametrize(
    ("words", "token", "names"),
    [
        ("Moscow said it was ready.", "Moscow", ["Russia"]),
        ("Protesters marched in Moscow.", "Moscow", []),
        ("The envoy arrived in Moscow on Friday.", "Moscow", []),
        ("The streets of Moscow were empty.", "Moscow", []),
        ("She was criticised by Beijing.", "Beijing", ["China"]),
        ("Washington and Moscow are trying to reach a deal.", "Washington", ["United States"]),
        ("Washington and Moscow are trying to reach a deal.", "Moscow", ["Russia"]),
        ("They are negotiating with Tehran on a treaty.", "Tehran", ["Iran"]),
        ("Moscow's decision angered many.", "Moscow", ["Russia"]),
        ("Moscow's airport was closed.", "Moscow", []),
        ("She visited Beijing last week.", "Beijing", []),
        ("She accused Beijing of lying.", "Beijing", ["China"]),
        ("Talks with the Russians failed.", "Russians", ["Russia"]),
    ],
)
def test_a_capital_acts_or_is_a_place(read: Read, words: str, token: str, names: list[str]) -> None:
    assert at(read(words), token) == names


@pytest.mark.parametrize(
    ("words", "phrase", "country", "steps"),
    [
        ("A senior U.S. official said no.", "A senior U.S. official", "USA", 1),
        ("A source close to the talks said no.", "A source close to the talks", None, 2),
        ("People familiar with the matter said no.", "People familiar with the matter", None, 2),
        ("Two Turkish diplomats said no.", "Two Turkish diplomats", "TUR", 1),
        ("A spokesman for the foreign ministry in Ankara said no.",
         "A spokesman for the foreign ministry in Ankara", "TUR", 1),
    ],
)  # fmt: skip
def test_unnamed_sources(read: Read, words: str, phrase: str, country: str | None, steps: int) -> None:
    text = read(words)
    found = [r for r in text.references if text.span(r.start, r.end).text == phrase]
    assert len(found) == 1
    (source,) = text.refer(found[0].head)
    assert source.anonymous and source.kind == "anonymous" and source.actor_id is None
    assert (source.country, source.steps) == (country, steps)
    assert source.name and source.name[0] != "A"


def test_the_official_is_the_last_unnamed_one(read: Read) -> None:
    text = read(
        "A senior U.S. official said no. The official left. A Turkish official came. The official spoke."
    )
    assert meant(text, "The official", 0) == ["senior U.S. official"]
    assert meant(text, "The official", 1) == ["Turkish official"]


@pytest.mark.parametrize(
    ("words", "phrase", "name", "kind", "country"),
    [
        ("Syrian rebels seized the town.", "Syrian rebels", "Syrian rebels", "armed_group", "SYR"),
        (
            "Angry Chinese officials shouted.",
            "Angry Chinese officials",
            "angry Chinese officials",
            "group",
            "CHN",
        ),
        (
            "She met a swarm of Chinese officials.",
            "a swarm of Chinese officials",
            "Chinese officials",
            "group",
            "CHN",
        ),
        ("The Russian government refused.", "The Russian government", "Russia", "state", "RUS"),
        ("Senate Republicans left.", "Senate Republicans", "Republican Party", "organisation", "USA"),
        ("Two Senate Republicans left.", "Two Senate Republicans", "Senate Republicans", "group", "USA"),
        ("Some Democrats left.", "Some Democrats", "Democrats", "group", "USA"),
        ("She met a group of Tories.", "a group of Tories", "Tories", "group", "GBR"),
    ],
)
def test_groups_and_governments(
    read: Read, words: str, phrase: str, name: str, kind: str, country: str
) -> None:
    text = read(words)
    found = [r for r in text.references if text.span(r.start, r.end).text == phrase]
    (actor,) = text.refer(found[0].head)
    assert (actor.name, actor.kind, actor.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("words", "phrase", "names"),
    [
        ("President Obama met President Vladimir Putin. The two leaders agreed.",
         "The two leaders", ["Barack Obama", "Vladimir Putin"]),
        ("President Obama met President Vladimir Putin. Both presidents agreed.",
         "Both presidents", ["Barack Obama", "Vladimir Putin"]),
        ("The U.S. and Iran are talking. The two countries disagree.", "The two countries", ["Iran", "United States"]),
        ("The U.S. and Iran are talking. Both are members.", "Both", ["Iran", "United States"]),
        ("President Obama met President Vladimir Putin. The two countries agreed.",
         "The two countries", ["Russia", "United States"]),
        ("The weather was fine. The two leaders agreed.", "The two leaders", None),
    ],
)  # fmt: skip
def test_two_together(read: Read, words: str, phrase: str, names: list[str] | None) -> None:
    assert meant(read(words, on="2016-05-02"), phrase) == names


@pytest.mark.parametrize(
    ("words", "token", "names"),
    [
        ("Ellen Marsh spoke to Tom Hale. She left.", "She", ["Ellen Marsh"]),
        ("Ellen Marsh spoke to Tom Hale. He left.", "He", ["Tom Hale"]),
        ("Tom Hale said he was ill.", "he", ["Tom Hale"]),
        ("Tom Hale praised Jim Ford and thanked him.", "him", ["Jim Ford"]),
        ("In his speech, Tom Hale attacked Jim Ford.", "his", ["Tom Hale"]),
        ("Tom Hale hurt himself.", "himself", ["Tom Hale"]),
        ("Tom Hale, who leads the party, left.", "who", ["Tom Hale"]),
        ("Rep. Tom Hale, R-Ohio, who leads the group, left.", "who", ["Tom Hale"]),
        ("Tom Hale's belief that he can win is odd.", "he", ["Tom Hale"]),
        ("Russia said it would respond.", "it", ["Russia"]),
        ("Russia is defending its interests.", "its", ["Russia"]),
        ("Tom Hale and Jim Ford met. They agreed.", "They", ["Jim Ford", "Tom Hale"]),
        ("Rebels attacked. They were beaten.", "They", ["rebels"]),
    ],
)
def test_pronouns_that_grammar_settles(read: Read, words: str, token: str, names: list[str]) -> None:
    assert at(read(words), token) == names


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("It is clear that Russia lied.", "It"),
        ("It seems that Russia lied.", "It"),
        ("Russia has a plan. The plan failed because it was bad.", "it"),
        ("The talks went well. They will go on in June.", "They"),
        ("He left.", "He"),
        ("Anyone can buy the gun they want.", "they"),
    ],
)
def test_pronouns_that_nothing_settles_stay_open(read: Read, words: str, token: str) -> None:
    assert at(read(words), token) == []


def test_words_outside_a_quotation_do_not_see_those_inside(read: Read) -> None:
    text = read('Tom Hale spoke. "Jim Ford lies," Hale said. He left.')
    assert at(text, "He") == ["Tom Hale"]


def test_a_speaker_is_not_he_in_his_own_words(read: Read) -> None:
    text = read('Tom Hale attacked Jim Ford. "He lies," Hale said.')
    assert at(text, "He") == ["Jim Ford"]


def test_the_same_unknown_name_has_the_same_id_everywhere(read: Read) -> None:
    first, second = read("Ellen Marsh spoke."), read("In Oslo, Mrs. Ellen Marsh left.")
    ids = {e.actor_id for text in (first, second) for e in text.entities if e.name == "Ellen Marsh"}
    assert ids == {Actor.make_id("person", "Ellen Marsh", None)}


def test_roles_are_those_of_the_day(read: Read) -> None:
    roles = {}
    for day in ("2016-05-02", "2018-05-02"):
        text = read("Barack Obama spoke.", on=day)
        roles[day] = text.entities[0].role
    assert roles == {"2016-05-02": "President", "2018-05-02": None}


def test_titles_of_persons_outside_the_tables_are_kept_as_written(read: Read) -> None:
    text = read("Norwegian harbour minister Ellen Marsh spoke.")
    marsh = next(e for e in text.entities if e.name == "Ellen Marsh")
    assert (marsh.role, marsh.country) == ("Norwegian harbour minister", "NOR")


def check(text: Text) -> None:
    heads = [r.head for r in text.references]
    assert len(set(heads)) == len(heads)
    for reference in text.references:
        assert isinstance(reference, Reference) and reference.rule
        assert reference.start <= reference.head < reference.end
        assert reference.entities
        assert all(0 <= n < len(text.entities) for n in reference.entities)
        for actor in text.refer(reference.head):
            assert actor.span is not None
            assert text.text[actor.span.start : actor.span.end] == actor.span.text
    for i, entity in enumerate(text.entities):
        assert entity.i == i and entity.name.strip() == entity.name != ""
        assert not (entity.anonymous and entity.actor_id)


_PARTS = (
    "President Obama met Russian President Vladimir Putin.", "The two leaders agreed.", "He left.",
    "“We will see,” she said.", "A source close to the talks said it was over.", "Moscow said no!",
    "They blamed the rebels who fled.", "\n\n", "It", "‘The", "(NATO)", "Mr.", "“", "both", "their counterpart",
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=8))
def test_any_order_of_words_gives_sound_references(read: Read, parts: list[str]) -> None:
    words = " ".join(parts).strip()
    if words:
        check(read(words))


def test_reading_twice_gives_the_same(read: Read) -> None:
    one = read("Ellen Marsh met Syrian rebels. She said they lied.")
    two = read("Ellen Marsh met Syrian rebels. She said they lied.", on=None, outlet=None)
    assert (one.entities, one.references, one.names) == (two.entities, two.references, two.names)


def test_no_reference_is_lost_between_sentences(read: Read) -> None:
    text = read("Ellen Marsh spoke.\n\nShe left.\n\nMarsh came back.")
    check(text)
    assert [at(text, "Marsh", 1), at(text, "She")] == [["Ellen Marsh"]] * 2
    assert list(itertools.chain.from_iterable(r.entities for r in text.references)) == [0, 0, 0]


def test_i_is_who_speaks(read: Read) -> None:
    text = read('"I will go," said Tom Hale. "We know my plan."')
    assert (at(text, "I"), at(text, "my"), at(text, "We")) == (["Tom Hale"], ["Tom Hale"], [])
