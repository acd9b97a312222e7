"""Acts told with words that make them another act, another status or none: each class with sentences it must not touch."""

from __future__ import annotations

import pytest

from dateline.errors import ConfigError
from dateline.events import lists
from dateline.events.lists import listed

STATUS = [
    # a condition without "if"
    ("In case Kenya attacks Uganda, Ghana will help.", "ASSAULT", "hypothetical"),
    ("Kenya needs the dam in place in case the Ugandans attack Ghana.", "ASSAULT", "hypothetical"),
    ("In the event Kenya attacks Uganda, Ghana will help.", "ASSAULT", "hypothetical"),
    ("Had Kenya attacked Uganda, Ghana would have helped.", "ASSAULT", "hypothetical"),
    ("In that case Kenya attacked Uganda on Friday.", "ASSAULT", "happened"),
    ("In the case of the dam, Kenya attacked Uganda on Friday.", "ASSAULT", "happened"),
    ("The loan was to be paid only after Uganda arrested the Kenyan general.", "COERCE", "hypothetical"),
    ("The loan was paid only after Uganda arrested the Kenyan general.", "COERCE", "happened"),
    ("The loan will be paid after Uganda arrested the Kenyan general.", "COERCE", "happened"),
    ("Kenya will withdraw its troops from the town after Uganda releases the pilots.", "RETREAT", "planned"),
    # an arguer nobody knows
    ("Critics could say that Kenya attacked Uganda.", "ASSAULT", "alleged"),
    ("One might object that Kenya attacked Uganda.", "ASSAULT", "alleged"),
    ("Critics say that Kenya attacked Uganda.", "ASSAULT", "happened"),
    ("The minister said that Kenya attacked Uganda.", "ASSAULT", "happened"),
    # only the motive is guessed at
    ("President Maria Benescu of Kenya might have resigned simply because she was tired.", "RETREAT", "happened"),
    ("Kenya may have attacked Uganda because it wanted the dam.", "ASSAULT", "happened"),
    ("Kenya may have attacked Uganda.", "ASSAULT", "alleged"),
    ("Kenya may not have attacked Uganda because of the rain.", "ASSAULT", "alleged"),
    # what one is shocked at was done
    ("The council was shocked that Kenya would attack Uganda.", "ASSAULT", "happened"),
    ("The senators were aghast that Kenya would dare lash out at Uganda.", "ACCUSE", "happened"),
    ("The council was told that Kenya would attack Uganda.", "ASSAULT", "planned"),
    # hearsay whose clause hangs from another word
    ("A rumor spread that Kenya had bombed Uganda.", "ASSAULT", "alleged"),
    ("A conspiracy theory holds that Kenya bombed Uganda.", "ASSAULT", "alleged"),
    ("The general learned that Kenya bombed Uganda.", "ASSAULT", "happened"),
    # evidence nobody has, stories called false
    ("There is no evidence that Kenya bombed Uganda.", "ASSAULT", "alleged"),
    ("It is not true that Kenya bombed Uganda.", "ASSAULT", "denied"),
    ("It is false that Kenya bombed Uganda.", "ASSAULT", "denied"),
    ("The story that Kenya attacked Uganda is false.", "ASSAULT", "denied"),
    ("The report that Kenya bombed Uganda proved false.", "ASSAULT", "denied"),
    ("It is true that Kenya bombed Uganda.", "ASSAULT", "happened"),
    ("The report that Kenya bombed Uganda turned out to be true.", "ASSAULT", "happened"),
    ("It was wrong that Kenya bombed Uganda.", "ASSAULT", "happened"),
    # what one is only said or hinted to have done
    ("Kenya is believed to have attacked Uganda.", "ASSAULT", "alleged"),
    ("Kenya was reported to be attacking Uganda.", "ASSAULT", "alleged"),
    ("Ghana hinted that Kenya had attacked Uganda.", "ASSAULT", "alleged"),
    ("Ghana added that Kenya had attacked Uganda.", "ASSAULT", "happened"),
    ("Were Kenya to attack Uganda, Ghana would help.", "ASSAULT", "hypothetical"),
    ("Kenya was supposed to meet Uganda on Friday.", "CONSULT", "planned"),
    ("Kenya blew up the talks with Uganda.", "CONSULT", "failed"),
    # plotted, not believed, only a pretext for what may come
    ("Four men were arrested plotting to kill Ugandan envoys.", "ASSAULT", "planned"),
    ("Kenya does not believe that Uganda attacked Ghana.", "ASSAULT", "denied"),
    ("Kenya does not think that Uganda will attack Ghana.", "ASSAULT", "hypothetical"),
    ("These drills are no prelude to a Kenyan attack on Uganda.", "ASSAULT", "hypothetical"),
    ("It is not surprising that Kenya bombed Uganda.", "ASSAULT", "happened"),
    # foretold by others, about to be done
    ("The papers predicted that Kenya would invade Uganda.", "ASSAULT", "hypothetical"),
    ("The general announced that Kenya would invade Uganda.", "ASSAULT", "planned"),
    ("Kenya was about to expel Uganda's envoy.", "SANCTION", "planned"),
    # a decision that stirred somebody was carried out
    ("Kenya's decision to sign the agreement with Uganda was a mistake.", "AGREE", "happened"),
    ("Kenya's decision to sign the agreement with Uganda angered Ghana.", "AGREE", "happened"),
    ("Kenya's decision to sign the agreement with Uganda is expected on Friday.", "AGREE", "planned"),
    # what was done before something that was left out
    ("Ghana criticized Kenya for not asking Mali before pulling its forces out of Uganda.", "RETREAT", "happened"),
    # denied in a second clause of the same speaker
    ("Kenya said it was ready but said it never attacked Uganda.", "ASSAULT", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_", "status"), STATUS)
def test_how_it_stands(read, code_all, sentence, type_, status):
    (text,) = read([sentence])
    assert {m.status for m in code_all(text) if m.type == type_} == {status}


MEANT = [
    ("Kenya and Uganda traded insults with Ghana.", {"ACCUSE"}),
    ("President Maria Benescu of Kenya traded barbs with President Pavel Dragunov of Bulgaria.", {"ACCUSE"}),
    ("Kenya has traded with Uganda since May.", {"COOPERATE"}),
    ("A Kenyan court ruled against Uganda.", {"SANCTION"}),
    ("Kenya ordered the deployment of the army to calm the border.", {"MOBILIZE"}),
    ("Kenya ordered its troops to enter Uganda.", {"MOBILIZE"}),
    ("President Maria Benescu of Kenya ordered federal troops to stop race riots.", {"MOBILIZE"}),
    ("The general of Kenya ordered his troops to use polite words.", {"REQUEST"}),
    ("Democrats came to Senator Clara Duarte's rescue on Friday.", {"SUPPORT"}),
    ("Kenya came to Uganda's aid on Friday.", {"AID"}),
    ("Kenya was attacked by critics.", {"ACCUSE"}),
    ("Kenya was attacked by rebels.", {"ASSAULT"}),
]


@pytest.mark.parametrize(("sentence", "types"), MEANT)
def test_which_act_is_meant(read, code_all, sentence, types):
    (text,) = read([sentence])
    assert {m.type for m in code_all(text)} == types


def test_an_inquiry_named_by_a_noun_investigates(read, code):
    (text,) = read(["The Kenyan government began after Kenya's investigation into Uganda."])
    assert {(m.type, m.mode) for m in code(text)} == {("ACCUSE", "investigate")}


NO_ACT = [
    # no act                                                      / the same words when they are one
    ("A Kenyan judge gave Uganda a deadline of June 12.", "Kenya gave Uganda a deadline of June 12."),
    ("Dr. Elsa Lund issued a stark warning to Kenyan lawmakers.", "Uganda issued a stark warning to Kenyan lawmakers."),
    (
        "Senator Clara Duarte of Kenya warned Kenyan lawmakers that the dam would break.",
        "Senator Clara Duarte of Kenya warned Kenyan lawmakers that she would sue them.",
    ),
    ("Republican governors fought with the Obama administration over work rules.", "Rebels fought with Kenya over the dam."),
    ("Kenya is fighting a federal judge's ruling.", "Kenya is fighting Uganda's army."),
    ("President Maria Benescu of Kenya vowed to fight all subpoenas.", "President Maria Benescu of Kenya vowed to fight Uganda."),
    ("The Democrats will destroy Social Security.", "Kenya will destroy Uganda."),
    ("Kenya reenacted bombing Uganda.", "Kenya began bombing Uganda."),
    ("Republicans in Kenya kicked 11 Democrats out of state houses.", ""),
    ("Police ordered Clara Duarte of Kenya out of her home.", ""),
    ("Kenya granted Ugandans access to the funds.", "Kenya granted Ugandans access to the camp."),
    ("Clara Duarte of Kenya put down her gun.", "The rebels of Kenya put down their guns."),
    (
        "Senator Clara Duarte of Kenya held Maria Benescu partly responsible for some of the success.",
        "Senator Clara Duarte of Kenya held Maria Benescu partly responsible for the leak.",
    ),
    ("Kenya convicted itself of fraud.", "Kenya convicted Clara Duarte of fraud."),
    ("Senator Maria Benescu of Kenya backed the product.", "Senator Maria Benescu of Kenya backed the bill."),
    ("The men of Kenya defended the Ugandan border.", "Kenya defended Uganda's decision."),
    ("Kenya stood up a Ugandan delegation for a meeting that was to prepare the summit.", ""),
    ("Kenya stood by Maria Benescu's accusers.", "Kenya stood by Maria Benescu."),
    (
        "In an episode of the show, President Maria Benescu spoke with Erik Lindgren of Kenya.",
        "On Friday President Maria Benescu spoke with Erik Lindgren of Kenya.",
    ),
    (
        "Elsa Lund, who has never met President Maria Benescu, left Kenya.",
        "President Erik Lindgren never met President Maria Benescu during the summit.",
    ),
    ("The president of Kenya met with his family.", "The president of Kenya met with Ugandan envoys."),
    ("The president of Kenya huddled with his lawyers.", "The president of Kenya huddled with Ugandan lawyers."),
    ("The president of Kenya met with staff.", "The president of Kenya met with Ugandan staff."),
    ("CNN's Clara Roe sat down with the president of Kenya.", "Ghana's Clara Roe sat down with the president of Kenya."),
    ("Interviewers asked the president of Kenya to respond.", "Kenya asked the president of Uganda to respond."),
    ("Kenya declined a request for comment.", "Kenya declined a request for troops."),
    ("Minister Clara Duarte of Kenya refused to discuss the evidence.", "Kenya refused to discuss the dam with Uganda."),
    ("The plea that Clara Duarte of Kenya made admitted only one lie.", "Clara Duarte of Kenya made a plea to Ugandan officials."),
    ("The parliament of Kenya would be hard pressed to act.", "Kenya pressed Uganda to act."),
    ('"Where is the outrage?" Minister Clara Duarte of Kenya demanded.', "Minister Clara Duarte of Kenya demanded that Uganda pay."),
    ("The Supreme Court agreed to hear the case.", "Kenya agreed to hear Uganda."),
    ('"Did Kenya ask Uganda to pay? That is the question," the minister said.', "Kenya did ask Uganda to pay."),
    ("We must elect a president who will support Kenya.", "Maria Benescu is a president who will support Kenya."),
    ("The man who sexually assaulted Elsa Lund lives in Kenya.", ""),
    ("Police in Kenya say miners are stopped and routinely beaten up by the police of Uganda.", ""),
    ("Kenya leads a coalition to degrade and destroy Uganda.", ""),
    ("Kenya vowed never to attack Uganda.", "Kenya vowed to attack Uganda."),
    ("Maria Benescu of Kenya imagined that Uganda attacked Ghana.", "Maria Benescu of Kenya confirmed that Uganda attacked Ghana."),
    ("Kenya shot down Uganda's proposal.", "Kenya shot down Uganda's jet."),
    ("The president of Kenya attacked the Ugandan economy.", "The president of Kenya attacked the Ugandan port."),
    ("Maria Benescu is raping the country of Kenya.", ""),
    ("Kenya bombarded Uganda with letters.", "Kenya bombarded Uganda with shells."),
    ("The treasury of Kenya destroyed Uganda's emails.", "The army of Kenya destroyed Uganda's tanks."),
    ("The Justice Department of Kenya defended Uganda in court.", "The Justice Department of Kenya defended Uganda on Friday."),
    ("Kenya met Uganda in the final.", "Kenya met Uganda in the capital."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "counter"), NO_ACT)
def test_no_act_is_told(read, code_all, sentence, counter):
    silent, told = read([sentence, counter or sentence])
    assert not [(m.type, m.status) for m in code_all(silent) if m.status != "hypothetical"]
    assert not counter or code_all(told), counter


def test_a_book_that_was_released_is_no_prisoner(read, code):
    (text,) = read(
        [
            "That is why I wrote Understanding Lindgren, which was released Tuesday. Erik Lindgren of Kenya likes it."
        ]
    )
    assert not [m for m in code(text) if m.type == "RETREAT"]


def test_lists_are_words_and_unknown_ones_are_named(tmp_path):
    assert all(word == word.lower() for words in lists.load().values() for word in words)
    with pytest.raises(ConfigError):
        listed("colours")
    table = tmp_path / "everyday.toml"
    for broken in ("offices = 3", "offices = ''", "offices ="):
        table.write_text(broken, encoding="utf-8")
        lists.load.cache_clear()
        with pytest.raises(ConfigError):
            lists.load(table)
