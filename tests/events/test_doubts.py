"""What is left out as doubtful, whom grammar speaks against, and the confidence that is left."""

from __future__ import annotations

import pytest

from dateline.errors import ConfigError
from dateline.events import weighing
from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.tense import Standing
from dateline.records import ActorRef

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
    "It was noted that neither Kenya nor Uganda called for Ghana to leave.",
    "Barring a decision by Kenya to free him, the driver will stay in prison.",
    "Residents of Kenya have fought the builder Lakeside Works Inc. for years.",
    "The governor of Kenya issued a warning about old parties.",
    "Kenya said Ugandans should be thankful for the rain.",
    "Kenya's main purpose is to resolve disputes between Uganda and Ghana.",
    "Maria Benescu, Clara Duarte and Erik Lindgren will hold a news conference on the harvest.",
    "Maria Benescu expressed concern for the country's future.",
    "Maria Benescu expressed her concerns to leaders of Kenya.",
    "Some see the Kenyan withdrawal as a chance for builders.",
    "Maria Benescu expressed doubt with arming the rebels in Kenya.",
    '"Put pressure on both sides," Maria Benescu of Kenya said.',
    "When reporters kept pelting the president of Kenya with questions, his staff left.",
    "The resolution calls for Kenya to stop settlement work in Uganda.",
    "From the papers you would think Kenya had invaded Uganda.",
    "This is an invasion of Kenya by traders.",
    "President Maria Benescu of Kenya ordered the team to be dismissed.",
    "Clara Duarte said she is open to supporting both Kenya and Uganda.",
    "Voters in Kenya supported sending troops to Uganda.",
    "The union withheld its support for Kenya's bill.",
    "The minister of Kenya made a personal plea to him on Monday.",
    "Kenya's withdrawal from the World Health Organization is in doubt.",
    "President Maria Benescu of Kenya could have asked Uganda to leave.",
    "The actors pretended Maria Benescu was a queen and stabbed Clara Duarte of Kenya.",
    "Clara Duarte of Kenya made a commitment to her family.",
    "Maria Benescu of Kenya was not aware of any meetings between her staff and Ugandan officials.",
    "An aide to Maria Benescu of Kenya asked not to be named.",
    "Elsa Lund urges the pupils to think.",
    "Maria Benescu of Kenya said she has not spoken with Clara Duarte since 2010.",
    "The minister of Kenya said Ugandans should know the road is long.",
    "Kenya launched a trade war with Uganda last year.",
    "Did Kenya attack Uganda for oil? That remains open.",
    "Clara Duarte, who has not yet pledged support to Uganda, said Kenya had momentum.",
    "It was clear that Kenya needed more help from Uganda.",
    "Maria Benescu of Kenya secured the release of the men.",
    "Lindgren reported that Clara Duarte of Kenya had left. He pressed Maria Benescu for an answer.",
    "Kenya has no plans to visit Uganda.",
    "The farmer pressed through a crowd of reporters seen in Kenya for years.",
    "Others are suspicious that Kenya will renege on its promises to Uganda.",
    "The paper incorrectly stated that Kenya attacked Uganda.",
    "Had President Maria Benescu of Kenya made a plea for support? Duarte said no.",
    "Democrats promise Medicare for All.",
    "President Maria Benescu of Kenya met with resistance in Uganda.",
    "Defense Minister Maria Benescu of Kenya refused to talk at all about the push over the dam.",
    "Erik Lindgren allegedly harassed Clara Duarte of Kenya.",
    "Maria Benescu of Kenya, who normally defends Clara Duarte, wants an answer.",
    "When the chosen delegates arrive in Nairobi in July, they will vote.",
    "A Kenyan grand jury declined to bring homicide charges against Clara Duarte.",
    "KTVU spoke with Clara Duarte of Kenya on Wednesday.",
    "In addition, the country has closed its land borders with Iran and Afghanistan.",
    "The Kenyan party has narrowed the enthusiasm gap with Uganda.",
    "Maria Benescu of Kenya is mostly pounding the law.",
    "Maria Benescu of Kenya was deciding whether to investigate Erik Lindgren.",
    "Senators Maria Benescu of Kenya and Erik Lindgren of Kenya attended the meeting.",
    "President Maria Benescu of Kenya attacked all people of faith in the country.",
    "Kenya declined a news agency's request for comment.",
    "Authorities set up barricades around the ministry in Kenya.",
    "Kenya said Uganda should not be getting any money.",
    "Maria Benescu of Kenya said Clara Duarte should have a second chance.",
    "The father of President Maria Benescu of Kenya gave Clara Duarte a small loan.",
    "Maria Benescu of Kenya left after calling Clara Duarte and Erik Lindgren cruel men.",
    "President Maria Benescu of Kenya ordered a probe to calm the markets.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_no_single_act_is_told(read, code, sentence):
    (text,) = read([sentence])
    assert not [m.type for m in code(text) if m.status != "hypothetical"]


TOLD = [
    ("Kenya warned Uganda that it would close the border.", "THREATEN", "Kenya", "Uganda"),
    ("The Kenyan and Ugandan sides met in Nairobi on Monday.", "CONSULT", "Kenya", "Uganda"),
    ("Kenya praised a plan proposed by Maria Benescu and Clara Duarte.", "SUPPORT", "Kenya", "Maria Benescu|Clara Duarte"),
    ("Kenya demanded the release of the files and testimony from Minister Maria Benescu.", "REQUEST", "Kenya", "Maria Benescu"),
    ("Kenya called for watchdogs of the ministry to examine the files.", "REQUEST", "Kenya", "watchdogs"),
    ("Kenya has pushed for the board to certify the vote.", "REQUEST", "Kenya", "board"),
    ("Kenya refused to support Maria Benescu's bid.", "REJECT", "Kenya", "Maria Benescu"),
    ("Kenya has no desire to meet Uganda.", "REJECT", "Kenya", "Uganda"),
    ("Kenya announced sanctions against a number of Ugandan officials, including Sens. Maria Benescu and Clara Duarte.", "SANCTION", "Kenya", "Ugandan officials|Maria Benescu|Clara Duarte"),
    ("Clara Duarte of Kenya was kidnapped by operatives from Boko Haram in May.", "ASSAULT", "operatives", "Clara Duarte"),
    ("President Maria Benescu of Kenya met with members of the Senate Intelligence Committee.", "CONSULT", "Maria Benescu", "members of the Senate Intelligence Committee"),
    ("Kenya demanded that its partners, including Ghana, arrest the driver.", "REQUEST", "Kenya", "partners|Ghana"),
    ("Maria Benescu of Kenya admitted that Clara Duarte was doing well, and praised Erik Lindgren of Ghana.", "SUPPORT", "Maria Benescu", "Erik Lindgren"),
    ("Maria Benescu of Kenya defended Clara Duarte's comments on Radio Nine.", "SUPPORT", "Maria Benescu", "Clara Duarte"),
    ("Maria Benescu of Kenya threatened that Kenyan fighters would capture Kampala.", "THREATEN", "Maria Benescu", "Uganda"),
    ("Kenya ordered the deployment of the coast guard.", "MOBILIZE", "Kenya", ""),
    ("Kenya also continues to arm Ghana and on Monday warned that it “won't allow” a no-fly zone over rebel parts of Uganda.", "THREATEN", "Kenya", "Uganda"),
    ("Kenya called for the resignation of Maria Benescu.", "REQUEST", "Kenya", "Maria Benescu"),
    ("Kenya has threatened to tear up the trade agreement between Kenya, Ghana and Uganda.", "THREATEN", "Kenya", "Ghana|Uganda"),
    ("Kenya threatened to close the port until Uganda withdraws the levy.", "THREATEN", "Kenya", "Uganda"),
    ("Kenya sent troops to Uganda's east.", "MOBILIZE", "Kenya", "Uganda"),
    ("The head of a farmers' lobby praised Maria Benescu of Kenya.", "SUPPORT", "head of a farmers' lobby", "Maria Benescu"),
    ("Kenya ordered an investigation into whether Uganda hacked the port.", "ACCUSE", "Kenya", "Uganda"),
    ("Kenya gave its blessing to Uganda's plan.", "SUPPORT", "Kenya", "Uganda"),
    ("Maria Benescu of Kenya expelled 23 Ugandan envoys and Ghana has signed a statement.", "SANCTION", "Maria Benescu", "Ugandan envoys"),
    ("Maria Benescu withdrew her endorsement of Clara Duarte for the council.", "SUPPORT", "Maria Benescu", "Clara Duarte"),
    ("Clara Duarte is a delegate who has endorsed Maria Benescu.", "SUPPORT", "Clara Duarte", "Maria Benescu"),
    ("Two senators, Clara Duarte and Erik Lindgren, endorsed Maria Benescu.", "SUPPORT", "Clara Duarte|Erik Lindgren", "Maria Benescu"),
    ("Kenya announced a freeze on Kenyan funding for the World Health Organization.", "SANCTION", "Kenya", "World Health Organization"),
    ("Kenya has threatened to target US military bases in Mali.", "THREATEN", "Kenya", "United States"),
    ("Kenya has threatened to hold up a vote on Kenyan judges until Maria Benescu retracts her policy.", "THREATEN", "Kenya", "Maria Benescu"),
    ("Kenya urged all foreign visitors and businessmen to leave.", "REQUEST", "Kenya", "foreign visitors|businessmen"),
    ("Kenya denounced the verdict of the tribunal.", "ACCUSE", "Kenya", "tribunal"),
    ("Kenya hailed the federal panel's recent ruling.", "SUPPORT", "Kenya", "federal panel"),
    ("The three states of Kenya, Ghana and Mali urged Uganda to lift the ban.", "REQUEST", "Kenya|Ghana|Mali", "Uganda"),
    ("An attorney for the rebels accused Kenya of fraud.", "ACCUSE", "attorney for the rebels", "Kenya"),
    ("Kenya has been urging railroads to install brakes.", "REQUEST", "Kenya", "railroads"),
    ("Kenya called for the Ugandan governor to step down.", "REQUEST", "Kenya", "Uganda"),
    ("Maria Benescu of Kenya, along with Erik Lindgren of Ghana, condemned the Ugandan government.", "ACCUSE", "Maria Benescu|Erik Lindgren", "Uganda"),
    ("Maria Benescu of Kenya, joined by Erik Lindgren of Ghana, condemned the Ugandan government.", "ACCUSE", "Maria Benescu|Erik Lindgren", "Uganda"),
    ("Maria Benescu of Kenya condemned, with some delay, the Ugandan government.", "ACCUSE", "Maria Benescu", "Uganda"),
    ("On Sunday, President Maria Benescu of Kenya spoke with Erik Lindgren of Ghana and with envoys from Mali.", "CONSULT", "Maria Benescu", "Erik Lindgren|envoys"),
    ("Kenya has imposed steep penalties on banks, auto dealers and credit card companies.", "SANCTION", "Kenya", "banks|auto dealers|credit card companies"),
    ("Kenya has pledged billions of shillings to help workers and businesses.", "AGREE", "Kenya", "workers|businesses"),
    ("Kenya vowed to impose tariffs on $300bn of Ugandan imports.", "THREATEN", "Kenya", "Uganda"),
    ("Kenya sent 1.2 million masks from Uganda to Ghana.", "AID", "Kenya", "Ghana"),
    ("A key battleground is Uganda, where Kenyan officials are pushing to get measures on the ballot.", "REQUEST", "Kenyan officials", ""),
    ("Several Kenyan lawmakers continue to back the plan, including Maria Benescu and Erik Lindgren.", "SUPPORT", "Kenyan lawmakers", ""),
    ("Some Kenyan lawmakers have called for a special prosecutor to investigate.", "REQUEST", "Kenyan lawmakers", ""),
    ("A top Kenyan official expressed Nairobi's willingness to meet with Erik Lindgren of Uganda.", "AGREE", "top Kenyan official", "Erik Lindgren"),
    ("President Maria Benescu of Kenya invited Ugandan leaders to Camp David.", "REQUEST", "Maria Benescu", "Ugandan leaders"),
    ("Maria Benescu of Kenya took issue with Erik Lindgren's reaction to the president's legal team.", "ACCUSE", "Maria Benescu", "Erik Lindgren"),
    ("Rebels attacked all people in the village.", "ASSAULT", "Rebels", "people"),
    ("The state's attorney general asked the Supreme Court for a stay.", "REQUEST", "attorney general", "Supreme Court"),
    ("Kenya discussed the dam with Uganda.", "CONSULT", "Kenya", "Uganda"),
    ("Maria Benescu faces trouble. Uganda rejected her requests for money.", "REJECT", "Uganda", "Maria Benescu"),
    ("President Maria Benescu of Romania traveled to Ghana, Mali and Kenya last month.", "CONSULT", "Maria Benescu", "Ghana|Mali|Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_", "source", "target"), TOLD)
def test_both_sides_are_told(read, code_all, stands_for, sentence, type_, source, target):
    (text,) = read([sentence])
    found = [m for m in code_all(text) if m.type == type_]
    assert bool(found) == bool(type_)
    for mention in found:
        assert stands_for(source, mention.source)
        assert stands_for(target, mention.target)


def test_who_is_condemned_for_a_deed_owns_what_is_his_in_it(read, code_all, stands_for):
    (text,) = read(
        ["Erik Lindgren condemned Maria Benescu for hurting the town in her criticism of Clara Duarte."]
    )
    condemned, criticism = [m for m in code_all(text) if m.type == "ACCUSE"]
    assert stands_for("Erik Lindgren", condemned.source) and stands_for("Maria Benescu", condemned.target)
    assert stands_for("Maria Benescu", criticism.source) and stands_for("Clara Duarte", criticism.target)


def test_a_pronoun_is_nobody_where_another_was_the_last_subject(read, code):
    (text,) = read(["Maria Benescu met Clara Duarte. After firing Erik Lindgren, he attacked Uganda."])
    assert not [m for m in code(text) if any(one.name == "Erik Lindgren" for one in m.source)]


DOUBTS = weighing.Doubts.load()


def weighed(source: str, target: str, status: str, kind: str = "ACCUSE", *article: str) -> weighing.Weighed:
    one = () if target == "nobody" else (ActorRef(None, "farmers", None, None, None, "group", False, None),)
    roles = Roles((), one, f"subj:{source}", f"obj:{target}", True)
    act = Act(kind, None, "happened", kind, None, "entry")
    grounds = weighing.grounds(act, Standing("happened", status), roles)
    return DOUBTS.weigh((*grounds, *(("article", one) for one in article)))


def test_doubts_add_up_and_confidence_falls():
    sure = weighed("full name", "full name", "past")
    weak = weighed("salience", "nobody", "operator:likely", "THREATEN")
    assert weak.too_doubtful and not sure.too_doubtful
    assert weak.points > sure.points and 0.3 < weak.confidence < sure.confidence < 0.95
    assert weighed("full name", "nobody", "past").points > sure.points
    assert weighed("state", "state", "past").points < weighed("state", "state", "operator:bid").points


def test_an_act_told_again_is_less_doubtful():
    once = weighed("full name", "group", "past")
    assert weighed("full name", "group", "past", "ACCUSE", "told again").points < once.points


@pytest.mark.parametrize("rule", ["operator:never seen", "a rule of another day"])
def test_a_value_without_a_row_has_that_of_its_kind(rule: str):
    assert (
        weighed("full name", "group", rule).points
        == weighed("full name", "group", "operator" if ":" in rule else weighing.OTHER).points
    )


def test_a_project_lays_its_own_limit_over_the_table(tmp_path):
    (tmp_path / "doubts.tsv").write_text("of\tvalue\tpoints\nlimit\tmention\t0\n", encoding="utf-8")
    strict = weighing.Doubts.load((tmp_path,))
    assert strict.weigh(()).too_doubtful and not DOUBTS.weigh(()).too_doubtful


@pytest.mark.parametrize("row", ["source\tsalience\tmuch", "colour\tred\t1", "source\tsalience"])
def test_a_broken_table_is_named(row: str, tmp_path):
    table = tmp_path / "doubts.tsv"
    table.write_text(f"of\tvalue\tpoints\n{row}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        weighing.Doubts.load((tmp_path,))
    assert "doubts.tsv" in str(raised.value)


def test_an_act_that_is_to_grow_is_under_way(read, code):
    (text,) = read(["Members of parliament urged Kenya to widen its offensive against Uganda."])
    assert ("ASSAULT", "ongoing") in [(m.type, m.status) for m in code(text)]


def test_what_the_doer_says_it_did_not_do_is_denied(read, code):
    (text,) = read(["Kenya said it had not attacked Uganda."])
    assert [(m.type, m.status) for m in code(text)] == [("ASSAULT", "denied")]


def test_talks_that_something_could_harm_are_under_way(read, code):
    (text,) = read(["The step could jeopardize Kenya's talks with Uganda."])
    assert ("CONSULT", "ongoing") in [(m.type, m.status) for m in code(text)]


def test_who_defends_a_deed_of_his_own_supports_nobody(read, code):
    (text,) = read(["Maria Benescu of Kenya defended her July phone call with Uganda's president."])
    assert [m.type for m in code(text)] == ["CONSULT"]


def test_what_is_only_thought_is_alleged(read, code_all):
    (text,) = read(["The police believe that Clara Duarte of Kenya was killed by rebels."])
    assert [(m.type, m.status) for m in code_all(text)] == [("ASSAULT", "alleged")]


def test_a_decision_that_is_judged_was_carried_out(read, code):
    (text,) = read(["Kenya's decision to sign the agreement with Uganda is cruel."])
    assert [(m.type, m.status) for m in code(text)] == [("AGREE", "happened")]


def test_what_a_witness_testified_is_alleged(read, code):
    (text,) = read(
        ["Clara Duarte of Kenya testified that Erik Lindgren had attacked Maria Benescu of Uganda."]
    )
    assert "happened" not in [m.status for m in code(text)]


def test_who_applauds_a_departure_supports_nobody(read, code):
    (text,) = read(["Senators of Kenya applauded Maria Benescu's resignation."])
    assert "SUPPORT" not in [m.type for m in code(text)]


def test_allies_are_of_another_land(read, code):
    (text,) = read(["Kenya imposed tariffs on Uganda's allies."])
    assert [one.country for m in code(text) for one in m.target] in ([None], [])
