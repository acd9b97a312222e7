"""Two accounts of one event: on what they differ, in which words, and on what they do not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dateline.links.discrepancies import discrepancies
from dateline.records import Article, Discrepancy, Mention

Make = Callable[..., Mention]
COUNTRIES = {"Vellan": "XVE", "Vellanese": "XVE", "Kastria": "XKA", "Kastrian": "XKA", "Morran": "XMO"}

# (one account, the other, the field they differ on or None): the act stands in braces, {act|status|type}
PAIRS: list[tuple[str, str, str | None]] = [
    # how long
    ("They {met} for 90 minutes on Friday.", "They {met} for an hour and a half.", None),
    ("They {met} for 90 minutes on Friday.", "They {spoke} for nearly an hour and a half.", None),
    ("They {met} for 90 minutes on Friday.", "The two {met}. The talks lasted 40 minutes.", "duration"),
    ("They {met} for two and a half hours.", "They {met} for 150 minutes.", None),
    ("They {met} for three hours.", "The two {met}. The meeting, which lasted three and a half hours, was frank.", "duration"),
    ("They {met} for about an hour.", "They {met} for 65 minutes.", None),
    ("They {met} for more than two hours.", "They {met} for three hours.", None),
    ("They {met} for less than an hour.", "They {met} for two hours.", "duration"),
    ("They {met} for at least 20 minutes.", "They {met} for a quarter of an hour.", "duration"),
    ("They {met} for half an hour.", "They held a 30-minute {meeting}.", None),
    ("They {met} for 10 to 15 minutes.", "They {met} for 12 minutes.", None),
    ("They {met} for 10 to 15 minutes.", "They {met} for 40 minutes.", "duration"),
    ("It was a two-day {visit}.", "He {visited} for 48 hours.", None),
    ("They {met} for an hour. He later lectured the press for 20 minutes.", "They {met} for 60 minutes.", None),
    ("They {met} two hours ago.", "They {met} for 40 minutes.", None),
    ("They {met}. The talks ran for three hours and 20 minutes.", "They {met}. The discussion took 200 minutes.", None),
    ("They {met}. A call with Ruta Holm lasted ten minutes.", "They {met} for an hour.", None),
    # how many
    ("Vellan {expelled||SANCTION} six diplomats.", "Vellan {kicked out||SANCTION} eight diplomats.", "number of diplomats expelled"),
    ("Vellan {expelled||SANCTION} six Kastrian diplomats.", "Vellan {expelled||SANCTION} six diplomats.", None),
    ("Vellan {seized||COERCE} two Kastrian trawlers.", "Vellan {seized||COERCE} three trawlers.", "number of trawlers taken"),
    ("Vellan {seized||COERCE} two Kastrian trawlers.", "Vellan {seized||COERCE} three Morran trawlers.", None),
    ("Rebels {killed||ASSAULT} at least 12 soldiers.", "Rebels {killed||ASSAULT} 15 soldiers.", None),
    ("Rebels {killed||ASSAULT} at least 12 soldiers.", "Rebels {killed||ASSAULT} nine soldiers.", "number of soldiers dead"),
    ("Police {arrested||COERCE} more than 100 marchers.", "Police {arrested||COERCE} 120 marchers.", None),
    ("Police {arrested||COERCE} more than 100 marchers.", "Police {arrested||COERCE} 40 marchers.", "number of marchers held"),
    ("Police {arrested||COERCE} dozens of marchers.", "Police {arrested||COERCE} 40 marchers.", None),
    ("Police {arrested||COERCE} dozens of marchers.", "Police {arrested||COERCE} 400 marchers.", "number of marchers held"),
    ("Police {arrested||COERCE} a handful of marchers.", "Police {arrested||COERCE} five marchers.", None),
    ("About 300 people {protested||PROTEST}.", "About 400 people {protested||PROTEST}.", "number of people gathered"),
    ("About 300 people {protested||PROTEST}.", "Some 320 people {protested||PROTEST}.", None),
    ("Thousands of people {marched||PROTEST}.", "Some 20,000 people {marched||PROTEST}.", None),
    ("Hundreds of people {marched||PROTEST}.", "Some 20,000 people {marched||PROTEST}.", "number of people gathered"),
    ("Tens of thousands of people {marched||PROTEST}.", "Up to 100,000 people {marched||PROTEST}.", None),
    ("Up to 5,000 people {marched||PROTEST}.", "At least 8,000 people {marched||PROTEST}.", "number of people gathered"),
    ("Shells {killed||ASSAULT} four people and wounded nine.", "Shells {killed||ASSAULT} four people and wounded 12.", "number of people hurt"),
    ("Shells {killed||ASSAULT} four people and wounded nine.", "Shells {wounded||ASSAULT} nine people and killed four.", None),
    ("Shells {killed||ASSAULT} four people.", "Shells {wounded||ASSAULT} nine people.", None),
    ("Four people were {killed||ASSAULT} in the raid.", "The raid {left nine dead||ASSAULT}.", "number of people dead"),
    ("The raid {killed||ASSAULT} 15.", "The raid {killed||ASSAULT} 15 people.", None),
    ("Half a dozen ships {left||RETREAT} port.", "Six ships {left||RETREAT} port.", None),
    ("Two dozen ships {left||RETREAT} port.", "Twenty-four ships {left||RETREAT} port.", None),
    ("Between 10 and 15 ships {left||RETREAT} port.", "Twenty ships {left||RETREAT} port.", "number of ships"),
    ("Vellan {freed||RETREAT} eleven sailors.", "Vellan {released||RETREAT} 11 sailors.", None),
    ("Vellan {freed||RETREAT} eleven sailors.", "Vellan {released||RETREAT} nine sailors.", "number of sailors freed"),
    ("The ministry said four people were {killed||ASSAULT}; doctors said nine people were killed.", "Nine people were {killed||ASSAULT}.", None),
    ("Vellan {gave||AID} Kastria $5 million.", "Vellan {gave||AID} Kastria 5 million dollars.", None),
    ("Vellan {gave||AID} Kastria $5 million.", "Vellan {gave||AID} Kastria $8 million.", "sum in dollars"),
    ("Vellan {gave||AID} Kastria $5 million.", "Vellan {gave||AID} Kastria €8 million.", None),
    (
        "Vellan {seized||COERCE} a ship. Eleven crew members were taken to the port of Hest.",
        "Vellan {seized||COERCE} a ship. Nine crew members were brought to the port of Hest.",
        "number of members taken",
    ),
    (
        "Vellan {seized||COERCE} a ship. Eleven crew members were taken to the port of Hest.",
        "Vellan {seized||COERCE} a ship. Three crew members had breakfast in Lenn.",
        None,
    ),
    (
        "Brandt {won||CONCEDE} the vote. Piet Oss received 38 percent of the vote.",
        "Brandt {won||CONCEDE} the vote. Oss, her rival, took 39 percent of the vote, the board said.",
        None,
    ),
    (
        "Brandt {won||CONCEDE} the vote. Piet Oss received 38 percent of the national vote, the board said.",
        "Brandt {won||CONCEDE} the vote. Piet Oss took 39 percent of the national vote, the board said.",
        "percent",
    ),
    (
        "Brandt {won||CONCEDE} the vote. Piet Oss received 38 percent of the national vote, the board said.",
        "Brandt {won||CONCEDE} the vote. Ana Brandt took 54 percent of the national vote, the board said.",
        None,
    ),
    # who did it
    (
        "They {met}. Brandt had proposed the hotline and Oss accepted it.",
        "They {met}. The Kastrian side proposed a direct line, and the Vellanese side agreed.",
        "who proposed",
    ),
    (
        "They {met}. Brandt had proposed the hotline and Oss accepted it.",
        "They {met}. The Vellanese government proposed a direct line, and Oss agreed.",
        None,
    ),
    (
        "They {met}. Brandt denied that Kastria had proposed a swap of prisoners at the border.",
        "They {met}. Vellan had proposed a swap of prisoners at the border.",
        None,
    ),
    (
        "The talks were {called off|cancelled} by the Kastrian government.",
        "The talks were {cancelled|cancelled} at the request of the Vellanese side.",
        "who called it off",
    ),
    (
        "The talks were {called off|cancelled} by the Kastrian government.",
        "The talks were {cancelled|cancelled} at Kastria’s request.",
        None,
    ),
    (
        "They {met}, but Kastria refused a joint statement on the border.",
        "They {met}, but Vellan refused a joint statement on the border.",
        "who refused",
    ),
    (
        "They {met}, but Kastria refused a joint statement on the border.",
        "They {met}, but Kastria rejected a joint statement on the border.",
        None,
    ),
    (
        "The {clash||ASSAULT} went on. Kastrian forces opened fire first.",
        "The {clash||ASSAULT} went on. Vellan opened fire first.",
        "who fired first",
    ),
    (
        "The {clash||ASSAULT} went on. Kastrian forces opened fire first.",
        "The {clash||ASSAULT} went on. Kastria would never have opened fire first.",
        None,
    ),
    (
        "The {talks|failed} ended when Kastria walked out.",
        "The {talks|failed} ended when Vellan walked out.",
        "who walked out",
    ),
    (
        "The {talks|planned} were postponed by the Vellanese side.",
        "The {talks|planned} were postponed by Kastria.",
        "who put it off",
    ),
    # why
    (
        "Brandt {cancelled|cancelled} the visit because of a storm over the capital.",
        "Brandt {cancelled|cancelled} the visit, citing the arrest of two sailors.",
        "reason",
    ),
    (
        "Brandt {cancelled|cancelled} the visit because of a storm.",
        "Brandt {cancelled|cancelled} the visit due to storms.",
        None,
    ),
    (
        "Brandt {cancelled|cancelled} the visit over the arrest of two sailors.",
        "Brandt {cancelled|cancelled} the visit because two sailors were detained.",
        None,
    ),
    (
        "Brandt {cancelled|cancelled} the visit because of a storm.",
        "Brandt {cancelled|cancelled} the visit.",
        None,
    ),
    (
        "Brandt {cancelled|cancelled} the visit because of a storm.",
        "Brandt {cancelled|cancelled} the visit, citing the arrest of sailors. Aides had blamed a storm.",
        None,
    ),
    (
        "Vellan {expelled||SANCTION} an envoy in retaliation for a raid.",
        "Vellan {expelled||SANCTION} an envoy on the grounds that he had spied.",
        "reason",
    ),
    ("They {met} for over an hour.", "They {met} over the weekend.", None),
    # status
    ("They {met|happened}.", "They {met|denied}.", "status"),
    ("They {met|happened}.", "They {met|alleged}.", None),
    ("They {met|happened}.", "They {met|ongoing}.", None),
    ("Boats {fired|happened|ASSAULT}.", "Boats {fired|failed|ASSAULT}.", "status"),
]  # fmt: skip
ACT = re.compile(r"\{([^|}]*)(?:\|([^|}]*))?(?:\|([^|}]*))?\}")


@pytest.fixture
def differ(
    make_article: Callable[..., Article], make_mention: Make, days: Callable[..., object]
) -> Callable[..., tuple[tuple[Discrepancy, ...], dict[str, Article]]]:
    def compare(*accounts: str, on: str = "2020-03-05") -> tuple[tuple[Discrepancy, ...], dict[str, Article]]:
        articles: dict[str, Article] = {}
        mentions = []
        for number, account in enumerate(accounts):
            act = ACT.search(account)
            assert act is not None
            text = ACT.sub(r"\1", account) + "\n\n" + f"Paper {number} reported it."
            article = make_article(text, outlet=f"Paper {number}", published=days(on))
            sentence = re.split(r"(?<=\.)\s", text)[0]
            mention = make_mention(
                article, "Vellan", "Kastria", "2020-03-04", status=act[2] or "happened", type_=act[3] or "CONSULT",
                trigger=act[1], at=act.start(), sentence=sentence,
            )  # fmt: skip
            span = type(mention.evidence)(0, len(sentence), sentence)
            articles[article.id] = article
            mentions.append(type(mention)(**{**_fields(mention), "evidence": span, "source": _both(mention)}))
        return discrepancies(mentions, articles, (), COUNTRIES.get), articles

    return compare


def _fields(mention: Mention) -> dict[str, object]:
    return {name: getattr(mention, name) for name in type(mention).__slots__}


def _both(mention: Mention) -> tuple[object, ...]:
    from tests.conftest import actor

    return (*mention.source, actor("Ana Brandt"), actor("Piet Oss"))


@pytest.mark.parametrize(("one", "other", "wanted"), PAIRS)
def test_two_accounts(one: str, other: str, wanted: str | None, differ: Callable[..., object]) -> None:
    for accounts in ((one, other), (other, one)):
        found, articles = differ(*accounts)
        assert [gap.field for gap in found] == ([wanted] if wanted else [])
        for gap in found:
            assert len(gap.values) == 2
            for claim in gap.values:
                assert claim.mention_ids
                assert claim.passages
                for passage in claim.passages:
                    span = passage.span
                    assert articles[passage.article_id].text[span.start : span.end] == span.text


def test_accounts_that_agree_share_a_claim(differ: Callable[..., object]) -> None:
    (gap,), _ = differ(
        "They {met} for 90 minutes.", "They {met} for an hour and a half.", "They {met} for 40 minutes."
    )
    assert gap.field == "duration"
    assert [(claim.value, len(claim.mention_ids)) for claim in gap.values] == [
        ("40 minutes", 1),
        ("90 minutes", 2),
    ]


def test_one_account_differs_from_nobody(differ: Callable[..., object]) -> None:
    assert differ("They {met} for 90 minutes. The talks lasted 40 minutes.")[0] == ()
