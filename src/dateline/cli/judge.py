"""`dateline judge`: an analyst's word on a record, kept for good; undo, list, export and import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.render import console, emit_json, one_line

if TYPE_CHECKING:
    from dateline.chronicle import Chronicle, Standing

KINDS = ("confirm", "reject", "correct", "merge", "split", "rename")
FIELDS = (
    "type", "mode", "status", "source", "target", "when", "where", "speaker", "kind", "published", "outlet", "title",
)  # fmt: skip
SEVERAL = ("source", "target")
LAST = "last"


@click.command()
@click.argument("words", nargs=-1, metavar="[PROJECT.db] [KIND ID [ID...]]")
@click.option("--type", "type_", help="Corrected PLOVER type, e.g. CONSULT.")
@click.option("--mode", help="Corrected PLOVER mode, or none.")
@click.option("--status", help="Corrected status, e.g. cancelled.")
@click.option(
    "--source", multiple=True, help="Who acts: a name or id, again for each; none for nobody known."
)
@click.option("--target", multiple=True, help="Who is acted on, in the same way.")
@click.option("--when", help="Days: 2016-09-05, 2016-09-04..2016-09-06, 2016-09, unknown.")
@click.option("--where", help="Place by name, or none.")
@click.option("--speaker", help="Who said it: a name or id, or none.")
@click.option("--kind", help="Kind of a quotation: direct, mixed, indirect.")
@click.option("--published", help="Day an article was published.")
@click.option("--outlet", help="Who published an article.")
@click.option("--title", help="Headline of an article.")
@click.option("--name", help="Name of the actor that is split off.")
@click.option("--why", help="The reason, in words; kept and shown.")
@click.option("--by", help="Who judges; DATELINE_ANALYST, else the name of the account.")
@click.option(
    "--undo",
    is_flag=False,
    flag_value=LAST,
    metavar="[ID]",
    help="Take back a judgement, by default the last.",
)
@click.option("--list", "list_", is_flag=True, help="List judgements with their state.")
@click.option("--all", "all_", is_flag=True, help="With --list: undone ones and undos too.")
@click.option(
    "--export", "export_", type=click.Path(dir_okay=False), help="Write all as W3C annotations, one a line."
)
@click.option("--import", "import_", type=click.Path(dir_okay=False), help="Take over what --export wrote.")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
def judge(
    words: tuple[str, ...],
    type_: str | None,
    name: str | None,
    why: str | None,
    by: str | None,
    undo: str | None,
    list_: bool,
    all_: bool,
    export_: str | None,
    import_: str | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Confirm, reject, correct, merge, split or rename a record; your word outranks the machine's from then on.

    \b
    dateline judge PROJECT.db confirm ev_1234 --why "seen on video"
    dateline judge PROJECT.db reject ID
    dateline judge PROJECT.db correct ID --type CONSULT --status cancelled --when 2016-09-05
    dateline judge PROJECT.db merge ID ID...          two events or actors are one
    dateline judge PROJECT.db split EVENT MENTION...  these reports are another event
    dateline judge PROJECT.db rename ID "New name"
    dateline judge PROJECT.db --undo | --list | --export FILE | --import FILE

    An id may be any beginning that is unique. The .db file of this folder is meant where none is named.
    """
    import dateline
    from dateline.cli.project import only_project

    project, undo, words = _project(words, undo)
    fields = {key: value for key, value in {"type": type_, **given}.items() if value not in (None, ())}
    if sum((bool(words), undo is not None, list_, bool(export_), bool(import_))) != 1:
        raise click.UsageError("name one thing to do: a judgement, --undo, --list, --export or --import")
    if (fields or name) and not words:
        raise click.UsageError("corrected values go with: correct ID")
    with dateline.open(project or only_project(), create=False) as chronicle:
        if export_:
            say(f"{chronicle.export_judgements(export_)} judgements written to {export_}")
        elif import_:
            _import(chronicle, import_, as_json)
        elif list_:
            _list(chronicle, all_, as_json)
        elif undo is not None:
            _done(chronicle.undo(None if undo == LAST else undo, why=why, by=by), as_json, "undone")
        else:
            _done(_judge(chronicle, words, fields, name, why, by), as_json, "")


def _project(words: tuple[str, ...], undo: str | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The project file is the first word that is no kind; `--undo FILE.db` means the last judgement of that file."""
    if words and words[0] not in KINDS:
        return words[0], undo, words[1:]
    if undo and undo.endswith(".db") and Path(undo).exists():
        return undo, LAST, words
    return None, undo, words


def _judge(
    chronicle: Chronicle,
    words: Sequence[str],
    fields: dict[str, Any],
    name: str | None,
    why: str | None,
    by: str | None,
) -> Standing:
    from dateline import UsageError

    kind, *ids = words
    if kind not in KINDS:
        import difflib

        near = difflib.get_close_matches(kind, KINDS, n=1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        raise UsageError(f"nothing is judged by '{kind}'", remedy=f"{hint}Known: {', '.join(KINDS)}")
    if not ids:
        raise UsageError("an id is missing", remedy=f"Write: dateline judge PROJECT.db {kind} ID")
    if kind == "rename" and name is None:
        name = " ".join(ids[1:])
        ids = ids[:1]
    several = {key: list(value) if key in SEVERAL else value for key, value in fields.items()}
    return chronicle.judge(kind, ids[0], *ids[1:], fields=several, name=name, why=why, by=by)


def _done(one: Standing, as_json: bool, state: str) -> None:
    if as_json:
        emit_json(one)
        return
    out = console()
    for line in _lines(one):
        out.print(line)
    if state or one.note:
        say(one.note or "That is undone. Undo the undo to bring it back; see: --list --all")


def _import(chronicle: Chronicle, path: str, as_json: bool) -> None:
    found = chronicle.import_judgements(path)
    if as_json:
        emit_json(found)
        return
    say(f"{found.new} new, {found.known} known already")
    if found.orphaned:
        say(f"{found.orphaned} find no words here to hold on to; see: --list")


def _list(chronicle: Chronicle, every: bool, as_json: bool) -> None:
    found = [
        one
        for one in chronicle.judgements()
        if every or (one.state != "undone" and one.judgement.kind != "undo")
    ]
    if as_json:
        emit_json(found)
        return
    if not found:
        say("Nothing is judged here yet. Begin with: dateline judge PROJECT.db confirm ID")
    out = console()
    for one in found:
        for line in _lines(one):
            out.print(line)


def _lines(one: Standing) -> list[Any]:
    from rich.padding import Padding
    from rich.text import Text

    judged = one.judgement
    target = judged.targets[0] if judged.targets else None
    style = {"orphaned": "red", "undone": "dim"}.get(one.state, "green")
    head = Text.assemble((judged.id, "bold"), f"  {judged.kind}  ", (one.state, style), f"  {judged.by}, {judged.at[:16].replace('T', ' ')} UTC")  # fmt: skip
    rows = []
    if judged.undoes:
        rows.append(f"takes back {judged.undoes}")
    if target is not None:
        rows.append(f"{target.about} {', '.join(one.targets) or target.id}: {one_line(target.name)}")
        if target.passages:
            anchor = target.passages[0]
            rows.append(f"“{one_line(anchor.exact, 60)}” in {one_line(anchor.title or anchor.source, 60)}")
    rows.extend(f"{name}: {one_line(_value(value))}" for name, value in judged.values.items())
    if judged.why:
        rows.append(f"why: {one_line(judged.why)}")
    if one.note:
        rows.append(one.note)
    return [head, *(Padding(Text(row), (0, 0, 0, 2)) for row in rows)]


def _value(value: Any) -> str:
    if value is None:
        return "not known"
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value) or "nobody"
    if isinstance(value, dict):
        if "earliest" in value:
            first, last = value["earliest"] or "", value["latest"] or ""
            return (first if first == last else f"{first}..{last}") or "not known"
        return str(value.get("name"))
    return str(value)


def told(chronicle: Chronicle, ids: Sequence[str]) -> list[str]:
    """One line for each judgement in force about these records: what, who, when and why."""
    found = []
    for one in chronicle.judgements(state="in force"):
        if set(one.targets) & set(ids):
            values = "; ".join(
                f"{name} {one_line(_value(value))}" for name, value in one.judgement.values.items()
            )
            words = f"{one.judgement.kind} by {one_line(one.judgement.by)}, {one.judgement.at[:10]}"
            words += f": {values}" if values else ""
            found.append(words + (f" ({one_line(one.judgement.why)})" if one.judgement.why else ""))
    return found


def say(words: str) -> None:
    """One line on stderr."""
    console(stderr=True).print(words)
