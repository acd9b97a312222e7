"""Short accounts in a notation -> what linking makes of them: for tables of pairs and trios of invented reports.

An act stands in braces with what a coder would say of it, `{met|s:planned;d:2020-03-20}`; the speaker of a quotation
follows it in angle brackets, `“We left.”<Ana Brandt>`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.conftest import day_range

from dateline.corpus import Corpus
from dateline.links import link
from dateline.links.sentences import bounds
from dateline.records import ActorRef, Article, DateRange, Event, Mention, Place, Quotation, Removed, Span

ACTORS = {
    "Ana Brandt": ("XVE", "person", "president"),
    "Piet Oss": ("XKA", "person", "prime minister"),
    "Ruta Holm": ("XVE", "person", "foreign minister"),
    "Jon Dorn": ("XKA", "person", "foreign minister"),
    "Vellan": ("XVE", "state", None),
    "Kastria": ("XKA", "state", None),
    "Kastrian foreign ministry": ("XKA", "government_body", None),
    "Wire": (None, "media", None),
    "Herald": (None, "media", None),
    "Globe": (None, "media", None),
}
TOWNS = {
    "Lenn": Place("Lenn", "XVE", 48.0, 20.0),
    "Lenn Harbour": Place("Lenn Harbour", "XVE", 48.1, 20.1),
    "Hest": Place("Hest", "XVE", 50.0, 24.0),
    "Varr": Place("Varr", "XKA", 47.0, 27.0),
    "Vellan": Place("Vellan", "XVE"),
}
COUNTRIES = {"Vellan": "XVE", "Vellanese": "XVE", "Kastria": "XKA", "Kastrian": "XKA", "Morran": "XMO"}
_MARK = re.compile(r"\{(?P<trigger>[^|}]*)(?:\|(?P<act>[^}]*))?\}|“(?P<words>[^”]*)”<(?P<speaker>[^>]*)>")


@dataclass(frozen=True, slots=True)
class Account:
    """One article: who printed it, on which day, its words in the notation; the outlet whose text it copies; its dateline."""

    outlet: str
    day: str
    words: str
    copy_of: str | None = None
    dateline: str | None = None


def actor(name: str) -> ActorRef:
    """A known actor, or an unnamed one by its description; `media: X` is an outlet that no table knows."""
    if name.startswith("media: "):
        return ActorRef(None, name[7:], kind="media")
    if name not in ACTORS:
        named = name[:1].isupper()
        return ActorRef(None, name, kind="person" if named else "anonymous", anonymous=not named)
    country, kind, role = ACTORS[name]
    return ActorRef(f"act_{name.lower().replace(' ', '_')}", name, country, role, kind=kind)  # type: ignore[arg-type]


def linked(accounts: Sequence[Account]) -> tuple[list[Event], dict[str, Article]]:
    """The events that linking makes of the accounts, and the articles by id."""
    articles: dict[str, Article] = {}
    ids: dict[str, str] = {}
    mentions: list[Mention] = []
    quotations: list[Quotation] = []
    for number, account in enumerate(accounts):
        text, marks = _plain(account.words)
        article = Article(
            id=Article.make_id(f"{number} {text}"), source=f"{number}.txt", sha256=str(number), outlet=account.outlet, domain=None,
            title=None, byline=(), language="en", published=day_range(account.day), dateline_place=None, text=text,
        )  # fmt: skip
        if account.dateline:
            article = replace(article, removed=(Removed("dateline", account.dateline),))
        if account.copy_of:
            article = replace(article, copy_of=ids[account.copy_of], copied_share=0.8)
        ids[account.outlet] = article.id
        articles[article.id] = article
        for start, words, told in marks:
            if told.startswith("said "):
                quotations.append(_quotation(article, start, words, told[5:]))
            else:
                mentions.append(_mention(article, start, words, told))
    corpus = Corpus(
        tuple(sorted(articles.values(), key=lambda a: a.id)),
        tuple(sorted(quotations, key=lambda q: q.id)),
        tuple(sorted(mentions, key=lambda m: m.id)),
    )
    return list(link(corpus, COUNTRIES.get).events), articles


def _plain(words: str) -> tuple[str, list[tuple[int, str, str]]]:
    text, last, marks = "", 0, []
    for match in _MARK.finditer(words):
        text += words[last : match.start()]
        if match["speaker"] is not None:
            marks.append((len(text) + 1, match["words"], f"said {match['speaker']}"))
            text += f"“{match['words']}”"
        else:
            marks.append((len(text), match["trigger"], match["act"] or ""))
            text += match["trigger"]
        last = match.end()
    return text + words[last:], marks


def _mention(article: Article, start: int, trigger: str, told: str) -> Mention:
    given = dict(part.split(":", 1) for part in told.split(";") if part)
    type_ = given.get("t", "CONSULT")
    end = start + len(trigger)
    first, last = next(b for b in bounds(article.text) if b[0] <= start < b[1])
    return Mention(
        id=Mention.make_id(article.id, type_, start, end), article_id=article.id, event_id=None, type=type_, mode=given.get("m"),
        status=given.get("s", "happened"), plover_type=type_, cameo=None,  # type: ignore[arg-type]
        source=tuple(actor(n) for n in given.get("src", "Vellan").split("+") if n),
        target=tuple(actor(n) for n in given.get("tgt", "Kastria").split("+") if n),
        mutual=type_ in ("CONSULT", "AGREE"), when=_when(given.get("d", "2020-03-04"), given.get("w")),
        where=TOWNS[given["p"]] if "p" in given else None, issues=(), trigger=Span(start, end, trigger),
        evidence=Span(first, last, article.text[first:last]),
        reported_by=tuple(actor(n) for n in given.get("by", "").split("+") if n), rule="test", confidence=0.8,
    )  # fmt: skip


def _when(days: str, words: str | None) -> DateRange:
    if days.startswith(".."):
        return replace(day_range(days[2:], words), earliest=None)
    if days.endswith(".."):
        return replace(day_range(days[:-2], words), latest=None)
    return day_range(days, words)


def _quotation(article: Article, start: int, words: str, speaker: str) -> Quotation:
    who, _, via = speaker.partition(" via ")
    return Quotation(
        id=Quotation.make_id(article.id, "direct", start, start + len(words)), article_id=article.id, kind="direct",
        content=Span(start, start + len(words), words), speaker=actor(who), cue=None, addressee=None,
        via=(actor(via),) if via else (), rule="test", confidence=0.9,
    )  # fmt: skip
