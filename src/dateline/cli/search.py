"""`dateline search`: full text search with snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.empty import nothing
from dateline.cli.render import console, days, emit_json, one_line, safe

if TYPE_CHECKING:
    from rich.text import Text


@click.command()
@options.project
@click.argument("words", nargs=-1, required=True)
@options.limit
@options.as_json
def search(project: str, words: tuple[str, ...], limit: int | None, as_json: bool) -> None:
    """Full text search: words, "a phrase", A OR B, prefix*."""
    import dateline

    with dateline.open(project, create=False) as chronicle:
        hits = chronicle.search(query(words), limit=limit)
        if as_json:
            emit_json(list(hits))
            return
        if not hits:
            nothing(chronicle, "Nothing found. Try fewer words, or a prefix such as sanction*")
            return
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for hit in hits:
        out.print(Text(one_line(hit.title) if hit.title else "(no title)", style="bold"))
        told = f"{one_line(hit.outlet) if hit.outlet else 'unknown outlet'}  {days(hit.published)}"
        out.print(Padding(Text.assemble(told, (f"  {hit.article_id}", "dim")), (0, 0, 0, 2)))
        out.print(Padding(_snippet(hit.snippet), (0, 0, 0, 2)))


def query(words: tuple[str, ...]) -> str:
    """The words as one query. Among several, one with a space in it was quoted for the shell and is a phrase."""
    if len(words) == 1:
        return words[0]
    return " ".join(
        f'"{word}"' if " " in word.strip() and not set('"()') & set(word) else word for word in words
    )


def _snippet(snippet: str) -> Text:
    from rich.text import Text

    text = Text()
    for i, part in enumerate(" ".join(snippet.split()).replace("\x02", "\x01").split("\x01")):
        text.append(safe(part), style="bold" if i % 2 else "")
    return text
