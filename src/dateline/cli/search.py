"""`dateline search`: full text search with snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli import options
from dateline.cli.render import console, days, emit_json

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
        hits = chronicle.search(" ".join(words), limit=limit)
    if as_json:
        emit_json(list(hits))
        return
    if not hits:
        console(stderr=True).print("Nothing found. Try fewer words, or a prefix such as sanction*")
        return
    from rich.text import Text

    out = console()
    for hit in hits:
        out.print(
            Text.assemble(
                (hit.title or "untitled", "bold"),
                f"  {hit.outlet or 'unknown outlet'}  {days(hit.published)}",
                (f"  {hit.article_id}", "dim"),
            )
        )
        out.print(Text.assemble("  ", _snippet(hit.snippet)))


def _snippet(snippet: str) -> Text:
    from rich.text import Text

    text = Text()
    for i, part in enumerate(snippet.replace("\n", " ").replace("\x02", "\x01").split("\x01")):
        text.append(part, style="bold" if i % 2 else "")
    return text
