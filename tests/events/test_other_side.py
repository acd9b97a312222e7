"""Who is acted on where the words of the act name a thing, a group nobody has named or nobody: each class with what it must not touch."""

from __future__ import annotations

from dateline.events.actors import Actors
from dateline.events.candidates import candidate
from dateline.events.casting import cast
from dateline.events.triggers import find

COULD_BE = [
    # somebody else is named, neither the doer nor who only tells it nor a place
    ("Kenya threatened to cut the budget as Senator Paula Rusk looked on.", "THREATEN", True),
    ("Kenya backed down while Senator Paula Rusk smiled.", "CONCEDE", True),
    ("Kenya threatened to cut the budget.", "THREATEN", False),
    ("Kenya threatened to cut the budget, Senator Paula Rusk said.", "THREATEN", False),
    ("Kenya threatened to cut the budget, according to Senator Paula Rusk.", "THREATEN", False),
    ("In Kampala, Uganda, Kenya backed down.", "CONCEDE", False),
    ("Senator Paula Rusk of Kenya backed down on the budget.", "CONCEDE", False),
    ("Senator Paula Rusk met Kenya.", "CONSULT", False),
]  # fmt: skip

CASES = [
    # a thing told with its bearer further off: "so far of", a clause that says who made it
    ("Kenya praised the efforts so far of Uganda.", "SUPPORT", "Uganda"),
    ("Kenya condemned the actions this week of Uganda.", "ACCUSE", "Uganda"),
    ("Governor Nora Teague supported the plan that Senator Paula Rusk announced on Monday.", "SUPPORT", "Paula Rusk"),
    ("Governor Nora Teague criticized the bill that Senator Paula Rusk wrote.", "ACCUSE", "Paula Rusk"),
    ("Governor Nora Teague denounced the order Senator Paula Rusk signed on Friday.", "ACCUSE", "Paula Rusk"),
    ("Governor Nora Teague rejected a plan that Republicans drafted last week.", "REJECT", "Republican Party"),
    ("Governor Nora Teague supported the plan that would cut taxes.", "SUPPORT", None),
    ("Governor Ellen Marsh praised the court ruling.", "SUPPORT", "court"),
    ("Governor Ellen Marsh criticized the court building.", "ACCUSE", None),
    # "her" is not he who was told of last
    ("Senator Paula Rusk voted for the law. She lost. Her friend Daniel Orr defended her record on Friday. He praised nobody.",
     "SUPPORT", "Paula Rusk"),
    # who is asked
    ("Governor Nora Teague pleaded with her followers to stay calm.", "REQUEST", "followers"),
    ("Governor Nora Teague appealed to fans to stay home.", "REQUEST", "fans"),
    ("Governor Nora Teague called on shoppers to stay home.", "REQUEST", "shoppers"),
    ("Governor Ellen Marsh directed the state's Inspector General to open an inquiry.", "REQUEST", "Inspector General"),
    ("Governor Nora Teague urged the acting Surgeon General to speak up.", "REQUEST", "Surgeon General"),
    ("Governor Nora Teague met a team of auditors in Mombasa. She asked the team to check the books.", "REQUEST", "team"),
    ("The press followed the trial. Governor Nora Teague asked the press to leave the room.", "REQUEST", "press"),
    ("Armed ranchers took the refuge. Governor Nora Teague urged the group to leave the land.", "REQUEST", "group"),
    ("Governor Nora Teague called for inspectors belonging to the ministry to examine the files.", "REQUEST", "inspectors"),
    ("Governor Nora Teague called for a special prosecutor to examine the files.", "REQUEST", None),
    ("Governor Nora Teague said she asked the question to help Kenya.", "REQUEST", None),
    # whom one does not let
    ("Republicans refused to let progressive politicians speak.", "REJECT", "progressive politicians"),
    ("Kenya refused to allow foreign reporters to enter the camp.", "REJECT", "foreign reporters"),
    # why a meeting was called off, or what an answer is to
    ("Kenya canceled the summit due to Uganda's hostility.", "CONSULT", "Uganda"),
    ("Kenya called off the summit because of Uganda's threats.", "CONSULT", "Uganda"),
    ("Kenya canceled the talks on Monday, citing Uganda's open hostility.", "CONSULT", "Uganda"),
    ("Kenya called off the summit on Monday after Uganda sharply criticized its president.", "CONSULT", "Uganda"),
    ("Kenya postponed the talks after its president fell ill.", "CONSULT", None),
    ("Kenya postponed the talks because of the storm.", "CONSULT", None),
    ("Kenya vowed to retaliate after Uganda imposed new tariffs.", "THREATEN", "Uganda"),
    ("Kenya promised to retaliate when Uganda closed the border.", "THREATEN", "Uganda"),
    ("Kenya vowed to retaliate after a bomb went off.", "THREATEN", None),
    # "it" is the thing told of before
    ("President Olga Brandt dismissed the Republican bill as a joke and vowed to veto it.", "THREATEN", "Republican Party"),
    ("President Olga Brandt mocked Senator Paula Rusk's bill and threatened to veto it.", "THREATEN", "Paula Rusk"),
    ("Senator Paula Rusk's bill may pass, and President Olga Brandt promised to veto it.", "THREATEN", "Paula Rusk"),
    ("The bill on Uganda may pass, and President Olga Brandt promised to veto it.", "THREATEN", None),
    # a deed whose doer stands in the sentence before
    ("Democrats used a loophole in March to pass the tax. Republicans blasted the move at the time.", "ACCUSE",
     "Democratic Party"),
    ("Uganda fired a rocket over the lake on Monday. Kenya condemned the launch.", "ACCUSE", "Uganda"),
    ("Uganda closed the border on Monday. Kenya criticized the decision.", "ACCUSE", "Uganda"),
    ("Lawyers argued over Governor Ellen Marsh's lockdown order. Governor Nora Teague defended the order.", "SUPPORT",
     "Ellen Marsh"),
    ("The papers printed Senator Paula Rusk's plan. Governor Nora Teague supports the plan.", "SUPPORT", "Paula Rusk"),
    ("Senator Paula Rusk said the tax would rise. Kenya criticized the decision.", "ACCUSE", None),
    ("The tax will rise in May. Kenya criticized the decision.", "ACCUSE", None),
    ("Uganda closed the border. The decision was criticized by Kenya.", "ACCUSE", None),
    ("Uganda signed the treaty but it closed the border. Kenya criticized the decision.", "ACCUSE", None),
    ("Uganda and Rwanda closed the border. Kenya criticized the decision.", "ACCUSE", None),
    ("Uganda closed the border. Rwanda opened its own. Tourists came. Kenya criticized the decision.", "ACCUSE", None),
    ("Uganda fired a rocket on Monday. Kenya condemned the trade fair.", "ACCUSE", None),
    # whose doing a clause is about
    ("Governor Nora Teague criticized how Senator Paula Rusk handled the flood.", "ACCUSE", "Paula Rusk"),
    ("Governor Nora Teague slammed the way Senator Paula Rusk handled the flood.", "ACCUSE", "Paula Rusk"),
    ("Governor Nora Teague praised the way Kenya opened its border.", "SUPPORT", "Kenya"),
    ("Governor Nora Teague condemned what Uganda did on the border.", "ACCUSE", "Uganda"),
    ("Governor Nora Teague applauded how Kenya acted.", "SUPPORT", "Kenya"),
    ("Governor Nora Teague criticized how she was treated by Kenya.", "ACCUSE", "Kenya"),
    ("Governor Nora Teague criticized how the flood was handled.", "ACCUSE", None),
    ("Governor Nora Teague criticized what Uganda calls a toll.", "ACCUSE", None),
    ("Governor Nora Teague criticized the way to the border.", "ACCUSE", None),
    # an embassy is its state's
    ("Protesters stormed the grounds of the Ugandan Embassy in Nairobi.", "PROTEST", "Uganda"),
    ("Protesters stormed the Kenyan consulate in Kampala.", "PROTEST", "Kenyan Embassy"),
    ("Protesters rallied against the tax outside the gates of the French embassy in Kampala.", "PROTEST", "France"),
    ("Protesters rallied against the tax outside the gates of the French bakery in Kampala.", "PROTEST", None),
    ("Activists protested outside the office of Senator Paula Rusk.", "PROTEST", "Paula Rusk"),
    ("Activists protested outside the office of a dentist.", "PROTEST", None),
    # what an offer was to, what one gives up, for what one would leave
    ("Senator Paula Rusk rejected an offer to join Governor Ellen Marsh's cabinet.", "REJECT", "Ellen Marsh"),
    ("Senator Paula Rusk turned down a request to meet with Governor Ellen Marsh.", "REJECT", "Ellen Marsh"),
    ("Senator Paula Rusk rejected an offer to buy Governor Ellen Marsh's farm.", "REJECT", None),
    ("Kenya rejected Uganda's call for witnesses.", "REJECT", "Uganda"),
    ("Republicans blocked a plan backed by Democrats.", "REJECT", "Democratic Party"),
    ("Kenya backed down from its threat of strikes on Uganda.", "CONCEDE", "Uganda"),
    ("Kenya backed down from its plan for a dam on the Uganda border.", "CONCEDE", None),
    ("Senator Paula Rusk threatened to resign over Governor Ellen Marsh's order.", "THREATEN", "Ellen Marsh"),
    ("Senator Paula Rusk threatened to resign after Governor Ellen Marsh closed the schools.", "THREATEN",
     "Ellen Marsh"),
    ("Senator Paula Rusk threatened to resign as she was pressed by Governor Ellen Marsh to go.", "THREATEN",
     "Ellen Marsh"),
    ("Senator Paula Rusk threatened to resign after the storm.", "THREATEN", None),
    ("Senator Paula Rusk demanded answers about the raid from Governor Ellen Marsh.", "REQUEST", "Ellen Marsh"),
    # two deeds of one passive
    ("Strikes were ordered against Uganda but were halted by Kenya.", "CONCEDE", "Uganda"),
    # a passive behind a clause of time is the subject's of the whole
    ("Paula Rusk asked for a hearing when the accusation arose and was supported by Kenya.", "SUPPORT", "Paula Rusk"),
]  # fmt: skip


def test_who_is_acted_on(read, code_all):
    wrong = []
    for (sentence, kind, expected), text in zip(CASES, read(case[0] for case in CASES), strict=True):
        found = [m for m in code_all(text) if m.type == kind][-1:]
        names = [one.name for mention in found for one in mention.target]
        if names != ([expected] if expected else []):
            wrong.append(f"{sentence!r}: {[m.type for m in code_all(text)]} {names} instead of {expected}")
    assert not wrong, "\n".join(wrong)


def test_somebody_who_could_be_the_other_side(read, book, resolvers):
    wrong = []
    for (sentence, kind, expected), text in zip(COULD_BE, read(case[0] for case in COULD_BE), strict=True):
        actors = Actors(text, book, resolvers)
        hit = next(hit for hit in find(text, book) if hit.entry.type == kind)
        if candidate(text, hit, cast(text, hit, actors)) is not expected:
            wrong.append(sentence)
    assert not wrong, "\n".join(wrong)
