"""Quotations -> the terminal: by speaker and issue, each with its kind, cue class, chain and outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from dateline.cli.render import WIDE, console, days, names, one_line, short, told_by
from dateline.records import Article, Quotation

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dateline.chronicle import Chronicle

UNKNOWN = "(nobody named)"
DAYS_WIDTH = 15
CUE_LENGTH = 30


def print_quotations(chronicle: Chronicle, quotations: Sequence[Quotation], *, speakers: bool = True) -> None:
    """By speaker, the most quoted first, and by issue under each, in order of publication.

    A marked part is left out where the clause it stands in is listed too. speakers: whether each is headed by name.
    """
    from rich.text import Text

    listed = {quotation.id for quotation in quotations}
    whole = [quotation for quotation in quotations if quotation.part_of not in listed]
    articles = {one: chronicle.article(one) for one in sorted({q.article_id for q in whole})}
    repeats = Counter(quotation.same_as for quotation in whole if quotation.same_as)
    out = console()
    groups: dict[tuple[str, str], list[Quotation]] = defaultdict(list)
    for quotation in whole:
        who = quotation.speaker
        groups[(who.actor_id or "", who.name) if who else ("", UNKNOWN)].append(quotation)
    for (_, name), group in sorted(groups.items(), key=lambda g: (g[0][1] == UNKNOWN, -len(g[1]), g[0])):
        if speakers:
            roles = Counter(q.speaker.role for q in group if q.speaker and q.speaker.role)
            role = f"  {one_line(roles.most_common(1)[0][0])}" if roles else ""
            out.print(Text.assemble((one_line(name), "bold"), role, (f"  {len(group)}", "dim")))
        by_issue = _by_issue(group)
        for issue, said in by_issue:
            if issue or len(by_issue) > 1:
                out.print(
                    Text(f"  on {issue.replace('_', ' ') if issue else 'other things'}", style="italic")
                )
            _print(out, sorted(said, key=_order(articles)), articles, repeats)


def _by_issue(group: Sequence[Quotation]) -> list[tuple[str, list[Quotation]]]:
    """Each quotation under the one of its issues that is most spoken of here; the most spoken of first."""
    spoken = Counter(issue for quotation in group for issue in quotation.issues)
    found: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in group:
        found[min(quotation.issues, key=lambda issue: (-spoken[issue], issue), default="")].append(quotation)
    return sorted(found.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))


def _order(articles: dict[str, Article]) -> Callable[[Quotation], tuple[str, str, int]]:
    def key(quotation: Quotation) -> tuple[str, str, int]:
        published = articles[quotation.article_id].published
        day = published.earliest or published.latest
        return (str(day) if day else "9999", quotation.article_id, quotation.content.start)

    return key


def _print(
    out: Console, said: Iterable[Quotation], articles: dict[str, Article], repeats: Counter[str]
) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False, width=out.width)
    table.add_column(width=1)
    table.add_column(width=22 if out.width >= WIDE else DAYS_WIDTH)
    table.add_column(width=8, style="dim")
    table.add_column(ratio=1, overflow="fold")
    previous = ""
    for quotation in said:
        article = articles[quotation.article_id]
        date = days(article.published)
        if out.width < WIDE and len(date) > DAYS_WIDTH:
            date = date.replace("..", "..\n", 1)
        words = Text(one_line(quotation.content.text))
        words.append("\n")
        words.append_text(_circumstances(quotation, article, repeats, out.width))
        table.add_row("", date if date != previous else "", quotation.kind, words)
        previous = date
    out.print(table)


def _circumstances(quotation: Quotation, article: Article, repeats: Counter[str], width: int) -> Text:
    from rich.text import Text

    cue = quotation.cue_class or ("no cue" if quotation.cue is None else "cue")
    if quotation.cue:
        cue += f" “{one_line(quotation.cue.text, CUE_LENGTH)}”"
    parts = [cue]
    if quotation.stance and quotation.stance != "neutral":
        parts.append(quotation.stance)
    if quotation.speakers:
        parts.append(f"by {names(quotation.speakers)}")
    if quotation.via:
        parts.append("via " + " < ".join(names([actor]) for actor in quotation.via))
    if quotation.addressee:
        parts.append(f"to {names([quotation.addressee])}")
    if quotation.same_as and repeats[quotation.same_as] > 1:
        parts.append(f"same words in {repeats[quotation.same_as]} places")
    parts.append(told_by(article))
    parts.append(short(article.id, width))
    return Text(" · ".join(parts), style="dim")
