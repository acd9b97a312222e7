"""Quotations -> the terminal: each group of the same words once, with who gives them and how their wordings differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cli.render import console, count, days, one_line, told_by
from dateline.records import Quotation

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle


def print_same(chronicle: Chronicle, quotations: Sequence[Quotation]) -> None:
    """The fullest wording first; every other with what it leaves out {-so-}, adds {+so+} or moves {~so~}.

    Groups in order of how many articles give them; quotations that nobody else has are left out.
    """
    from rich.padding import Padding
    from rich.text import Text

    from dateline.variants import marked, variants

    groups: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        if quotation.same_as:
            groups[quotation.same_as].append(quotation)
    out = console()
    for _, group in sorted(groups.items(), key=lambda one: (-len({q.article_id for q in one[1]}), one[0])):
        tellers: dict[str, list[str]] = defaultdict(list)
        for quotation in sorted(group, key=lambda q: (q.article_id, q.content.start)):
            article = chronicle.article(quotation.article_id)
            who = quotation.speaker.name if quotation.speaker else "nobody named"
            tellers[quotation.content.text].append(f"{told_by(article)} {days(article.published)}, {who}")
        for words, steps in variants(list(tellers)):
            line = f"“{one_line(marked(steps) if steps else words)}”"
            out.print(Text(line, style="dim" if steps else "bold"))
            for teller in dict.fromkeys(tellers[words]):
                out.print(Padding(Text(one_line(teller), style="dim"), (0, 0, 0, 4)))
        out.print()
    out.print(f"{count(len(groups), 'group')} of the same words")
