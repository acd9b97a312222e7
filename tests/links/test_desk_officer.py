"""Pairs and trios of short invented reports, read as a careful desk officer would: one event or several, how they differ,
on whose word they rest, what became of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from _pytest.mark.structures import ParameterSet
from tests.links.told import Account, linked

MARCH = "2020-03-05"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the officer notes: how many events; for one event the fields that differ, separate origins, stages, rings, days."""

    events: int = 1
    differ: tuple[str, ...] = ()
    sources: int | None = None
    stages: tuple[str, ...] | None = None
    ring: tuple[str, ...] | None = None
    origin: tuple[str, str] | None = None
    days: str | None = None


def two(one: str, other: str, days: tuple[str, str] = (MARCH, MARCH)) -> tuple[Account, ...]:
    return Account("Herald", days[0], one), Account("Globe", days[1], other)


def paper(outlet: str, words: str, day: str = MARCH, copy_of: str | None = None) -> Account:
    return Account(outlet, day, words, copy_of)


PEOPLE = "src:Ana Brandt;tgt:Piet Oss"
DIFFER: list[tuple[str, tuple[Account, ...], tuple[str, ...]]] = [
    # the day
    ("tuesday-or-wednesday", two("The ministers {met|d:2020-03-03;w:Tuesday;p:Lenn} in Lenn on Tuesday.", "The ministers {met|d:2020-03-04;w:Wednesday;p:Lenn} in Lenn on Wednesday."), ("when",)),
    ("early-march", two("Vellan and Kastria {met|d:2020-03-03;w:3 March;p:Lenn} in Lenn on 3 March.", "The two sides {met|d:2020-03-01..2020-03-10;w:early March;p:Lenn} in Lenn in early March."), ()),
    ("overnight", two("Gunboats {shelled|t:ASSAULT;d:2020-03-03..2020-03-04;w:overnight;p:Lenn} Lenn overnight.", "Gunboats {shelled|t:ASSAULT;d:2020-03-04;w:Wednesday;p:Lenn} Lenn early on Wednesday."), ()),
    ("two-days-for-a-plan", two("Brandt will {receive|s:planned;d:2020-03-20;w:20 March;" + PEOPLE + "} Oss in Lenn on 20 March.", "Brandt is to {receive|s:planned;d:2020-03-22;w:22 March;" + PEOPLE + "} Oss in Lenn on 22 March."), ("when",)),
    # the place
    ("two-towns", two("Brandt and Oss {met|p:Lenn;" + PEOPLE + "} in Lenn for an hour.", "Brandt and Oss {met|p:Hest;" + PEOPLE + "} in Hest for an hour."), ("where",)),
    ("town-and-its-harbour", two("Brandt and Oss {met|p:Lenn;" + PEOPLE + "} in Lenn.", "Brandt and Oss {met|p:Lenn Harbour;" + PEOPLE + "} at Lenn Harbour."), ()),
    ("town-and-country", two("Brandt and Oss {met|p:Lenn;" + PEOPLE + "} in Lenn.", "Brandt and Oss {met|p:Vellan;" + PEOPLE + "} in Vellan."), ()),
    # how long, in other units
    ("hours-for-days", two("Two days of {talks} ended without a text.", "The {talks} lasted 30 hours and gave no text."), ("duration",)),
    ("two-days", two("Two days of {talks} ended without a text.", "The {talks} took 48 hours and gave no text."), ()),
    ("marathon", two("A marathon nine-hour {session} gave no text.", "They {met} for six hours."), ("duration",)),
    ("three-quarters", two("They {met} for three-quarters of an hour.", "They {met} for 45 minutes."), ()),
    ("clock-times", two("They {met} from 10 a.m. to noon.", "They {met} for two hours."), ()),
    ("after-how-many-days", two("The {siege|t:COERCE;p:Lenn} of Lenn ended after 12 days.", "The {siege|t:COERCE;p:Lenn} of Lenn was lifted after three weeks."), ("duration",)),
    ("the-conversation-took", two("Brandt and Oss {spoke|" + PEOPLE + "}. The conversation took 20 minutes.", "Brandt and Oss {spoke|" + PEOPLE + "} for an hour."), ("duration",)),
    ("years-in-prison", two("A court {sentenced|t:COERCE;tgt:Piet Oss} Oss to 12 years in prison.", "A court {sentenced|t:COERCE;tgt:Piet Oss} Oss to ten years in prison."), ("term",)),
    # how many
    ("scores", two("The raid {killed|t:ASSAULT;p:Lenn} scores of people.", "The raid {killed|t:ASSAULT;p:Lenn} 90 people."), ()),
    ("a-dozen-or-twenty", two("The raid {killed|t:ASSAULT;p:Lenn} a dozen people.", "The raid {killed|t:ASSAULT;p:Lenn} 20 people."), ("number of people dead",)),
    ("two-of-them-children", two("The raid {killed|t:ASSAULT;p:Lenn} seven people, including two children.", "The raid {killed|t:ASSAULT;p:Lenn} seven people, two of them children."), ()),
    ("soldiers-and-civilians", two("The raid {killed|t:ASSAULT;p:Lenn} five soldiers.", "The raid {killed|t:ASSAULT;p:Lenn} five soldiers and two civilians."), ()),
    ("families-turned-out", two("Vellan {evicted|t:COERCE;p:Lenn} 200 families from Lenn.", "Vellan {evicted|t:COERCE;p:Lenn} 150 families from Lenn."), ("number of families",)),
    ("crowd-of", two("A crowd of 5,000 {marched|t:PROTEST;src:Vellan;tgt:;p:Lenn} in Lenn.", "A crowd of about 2,000 {marched|t:PROTEST;src:Vellan;tgt:;p:Lenn} in Lenn."), ("number of people gathered",)),
    ("half-of-them", two("Vellan {freed|t:RETREAT} half of the 40 hostages.", "Vellan {freed|t:RETREAT} 20 hostages."), ()),
    ("a-fine", two("Vellan {fined|t:SANCTION} a Kastrian bank 3 million crowns.", "Vellan {fined|t:SANCTION} a Kastrian bank 2.5 million crowns."), ("sum in crowns",)),
    ("tons-of-grain", two("Vellan {sent|t:AID} Kastria 1,000 tons of grain.", "Vellan {sent|t:AID} Kastria 600 tonnes of grain."), ("amount of grain",)),
    ("no-survivors-but-two", two("The raid {killed|t:ASSAULT;p:Lenn} eight of the ten guards.", "The raid {killed|t:ASSAULT;p:Lenn} all ten guards."), ("number of guards dead",)),
    # who did it
    ("who-suggested-the-truce", two("They {met}. Kastria had proposed a truce for the harvest.", "They {met}. A truce for the harvest was first suggested by Vellan."), ("who proposed",)),
    ("who-stormed-out", two("The {talks|s:failed;" + PEOPLE + "} broke down when Brandt walked out.", "The {talks|s:failed;" + PEOPLE + "} broke down when Oss stormed out."), ("who walked out",)),
    ("who-left-the-table", two("The {talks|s:failed} broke down when the Kastrian delegation left the table.", "The {talks|s:failed} broke down after the Vellanese negotiators left the table."), ("who walked out",)),
    ("who-asked", two("They {met}. The meeting was requested by Kastria.", "They {met}. The meeting was requested by the Vellanese side."), ("who asked for",)),
    ("who-fired-first", two("Guards {clashed|t:ASSAULT;p:Lenn}. Kastrian troops fired first.", "Guards {clashed|t:ASSAULT;p:Lenn}. It was Vellan that had opened fire first."), ("who fired first",)),
    ("no-handshake", two("They {met|" + PEOPLE + "}, but Oss refused to shake hands.", "They {met|" + PEOPLE + "}, but Oss declined to shake hands."), ()),
    ("whose-idea", two("They {met}. The hotline was the idea of Vellan.", "They {met}. The hotline was a Kastrian idea."), ("who proposed",)),
    # what became of it
    ("signed-or-postponed", two("Vellan and Kastria {signed|t:AGREE;p:Lenn} the grain accord in Lenn.", "The {signing|t:AGREE;s:cancelled;p:Lenn} of the grain accord in Lenn was postponed."), ("status",)),
    ("fired-or-not", two("Vellan {fired|t:ASSAULT;d:2020-03-04;p:Lenn} on a Kastrian boat off Lenn.", "Vellan {fired|t:ASSAULT;s:denied;p:Lenn} on no Kastrian boat off Lenn, it said."), ("status",)),
    ("put-off-and-later-held", two("The {talks|s:cancelled;d:2020-03-06} of Vellan and Kastria in Lenn were put off.", "Vellan and Kastria held {talks|d:2020-03-07;p:Lenn} in Lenn.", ("2020-03-05", "2020-03-07")), ()),
    # the words
    ("never-or-not", two("Brandt {rejected|t:REJECT;s:refused;src:Ana Brandt} the plan: “We will never accept this border with Kastria.”<Ana Brandt>", "Brandt {rejected|t:REJECT;s:refused;src:Ana Brandt} the plan: “We will not accept this border with Kastria.”<Ana Brandt>"), ("wording",)),
    ("cut-short", two("Brandt {rejected|t:REJECT;s:refused;src:Ana Brandt} the plan: “We will never accept this border with Kastria, not now and not later.”<Ana Brandt>", "Brandt {rejected|t:REJECT;s:refused;src:Ana Brandt} the plan: “We will never accept this border with Kastria.”<Ana Brandt>"), ()),
    ("bracketed", two("Brandt {threatened|t:THREATEN;src:Ana Brandt} Kastria: “They must leave the valley by Friday night.”<Ana Brandt>", "Brandt {threatened|t:THREATEN;src:Ana Brandt} Kastria: “[The soldiers] must leave the valley by Friday night.”<Ana Brandt>"), ()),
    ("twelve-or-12", two("Brandt {accused|t:ACCUSE;src:Ana Brandt} Kastria: “We lost 12 brave men in that valley.”<Ana Brandt>", "Brandt {accused|t:ACCUSE;src:Ana Brandt} Kastria: “We lost twelve brave men in that valley.”<Ana Brandt>"), ()),
    ("translated-twice", two("Oss {accused|t:ACCUSE;src:Piet Oss;tgt:Vellan} Vellan: “This attack is a disgrace to the whole region.”<Piet Oss>", "Oss {accused|t:ACCUSE;src:Piet Oss;tgt:Vellan} Vellan: “This attack is a shame for the whole region.”<Piet Oss>"), ("wording",)),
    # why
    ("floods-or-spies", two("Brandt {called off|s:cancelled;" + PEOPLE + "} the visit because of floods in the north.", "Brandt {called off|s:cancelled;" + PEOPLE + "} the visit over the arrest of a spy."), ("reason",)),
    ("ill-health", two("Oss {called off|s:cancelled;" + PEOPLE + "} the visit, citing ill health.", "Oss {called off|s:cancelled;" + PEOPLE + "} the visit because he was ill."), ()),
    ("in-protest", two("Kastria {recalled|t:SANCTION;src:Kastria;tgt:Vellan} its envoy in protest at the shelling.", "Kastria {recalled|t:SANCTION;src:Kastria;tgt:Vellan} its envoy in protest over the shelling of two villages."), ()),
    ("to-punish-or-to-save", two("Vellan {closed|t:SANCTION} the border to stop smugglers.", "Vellan {closed|t:SANCTION} the border in retaliation for the arrest of two sailors."), ("reason",)),
    # read after the first sixty: what full builds of invented reports showed
    ("only-40-minutes", two("Brandt and Oss {met|" + PEOPLE + "} for two hours.", "Brandt and Oss {met|" + PEOPLE + "}. The talks lasted only 40 minutes."), ("duration",)),
    ("their-meeting", two("Brandt {met|" + PEOPLE + "} Oss. Their meeting, which lasted an hour, was about the valley of Ruun.", "Brandt {met|" + PEOPLE + "} Oss. They talked for 20 minutes."), ("duration",)),
    ("militants-and-fighters", two("Jets {bombed|t:ASSAULT;p:Lenn} a camp near Lenn, killing 30 militants.", "Jets {bombed|t:ASSAULT;p:Lenn} a camp near Lenn. Residents said that 12 fighters were killed."), ("number of fighters dead",)),
    ("prisoners-and-kastrians", two("Vellan {freed|t:RETREAT} four Kastrian prisoners.", "Vellan {freed|t:RETREAT} five Kastrians."), ("number of kastrians freed",)),
    ("rebels-walked-out", two("The {talks|s:failed;src:Vellan;tgt:rebels} collapsed after the Vellanese delegation walked out.", "The {talks|s:failed;src:Vellan;tgt:rebels} collapsed after the rebels walked out."), ("who walked out",)),
    ("told-the-press", two("Brandt {threatened|t:THREATEN;src:Ana Brandt} Kastria. “We will have no choice but to totally destroy you,”<Ana Brandt> she said.", "Brandt {threatened|t:THREATEN;src:Ana Brandt} Kastria. “We will have no choice but to completely destroy you,”<Ana Brandt> she said."), ("wording",)),
    ("signed-or-failed-to", two("Vellan and Kastria {signed|t:AGREE} the accord on the river Ruun.", "Vellan and Kastria failed to {sign|t:AGREE;s:failed} the accord on the river Ruun."), ("status",)),
    ("the-20th-of-March", two("Brandt will {receive|s:planned;d:2020-03-20;w:20 March;" + PEOPLE + "} Oss on 20 March.", "Brandt will {receive|s:planned;d:2020-03-20;w:20 March;" + PEOPLE + "} Oss on March 20."), ()),
    # nothing differs
    ("one-adds", two("Brandt {met|" + PEOPLE + "} Oss on Wednesday.", "Brandt {met|" + PEOPLE + "} Oss on Wednesday with 30 advisers, and they dined for two hours."), ()),
]  # fmt: skip

MISSED = {"to-punish-or-to-save": "a bare infinitive is not read as a reason: most are complements"}

ORIGINS: list[tuple[str, tuple[Account, ...], Reading]] = [
    ("cut-copy", (paper("Wire", "Vellan {expelled|t:SANCTION} six diplomats. They have a week."), paper("Herald", "Vellan {expelled|t:SANCTION} six diplomats.", copy_of="Wire")), Reading(sources=1)),
    ("copy-with-a-line-of-its-own", (paper("Wire", "Vellan {expelled|t:SANCTION} six diplomats."), paper("Herald", "Vellan {expelled|t:SANCTION} six diplomats. Our reader Tam Ruz is sad.", copy_of="Wire"), paper("Globe", "Vellan {threw out|t:SANCTION} six Kastrian diplomats.")), Reading(sources=2)),
    ("one-agency", (paper("Herald", "Vellan {expelled|t:SANCTION;by:media: Corvane Agency} six diplomats, Corvane Agency reported."), paper("Globe", "Vellan {expelled|t:SANCTION;by:media: Corvane Agency} six diplomats, according to Corvane Agency.")), Reading(sources=1)),
    ("one-agency-by-two-names", (paper("Herald", "Vellan {expelled|t:SANCTION;by:media: Corvane} six diplomats, Corvane reported."), paper("Globe", "Vellan {expelled|t:SANCTION;by:media: Corvane news agency} six diplomats, the Corvane news agency said.")), Reading(sources=1)),
    ("one-statement", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Kastrian foreign ministry} six diplomats, the Kastrian foreign ministry said."), paper("Globe", "The ministry said Vellan had {expelled|t:SANCTION;by:Kastrian foreign ministry} six diplomats.")), Reading(sources=1, origin=("Kastrian foreign ministry", "statement"))),
    ("statement-and-own-eyes", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Kastrian foreign ministry} six diplomats, the Kastrian foreign ministry said."), paper("Globe", "Vellan {expelled|t:SANCTION} six diplomats; this reporter saw them leave.")), Reading(sources=2)),
    ("own-reporter", (paper("Herald", "Vellan {expelled|t:SANCTION;by:correspondent} six diplomats, our correspondent says."), paper("Globe", "Vellan {expelled|t:SANCTION} six diplomats.")), Reading(sources=2, origin=("Herald", "outlet"))),
    ("own-outlet-named", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Herald} six diplomats, the Herald has learned."), paper("Globe", "Vellan {expelled|t:SANCTION} six diplomats.")), Reading(sources=2, origin=("Herald", "outlet"))),
    ("each-cites-the-other", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Globe} six diplomats, the Globe reported."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Herald} six diplomats, the Herald reported.")), Reading(sources=1, ring=("Globe", "Herald"))),
    ("ring-of-three", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Globe} six diplomats, the Globe said."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Wire} six diplomats, Wire said."), paper("Wire", "Vellan {expelled|t:SANCTION;by:Herald} six diplomats, the Herald said.")), Reading(sources=1, ring=("Globe", "Wire", "Herald"))),
    ("two-articles-of-one-outlet", (paper("Herald", "Vellan {expelled|t:SANCTION} six diplomats."), paper("Herald", "Vellan {expelled|t:SANCTION} six Kastrian diplomats on Wednesday.", "2020-03-06")), Reading(sources=1)),
    ("two-named-witnesses", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Jon Dorn} six diplomats, Jon Dorn told the Herald."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Ruta Holm} six diplomats, Ruta Holm told the Globe.")), Reading(sources=2)),
    ("adds-to-the-agency", (paper("Wire", "Vellan {expelled|t:SANCTION} six diplomats."), paper("Herald", "Vellan {expelled|t:SANCTION;by:Wire} six diplomats, Wire reported. The Herald saw Vellan {expel|t:SANCTION} the six Kastrian diplomats.")), Reading(sources=2)),
    ("one-briefing", (paper("Herald", "Brandt {met|" + PEOPLE + "} Oss. “Nobody left the room happy that night,”<senior official> a senior official said."), paper("Globe", "Brandt {met|" + PEOPLE + "} Oss. “Nobody left the room happy that night,”<aide> an aide said.")), Reading(sources=1)),
    ("our-man-in-lenn", (paper("Herald", "Vellan {expelled|t:SANCTION;by:our correspondent in Lenn} six diplomats, our correspondent in Lenn reports."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Globe reporter} six diplomats, a Globe reporter saw.")), Reading(sources=2, origin=("Globe", "outlet"))),
    ("another-outlet-s-man", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Wire reporter} six diplomats, a Wire reporter said."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Wire reporter} six diplomats, a Wire reporter saw.")), Reading(sources=1)),
    ("through-an-agency", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Corvane news agency} six diplomats, the Corvane news agency said."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Herald} six diplomats, the Herald said, citing Corvane.")), Reading(sources=1, origin=("Corvane news agency", "agency"))),
    ("cited-by-name", (paper("The Lenn Observer", "Vellan {moved|t:MOBILIZE;by:Hest Courier} a gunboat, the Hest Courier reported."), paper("Hest Courier", "Vellan {moved|t:MOBILIZE;by:The Lenn Observer} a gunboat, according to the Lenn Observer.")), Reading(sources=1, ring=("Hest Courier", "The Lenn Observer"))),
    ("middle-initial", (paper("Herald", "Vellan {expelled|t:SANCTION;by:Tam Ruz} six diplomats, Tam Ruz said."), paper("Globe", "Vellan {expelled|t:SANCTION;by:Tam B. Ruz} six diplomats, Tam B. Ruz said.")), Reading(sources=1)),
    ("one-briefing-of-plain-words", (paper("Herald", "Brandt {met|" + PEOPLE + "} Oss. “It was a clearing of the air,”<senior official> a senior official said."), paper("Globe", "Brandt {met|" + PEOPLE + "} Oss. “It was a clearing of the air,”<senior official via Herald> a senior official told the Herald.")), Reading(sources=1)),
    ("printed-from-an-agency", (Account("Herald", MARCH, "Vellan {expelled|t:SANCTION} six diplomats.", dateline="LENN (Corvane Wire) -"), Account("Globe", MARCH, "Six Kastrian diplomats were {thrown out|t:SANCTION} by Vellan.", dateline="LENN, March 5 (Corvane Wire) —")), Reading(sources=1, origin=("Corvane Wire", "agency"))),
    ("agency-by-its-letters", (Account("Herald", MARCH, "Vellan {expelled|t:SANCTION} six diplomats.", dateline="LENN (AP) -"), paper("Globe", "Vellan {expelled|t:SANCTION;by:media: Associated Press} six diplomats, the Associated Press said.")), Reading(sources=1)),
    ("an-agency-s-own-dateline", (Account("Corvane Wire", MARCH, "Vellan {expelled|t:SANCTION} six diplomats.", dateline="LENN (Corvane Wire) -"), paper("Globe", "Vellan {threw out|t:SANCTION} six Kastrian diplomats.")), Reading(sources=2)),
    ("passed-on", (paper("Herald", "Brandt {met|" + PEOPLE + ";by:Piet Oss} Oss, Oss told the Herald."), paper("Globe", "Brandt {met|" + PEOPLE + ";by:Herald} Oss, the Herald reported."), paper("Wire", "Brandt {met|" + PEOPLE + ";by:Herald} Oss, according to the Herald.")), Reading(sources=1)),
]  # fmt: skip

LIVES: list[tuple[str, tuple[Account, ...], Reading]] = [
    ("put-off-by-a-week-and-held", (
        paper("Wire", "Vellan and Kastria will hold {talks|s:planned;d:2020-03-20;w:20 March} in Lenn on 20 March.", "2020-03-01"),
        paper("Herald", "The {talks|s:cancelled;d:2020-03-20;w:20 March} of Vellan and Kastria in Lenn, due on 20 March, were postponed for a week.", "2020-03-18"),
        paper("Globe", "Vellan and Kastria held their postponed {talks|d:2020-03-27;w:Friday} in Lenn on Friday.", "2020-03-27"),
    ), Reading(stages=("planned", "postponed", "held"), days="2020-03-27..2020-03-27")),
    ("confirmed-and-dropped", (
        paper("Wire", "Brandt may visit Varr: she {plans|s:planned;d:2020-04-02;m:visit;" + PEOPLE + "} talks with Oss there on 2 April.", "2020-03-01"),
        paper("Herald", "The palace confirmed the {visit|s:planned;d:2020-04-02;m:visit;" + PEOPLE + "} of Brandt to Varr on 2 April.", "2020-03-10"),
        paper("Globe", "Brandt {scrapped|s:cancelled;d:2020-03-30;m:visit;" + PEOPLE + "} her visit to Varr.", "2020-03-30"),
    ), Reading(stages=("planned", "confirmed", "cancelled"), days="2020-04-02..2020-04-02")),
    ("said-by-the-other-side-first", (
        paper("Wire", "Vellan {seized|t:COERCE;p:Lenn;by:Kastria} a Kastrian trawler off Lenn, Kastria said.", "2020-03-04"),
        paper("Globe", "Vellan {detained|t:COERCE;p:Lenn;by:Vellan} a Kastrian vessel off Lenn, its navy said.", "2020-03-05"),
    ), Reading(stages=("alleged", "happened"))),
    ("open-plan-called-off", (
        paper("Wire", "Brandt would not cancel the {talks|s:planned;d:2020-03-04..;" + PEOPLE + "} with Oss, an aide said.", "2020-03-04"),
        paper("Globe", "Brandt {cancelled|s:cancelled;d:2020-04-07;w:Tuesday;" + PEOPLE + "} her talks with Oss on Tuesday.", "2020-04-08"),
    ), Reading(stages=("planned", "cancelled"), days="2020-04-07..2020-04-07")),
    ("a-month-and-a-day", (
        paper("Wire", "Brandt will {visit|s:planned;m:visit;d:2020-04-01..2020-04-30;w:April;" + PEOPLE + "} Oss in April.", "2020-03-04"),
        paper("Globe", "Brandt {visited|m:visit;d:2020-04-07;w:Tuesday;" + PEOPLE + "} Oss on Tuesday.", "2020-04-08"),
    ), Reading(stages=("planned", "held"), days="2020-04-07..2020-04-07")),
    ("before-it-was-told", (
        paper("Wire", "Vellan {expelled|t:SANCTION;d:..2020-03-05} six Kastrian diplomats.", "2020-03-05"),
        paper("Globe", "Vellan {expelled|t:SANCTION;d:2020-03-02..2020-03-08;w:this week} six Kastrian diplomats this week.", "2020-03-06"),
    ), Reading(days="2020-03-02..2020-03-05")),
    ("held-on-another-day-than-planned", (
        paper("Wire", "Brandt and Oss will hold {talks|s:planned;d:2020-03-20;w:20 March;" + PEOPLE + "} in Lenn on 20 March.", "2020-03-10"),
        paper("Herald", "Brandt and Oss will hold {talks|s:planned;d:2020-03-20;w:20 March;" + PEOPLE + "} on 20 March.", "2020-03-11"),
        paper("Globe", "Brandt and Oss held their {talks|d:2020-03-21;w:Saturday;" + PEOPLE + "} in Lenn on Saturday, a day late.", "2020-03-21"),
    ), Reading(stages=("planned", "held"), days="2020-03-21..2020-03-21")),
    ("delayed-by-a-week", (
        paper("Wire", "Brandt will {meet|s:planned;d:2020-03-15;w:15 March;p:Varr;" + PEOPLE + "} Oss in Varr on 15 March.", "2020-03-10"),
        paper("Herald", "Brandt has {delayed|s:cancelled;d:;p:Varr;" + PEOPLE + "} her meeting with Oss in Varr by a week.", "2020-03-14"),
        paper("Globe", "Brandt {met|d:2020-03-22;w:Sunday;p:Varr;" + PEOPLE + "} Oss in Varr on Sunday.", "2020-03-23"),
    ), Reading(stages=("planned", "postponed", "held"), days="2020-03-22..2020-03-22")),
    ("called-off-and-held-all-the-same", (
        paper("Wire", "Brandt {cancelled|s:cancelled;d:2020-03-20;w:20 March;" + PEOPLE + "} the summit with Oss of 20 March.", "2020-03-12"),
        paper("Globe", "Brandt and Oss {met|d:2020-03-20;w:Friday;" + PEOPLE + "} on Friday.", "2020-03-20"),
    ), Reading(stages=("cancelled", "held"), days="2020-03-20..2020-03-20")),
    ("broke-down", (
        paper("Wire", "Vellan and Kastria opened {talks|s:ongoing;p:Lenn} in Lenn.", "2020-03-04"),
        paper("Globe", "The {talks|s:failed;p:Lenn;d:2020-03-05} of Vellan and Kastria in Lenn broke down.", "2020-03-06"),
    ), Reading(stages=("held", "failed"))),
]  # fmt: skip

APART: list[tuple[str, tuple[Account, ...]]] = [
    ("a-week-apart", two("Brandt and Oss {met|d:2020-03-04;w:Wednesday;" + PEOPLE + "} on Wednesday.", "Brandt and Oss {met|d:2020-03-11;w:Wednesday;" + PEOPLE + "} again on Wednesday.", ("2020-03-05", "2020-03-12"))),
    ("two-strikes", two("Dockers in Lenn went on {strike|t:PROTEST;src:dockers;tgt:Vellan;p:Lenn} on Wednesday.", "Dockers in Hest went on {strike|t:PROTEST;src:dockers;tgt:Vellan;p:Hest} on Wednesday.")),
    ("two-raids", two("Kastrian jets {bombed|t:ASSAULT;src:Kastria;tgt:Vellan;p:Lenn} Lenn.", "Kastrian jets {bombed|t:ASSAULT;src:Kastria;tgt:Vellan;p:Hest} Hest.")),
    ("met-and-would-not", two("Brandt {met|" + PEOPLE + "} Oss in Lenn.", "Brandt {refused|t:REJECT;s:refused;m:meet;" + PEOPLE + "} to meet Oss in Lenn.")),
    ("met-and-did-not", two("Brandt {met|" + PEOPLE + "} Oss in Lenn.", "Brandt {refused|s:refused;" + PEOPLE + "} to meet Oss in Lenn.")),
    ("rang-and-met", two("Brandt {met|p:Lenn;" + PEOPLE + "} Oss in Lenn.", "Brandt {telephoned|m:phone;" + PEOPLE + "} Oss before he came.")),
    ("two-charges", two("Brandt {accused|t:ACCUSE;" + PEOPLE + "} Oss of hiding grain from the inspectors.", "Brandt {accused|t:ACCUSE;" + PEOPLE + "} Oss of bribing judges in the port case.")),
    ("two-charges-on-monday", two("On Monday Brandt {accused|t:ACCUSE;" + PEOPLE + "} Oss of poisoning a spy.", "On Monday Brandt {accused|t:ACCUSE;" + PEOPLE + "} Oss of hacking a power station.")),
    ("tit-for-tat", two("Vellan {expelled|t:SANCTION} six Kastrian diplomats.", "Kastria {expelled|t:SANCTION;src:Kastria;tgt:Vellan} seven Vellanese diplomats.")),
    ("ministers-and-leaders", two("Brandt {met|" + PEOPLE + ";p:Lenn} Oss in Lenn.", "Holm {met|src:Ruta Holm;tgt:Jon Dorn;p:Lenn} Dorn in Lenn.")),
    ("two-arrests", two("Vellan {arrested|t:COERCE;tgt:Jon Dorn} Jon Dorn in Lenn.", "Vellan {arrested|t:COERCE;tgt:Piet Oss} Piet Oss in Lenn.")),
]  # fmt: skip


ANSWERS: list[tuple[str, tuple[Account, ...], list[tuple[str, str, tuple[str, ...]]]]] = [
    ("plan-turned-down", two("Vellan proposed {talks|s:planned;d:2020-03-05..} with Kastria in Varr.", "Kastria {rejected|t:REJECT;s:refused;src:Kastria;tgt:Vellan;d:2020-03-07} the proposal for talks.", ("2020-03-05", "2020-03-08")),
        [("CONSULT", "refused", ("proposed", "refused")), ("REJECT", "refused", ("refused",))]),
    ("invitation-turned-down", two("Brandt {invited|t:REQUEST;m:meet;" + PEOPLE + "} Oss to Lenn.", "Oss {declined|t:REJECT;s:refused;m:meet;src:Piet Oss;tgt:Ana Brandt;d:2020-03-07} the invitation.", ("2020-03-05", "2020-03-08")),
        [("REJECT", "refused", ("refused",)), ("REQUEST", "happened", ("happened", "refused"))]),
    ("something-else-turned-down", two("Vellan proposed {talks|s:planned;d:2020-03-05..} with Kastria in Varr.", "Kastria {rejected|t:REJECT;s:refused;src:Kastria;tgt:Vellan;d:2020-03-07} the ruling on the border.", ("2020-03-05", "2020-03-08")),
        [("CONSULT", "planned", ("proposed",)), ("REJECT", "refused", ("refused",))]),
    ("turned-down-before", two("Vellan proposed {talks|s:planned;d:2020-03-09..} with Kastria in Varr.", "Kastria {rejected|t:REJECT;s:refused;src:Kastria;tgt:Vellan;d:2020-03-05} a meeting.", ("2020-03-09", "2020-03-05")),
        [("CONSULT", "planned", ("proposed",)), ("REJECT", "refused", ("refused",))]),
    ("another-turned-it-down", two("Brandt {invited|t:REQUEST;m:meet;" + PEOPLE + "} Oss to Lenn.", "Dorn {declined|t:REJECT;s:refused;m:meet;src:Jon Dorn;tgt:Ruta Holm;d:2020-03-07} an invitation of Holm.", ("2020-03-05", "2020-03-08")),
        [("REJECT", "refused", ("refused",)), ("REQUEST", "happened", ("happened",))]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("accounts", "wanted"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_what_was_offered_is_turned_down(
    accounts: tuple[Account, ...], wanted: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    for order in (accounts, accounts[::-1]):
        events, articles = linked(order)
        found = [(e.type, e.status, tuple(step.step for step in e.status_history)) for e in events]
        assert sorted(found) == wanted
        assert all(step.article_id in articles for e in events for step in e.status_history)


def _fields(accounts: tuple[Account, ...]) -> list[str]:
    events, _ = linked(accounts)
    assert len(events) == 1
    return [gap.field for gap in events[0].discrepancies]


def _rows() -> list[ParameterSet]:
    return [
        pytest.param(
            accounts,
            wanted,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=MISSED[name])] if name in MISSED else [],
        )
        for name, accounts, wanted in DIFFER
    ]


@pytest.mark.parametrize(("accounts", "wanted"), _rows())
def test_what_two_accounts_differ_on(accounts: tuple[Account, ...], wanted: tuple[str, ...]) -> None:
    assert _fields(accounts) == list(wanted)
    assert _fields(accounts[::-1]) == list(wanted)


ALL = [*ORIGINS, *LIVES]


@pytest.mark.parametrize(("accounts", "wanted"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_what_stands_behind_an_event(accounts: tuple[Account, ...], wanted: Reading) -> None:
    for order in (accounts, accounts[::-1]) if not any(a.copy_of for a in accounts) else (accounts,):
        events, _ = linked(order)
        assert len(events) == wanted.events
        (event,) = events
        if wanted.sources is not None:
            assert (event.independent_sources, len(event.origin_tree)) == (wanted.sources, wanted.sources)
        if wanted.origin is not None:
            assert wanted.origin in [(one.name, one.kind) for one in event.origin_tree]
        if wanted.stages is not None:
            assert tuple(step.step for step in event.status_history) == wanted.stages
        assert event.circular == ((wanted.ring,) if wanted.ring else ())
        if wanted.days is not None:
            assert f"{event.when.earliest}..{event.when.latest}" == wanted.days


@pytest.mark.parametrize("accounts", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_what_is_not_one_event(accounts: tuple[Account, ...]) -> None:
    assert len(linked(accounts)[0]) == len(accounts)
