"""What issue 3 asks of quotations, construct by construct, on invented sentences read by the whole text stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline import quotes, text
from dateline.config import Config
from dateline.quotes.attributions import attribute
from dateline.quotes.cues import Lexicon
from dateline.records import Article, Quotation
from dateline.resolvers import Resolvers
from dateline.syntax import Text

# Name, words, kinds that are right, content, speaker ("|" parts what is right as well; None: nobody is named), and what
# else the record must hold: cue_class, stance, mode, cue, via, addressee, anonymous, country, members; `inside`: the
# content is held, with more around it.
ROWS: list[tuple[str, str, str, str, str | None, dict[str, Any]]] = [
    ("straight in the middle", "Lena Marsh, the transport minister, said \"the bridge will be rebuilt by autumn\" and left.", "direct", "the bridge will be rebuilt by autumn", "Lena Marsh", {}),
    ("angled, cue behind", "«We shall pay every bill,» declared Tomas Reed.", "direct", "We shall pay every bill", "Tomas Reed", {}),
    ("mojibake apostrophe inside", "â€œItâ€™s a bad bargain,â€ Lena Marsh told reporters.", "direct", "Itâ€™s a bad bargain", "Lena Marsh", {}),
    ("glued marks", "Lena Marsh said,“Look at the bridge before you vote.”", "direct", "Look at the bridge before you vote.", "Lena Marsh", {}),
    ("glued behind", "“Look at the bridge before you vote,”Lena Marsh said.", "direct", "Look at the bridge before you vote", "Lena Marsh", {}),
    ("closed a paragraph later", "“The bridge is old,” Lena Marsh said. “Nobody may cross it at night.\n\n“It will be shut on Friday,” she said.", "direct", "Nobody may cross it at night.", "Lena Marsh", {}),
    ("reopening paragraphs", "Lena Marsh said: “The first pier is cracked.\n\n“The second pier is worse.\n\n“We will close both lanes.”\n\nTraffic was thin.", "direct", "The second pier is worse.", "Lena Marsh", {}),
    ("closed paragraphs later without reopening", "Lena Marsh said: “The first pier is cracked.\n\nThe second pier is worse.\n\nWe will close both lanes.”\n\nTraffic was thin.", "direct", "We will close both lanes.", "Lena Marsh", {}),
    ("never closed", "Tomas Reed said: “We shall not sell the port.\n\nThe harbour office declined to comment.", "direct", "We shall not sell the port.", "Tomas Reed", {}),
    ("nested", "“My father told me, ‘Never sell the land,’ and I never did,” said Tomas Reed.", "direct", "My father told me, ‘Never sell the land,’ and I never did", "Tomas Reed", {}),
    ("nested double in double", "“I asked him, “Where is the money?” and he laughed,” Lena Marsh recalled.", "direct", "I asked him, “Where is the money?” and he laughed", "Lena Marsh", {}),
    ("split by the cue, first", "“Given the state of the piers,” Ms. Marsh said. “We have to close the bridge.”", "direct", "Given the state of the piers", "Marsh", {}),
    ("split by the cue, second", "“Given the state of the piers,” Ms. Marsh said. “We have to close the bridge.”", "direct", "We have to close the bridge.", "Marsh", {}),
    ("cue inside a sentence", "“The lanes,” Lena Marsh warned, “will be shut for a year.”", "direct", "will be shut for a year.", "Lena Marsh", {'cue_class': 'warn'}),
    ("no cue, carries on", "Lena Marsh defended the closure on Monday. “We could not wait for another accident on the bridge.”", "direct", "We could not wait for another accident on the bridge.", "Lena Marsh", {}),
    ("no cue, after a paraphrase", "Tomas Reed said that the port would stay public. “Nobody is going to buy it while I am here.”", "direct", "Nobody is going to buy it while I am here.", "Tomas Reed", {}),
    ("fragment inside a paraphrase", "Tomas Reed called the offer “a joke in poor taste” and walked out.", "direct", "a joke in poor taste", "Tomas Reed", {}),
    ("fragment as object clause", "Lena Marsh said the piers were “rotten to the core” and would be replaced.", "mixed", "the piers were “rotten to the core” and would be replaced", "Lena Marsh", {}),
    ("headline with single marks", "Marsh: Bridge ‘will never reopen’\n\nTransport minister Lena Marsh spoke on Monday in the northern town of Brint, where the lanes have been shut.", "direct", "will never reopen", "Marsh", {}),
    ("headline with straight single marks", "Minister says bridge 'will never reopen'\n\nThe transport minister spoke on Monday in the northern town of Brint, where the lanes have been shut.", "direct", "will never reopen", "Minister", {}),
    ("brackets and ellipses", "“He [Reed] promised … to keep the port,” Lena Marsh said.", "direct", "He [Reed] promised … to keep the port", "Lena Marsh", {}),
    ("plural possessives inside", "‘The sailors’ pay is late,’ said Tomas Reed.", "direct", "The sailors’ pay is late", "Tomas Reed", {}),
    ("transcript", "REED: We will not sell the port.\n\nMARSH: Then who will pay for the bridge?\n\nREED: The owners of the ships will pay.", "direct|indirect|mixed", "Then who will pay for the bridge?", "MARSH", {}),
    ("question and answer", "Tomas Reed runs the port of Brint. He spoke to this newspaper on Monday.\n\nQ: Will you sell the port?\n\nA: No, we will keep it as long as I am here.", "direct|indirect|mixed", "No, we will keep it as long as I am here", "Reed", {}),
    ("two speakers alternate", "“The bridge is safe,” said Tomas Reed.\n\n“It is not,” said Lena Marsh.\n\n“I have crossed it every day,” Reed said.", "direct", "It is not", "Lena Marsh", {}),
    ("tweet", "Lena Marsh tweeted: “Bridge closed. Take the ferry.”", "direct", "Bridge closed. Take the ferry.", "Lena Marsh", {}),
    ("that-less clause", "Lena Marsh said the ministry was eager to reopen the bridge.", "indirect", "the ministry was eager to reopen the bridge", "Lena Marsh", {'cue_class': 'say', 'mode': 'speech'}),
    ("according to, at the end", "The port made a loss in May, according to Tomas Reed.", "indirect", "The port made a loss in May", "Tomas Reed", {}),
    ("according to a document", "According to a report by the audit office, the port made a loss.", "indirect", "the port made a loss", "report|audit office", {}),
    ("in the words of", "The offer was, in the words of Tomas Reed, beyond belief.", "indirect", "beyond belief", "Tomas Reed", {'inside': True}),
    ("amid accusations", "Tomas Reed resigned amid accusations that he had sold the cranes.", "indirect", "that he had sold the cranes", None, {'cue_class': 'claim|accuse'}),
    ("denial", "Tomas Reed denied that he had sold the cranes.", "indirect", "that he had sold the cranes", "Tomas Reed", {'cue_class': 'deny'}),
    ("doubt", "Lena Marsh doubted whether the cranes had ever existed.", "indirect", "whether the cranes had ever existed", "Lena Marsh", {'mode': 'belief'}),
    ("demand", "The sailors demanded that the port pay them at once.", "indirect", "that the port pay them at once", "sailors", {'cue_class': 'demand'}),
    ("promise", "Lena Marsh promised to mend the piers by May.", "indirect", "to mend the piers by May", "Lena Marsh", {'cue_class': 'promise'}),
    ("warning", "Lena Marsh warned of a long winter without a bridge.", "indirect", "a long winter without a bridge", "Lena Marsh", {'cue_class': 'warn'}),
    ("belief", "Tomas Reed thinks the bridge could last ten more years.", "indirect", "the bridge could last ten more years", "Tomas Reed", {'mode': 'belief'}),
    ("knowledge", "Tomas Reed knew that the piers were cracked.", "indirect", "that the piers were cracked", "Tomas Reed", {'cue_class': 'know', 'stance': 'endorsing'}),
    ("passive with agent", "The bridge was described by Lena Marsh as a death trap.", "indirect", "as a death trap", "Lena Marsh", {'inside': True}),
    ("impersonal passive", "It was claimed by the union that the cranes had been sold.", "indirect", "that the cranes had been sold", "union", {'stance': 'doubting'}),
    ("reportedly", "Tomas Reed has reportedly sold three cranes to a rival port.", "indirect", "sold three cranes to a rival port", None, {'cue': 'reportedly', 'inside': True}),
    ("allegedly", "The cranes were allegedly shipped abroad at night.", "indirect", "shipped abroad at night", None, {'cue': 'allegedly', 'inside': True}),
    ("accuse", "Lena Marsh accused Tomas Reed of selling the cranes.", "indirect", "of selling the cranes", "Lena Marsh", {'cue_class': 'accuse', 'inside': True}),
    ("call on", "Lena Marsh called on the owners to pay for the bridge.", "indirect", "to pay for the bridge", "Lena Marsh", {'cue_class': 'demand', 'inside': True}),
    ("parenthesis", "The cranes, Lena Marsh insisted, belong to the town.", "indirect", "belong to the town", "Lena Marsh", {'inside': True}),
    ("question", "Lena Marsh asked why the cranes had been sold.", "indirect", "why the cranes had been sold", "Lena Marsh", {'cue_class': 'ask|demand'}),
    ("admission", "Tomas Reed acknowledged selling the cranes.", "indirect", "selling the cranes", "Tomas Reed", {'cue_class': 'admit'}),
    ("pronoun", "Lena Marsh opened the bridge in May. She said it would last a century.", "indirect", "it would last a century", "Lena Marsh", {}),
    ("surname", "Lena Marsh opened the bridge in May. The piers would hold, Marsh said.", "indirect", "The piers would hold", "Lena Marsh", {}),
    ("title", "Lena Marsh, the transport minister, opened the bridge in May. “It will hold,” the minister said.", "direct", "It will hold", "Lena Marsh", {}),
    ("two leaders", "Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Monday. The two leaders said they would sign the treaty.", "indirect", "they would sign the treaty", "two leaders", {'members': 2}),
    ("same spokesman", "“The ships must turn back,” Russian Foreign Ministry spokesman Oleg Brandt said on Monday. Moscow, he said, would not wait for long.", "indirect", "would not wait for long", "Oleg Brandt", {'inside': True}),
    ("capital as government", "Beijing said it would answer the new tariffs.", "indirect", "it would answer the new tariffs", "China", {}),
    ("document", "China and Russia signed a treaty on Monday. A joint statement said the two sides would share the port.", "indirect", "the two sides would share the port", "statement", {}),
    ("unnamed official", "“The talks have failed,” said a senior U.S. official who asked not to be named.", "direct", "The talks have failed", "official", {'anonymous': True, 'country': 'USA'}),
    ("addressee", "“We are leaving,” Tomas Reed told CNN.", "direct", "We are leaving", "Tomas Reed", {'via': ('CNN',), 'addressee': 'CNN'}),
    ("addressee person", "Lena Marsh told Tomas Reed that the bridge was shut.", "indirect", "that the bridge was shut", "Lena Marsh", {'addressee': 'Tomas Reed'}),
    ("via nested", "Reuters reported that an unnamed official had told CNN that the talks were over.", "indirect", "that the talks were over", "official", {'via': ('CNN', 'Reuters'), 'anonymous': True}),
    ("via, cited", "“The talks are over,” the Times quoted an unnamed official as saying.", "direct", "The talks are over", "official", {'anonymous': True, 'viahas': 'Times'}),
    ("institution", "The White House said it was watching the talks.", "indirect", "it was watching the talks", "White House", {}),
    ("spokesman said on behalf", "A spokeswoman for the German Foreign Ministry said the talks would go on.", "indirect", "the talks would go on", "spokeswoman", {'country': 'DEU'}),
    ("citing", "The bridge is unsafe, Reuters reported, citing two engineers.", "indirect", "The bridge is unsafe", "engineers|Reuters", {}),
    ("interposed report the parser lost", "These sailors, Reed explained earlier in the hearing, were “well-paid,” making more than most.", "mixed", "were “well-paid,”", "Reed", {}),
    ("a phrase that is used", "Lena Marsh has used the phrase “floating ruin” often in her campaign.", "direct", "floating ruin", "Lena Marsh", {}),
    ("quoted as saying", "CNN quoted an engineer as saying the bridge would fall.", "indirect", "the bridge would fall", "engineer", {'via': ('CNN',)}),
    ("sent a letter saying", "The union sent a letter saying the bridge would fall.", "indirect", "the bridge would fall", "union", {}),
    ("colon in running words", "Lena Marsh is rolling out a new message: “It is our bridge.”", "direct", "It is our bridge.", "Lena Marsh", {}),
    ("for somebody to do", "Lena Marsh called for the owners to pay for the bridge.", "indirect", "the owners to pay for the bridge", "Lena Marsh", {'cue_class': 'demand'}),
    ("what somebody calls it", "Reed is selling what Marsh calls a floating ruin.", "indirect", "a floating ruin", "Marsh", {'cue_class': 'say'}),
    ("reduced passive", "The plan, described by Lena Marsh as a trap, was dropped.", "indirect", "as a trap", "Lena Marsh", {'inside': True}),
    ("headline in capitals", "Reed Vows To Mend Bridge\n\nTomas Reed, who runs the port, spoke on Monday.", "indirect", "To Mend Bridge", "Reed", {}),
]  # fmt: skip

# Name, words, and what the rule says by which the marked words quote nobody (None: there are none to decide).
NOBODY: list[tuple[str, str, str | None]] = [
    ("said to be", "Tomas Reed is said to be ill.", None),
    ("said to have", "The cranes are said to have been sold.", None),
    ("scare quotes", "The “experts” at the ministry never saw the bridge.", "few words in narration"),
    ("title of a book", "Her second novel, “The Long Bridge,” was published in May.", "title"),
    ("ship", "The tanker “Northern Star” ran aground near Brint.", "title"),
    ("nickname", "Tomas “Crane” Reed left the port.", "nickname"),
    ("motto", "The town's motto is “Always Onward.”", "title"),
    ("so-called", "The so-called “iron lane” was closed.", "so-called"),
    ("film", "Tomas Reed watched “The Last Crane” with his family.", "title"),
    ("song", "The band played “Bridges of Brint” at noon.", "title"),
    ("apostrophes", "The '60s bridge was the sailors' pride and the minister's joy.", None),
    ("inches", "The crack was 6\" wide and 4\" deep.", None),
    ("known as", "The port is known as “the Pit” among sailors.", "known"),
    ("word as word", "The word “bridge” appears twice in the law.", None),
    ("known to be", "Tomas Reed is known to be ill.", None),
]  # fmt: skip

Find = Callable[[Text], tuple[Quotation, ...]]


@pytest.fixture(scope="module")
def find() -> Find:
    config = Config()
    return quotes.make(config, Resolvers.load(config))


@pytest.fixture(scope="module")
def texts(make_article: Callable[..., Article]) -> dict[str, Text]:
    config = Config()
    words = [row[1] for row in ROWS] + [row[1] for row in NOBODY]
    stage = text.make(config, Resolvers.load(config))
    return dict(zip(words, stage([make_article(each) for each in words]), strict=True))


def _right(quotation: Quotation, content: str, speaker: str | None, more: dict[str, Any]) -> bool:
    name = quotation.speaker.name if quotation.speaker is not None else ""
    held = {
        "cue_class": str(quotation.cue_class).split("|"),
        "stance": [quotation.stance],
        "mode": [quotation.mode],
        "cue": [quotation.cue.text if quotation.cue is not None else None],
        "via": [tuple(link.name for link in quotation.via)],
        "addressee": [quotation.addressee.name if quotation.addressee is not None else None],
        "anonymous": [quotation.speaker is not None and quotation.speaker.anonymous],
        "country": [quotation.speaker.country if quotation.speaker is not None else None],
        "members": [len(quotation.speakers)],
        "viahas": [link.name.removeprefix("The ") for link in quotation.via],
    }
    if content not in quotation.content.text or (
        not more.get("inside") and content != quotation.content.text
    ):
        return False
    if speaker is None and quotation.speaker is not None:
        return False
    if speaker is not None and not any(part.lower() in name.lower() for part in speaker.split("|")):
        return False
    return all(
        set(str(value).split("|") if isinstance(value, str) else [value]) & set(held[key])
        for key, value in more.items()
        if key != "inside"
    )


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_construct_has_its_words_and_its_speaker(
    texts: dict[str, Text], find: Find, row: tuple[str, str, str, str, str | None, dict[str, Any]]
) -> None:
    _, words, kinds, content, speaker, more = row
    found = find(texts[words])
    assert any(q.kind in kinds.split("|") and _right(q, content, speaker, more) for q in found), found


@pytest.mark.parametrize("row", NOBODY, ids=[row[0] for row in NOBODY])
def test_words_that_quote_nobody_say_by_which_rule(
    texts: dict[str, Text], find: Find, lexicon: Lexicon, row: tuple[str, str, str | None]
) -> None:
    _, words, rule = row
    assert find(texts[words]) == ()
    if rule is not None:
        assert any(rule in one.rule for one in attribute(texts[words], lexicon).unsaid)
