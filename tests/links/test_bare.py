"""Given acts in parsed sentences -> their words, sides and the chains they make."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dateline.linkage import average_linkage
from dateline.links.bare import BareMention, bare_mention
from dateline.links.chains import chains, close
from dateline.links.families import kin, kinds, root
from dateline.records import Article
from dateline.text.adapter import SpacyParser

KIN = [
    ("announce", "announcement", 1.0),
    ("negotiate", "negotiations", 1.0),
    ("decide", "decision", 1.0),
    ("invade", "invasion", 1.0),
    ("refuse", "refusal", 1.0),
    ("cancelled", "cancellation", 1.0),
    ("die", "death", 1.0),
    ("die", "killing", 0.5),
    ("pass_away", "die", 0.5),
    ("attack", "assault", 0.5),
    ("state", "station", 0.0),
    ("mission", "miss", 0.0),
    ("meet", "arrest", 0.0),
]


@pytest.mark.parametrize(("one", "other", "wanted"), KIN)
def test_kin(one: str, other: str, wanted: float) -> None:
    assert kin(one, other) == kin(other, one) == wanted


def test_every_kind_has_words_of_several_roots() -> None:
    from dateline.links.families import _table

    for number, line in enumerate(_table()["kinds"]):
        groups = [group.split() for group in line.split(";")]
        assert len({root(group[0]) for group in groups}) > 1, line
        assert all(number in kinds(word) for group in groups for word in group), line


Mark = Callable[[str], BareMention]


@pytest.fixture(scope="module")
def mark(parser: SpacyParser, make_article: Callable[..., Article]) -> Mark:
    def marked(sentence: str) -> BareMention:
        """The act in [square brackets]."""
        found = re.search(r"\[(.+?)\]", sentence)
        assert found is not None
        (text,) = parser.parse([make_article(sentence.replace("[", "").replace("]", ""))])
        mention = bare_mention(text, sentence, [(found.start(), found.end() - 2)])
        assert mention is not None
        return mention

    return marked


SIDES = [
    ("The soldiers [killed] two farmers near the river.", {"soldier"}, {"farmer"}),
    ("Two farmers were [killed] by soldiers near the river.", {"soldier"}, {"farmer"}),
    ("The [killing] of two farmers shocked the town.", set(), {"farmer"}),
    ("The minister promised to [sign] the treaty.", {"minister"}, {"treaty"}),
    ("The village [destroyed] by the storm lay near the coast.", {"storm"}, {"village"}),
]


@pytest.mark.parametrize(("sentence", "agents", "patients"), SIDES)
def test_sides(mark: Mark, sentence: str, agents: set[str], patients: set[str]) -> None:
    found = mark(sentence)
    assert {root(word) for word in agents} <= found.agents
    assert {root(word) for word in patients} <= found.patients
    assert found.agents | found.patients <= found.sides


def test_a_light_verb_leaves_the_act_to_its_object(mark: Mark) -> None:
    assert mark("They [held talks] in the capital.").words[0] == root("talk")


def test_a_place_without_words_is_no_mention(
    parser: SpacyParser, make_article: Callable[..., Article]
) -> None:
    (text,) = parser.parse([make_article("They met.")])
    assert bare_mention(text, "x", [(100, 104)]) is None


def named(id_: str, document: str, word: str, patient: str = "") -> BareMention:
    patients = frozenset({patient} - {""})
    nothing: frozenset[str] = frozenset()
    return BareMention(
        id_, document, (root(word),), kinds(word), nothing, patients, patients, nothing, nothing, nothing
    )


TOPICS = {"a": (1, 1, 1), "b": (1, 1, 1), "c": (1, 2, 3), "d": (2, 3, 4)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (named("1", "a", "kill"), named("2", "b", "killing"), True),
        (named("1", "a", "kill"), named("2", "b", "murder"), True),
        (named("1", "a", "kill"), named("2", "b", "meet"), False),
        (named("1", "a", "kill"), named("2", "d", "kill"), False),
        (named("1", "a", "kill"), named("2", "c", "murder"), False),
        (named("1", "a", "kill", "farm"), named("2", "b", "murder", "soldier"), False),
        (named("1", "a", "kill", "farm"), named("2", "b", "murder", "farm"), True),
    ],
)
def test_chains(one: BareMention, other: BareMention, same: bool) -> None:
    assert (len(chains([one, other], TOPICS)) == 1) is same


def test_every_mention_is_in_one_chain() -> None:
    given = [
        named(str(n), document, word)
        for n, (document, word) in enumerate(
            (document, word) for document in TOPICS for word in ("kill", "meet", "murder", "sign")
        )
    ]
    found = chains(given, TOPICS)
    assert sorted(member for chain in found for member in chain) == sorted(mention.id for mention in given)


def test_closeness_ends_where_topics_part() -> None:
    assert close((1, 2, 3), (1, 2, 3)) == 1.0
    assert close((1, 2, 3), (1, 5, 3)) == pytest.approx(1 / 3)
    assert close((1, 2, 3), (0, 2, 3)) == 0.0


def test_average_linkage_keeps_apart_what_must_be() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8, (2, 3): 0.3}
    assert average_linkage(4, pairs, 0.5) == [[0, 1, 2], [3]]
    assert average_linkage(4, pairs, 0.5, apart={(0, 2)}) == [[0, 1], [2], [3]]
    assert average_linkage(4, pairs, 0.85) == [[0, 1], [2], [3]]
