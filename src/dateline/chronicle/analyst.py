"""The part of a Chronicle that is about the analyst's word: judge, undo, list, carry from project to project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.chronicle.judging import Judging
from dateline.chronicle.listing import Listing
from dateline.errors import UsageError
from dateline.judgements import Judgement, Standing, annotation, judgements, make
from dateline.records import Event, Mention, Quotation

STATES = ("in force", "undone", "orphaned")
REJECTABLE: dict[str, type] = {"mention": Mention, "quotation": Quotation, "event": Event}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: judgements that were new here, known already, and that find no words here (of the new ones)."""

    new: int
    known: int
    orphaned: int


class Analyst:
    """One project's judgements, as a Chronicle offers them."""

    _judging: Judging

    def judge(
        self,
        kind: str,
        id: str,
        *others: str,
        fields: Mapping[str, Any] | None = None,
        name: str | None = None,
        why: str | None = None,
        by: str | None = None,
    ) -> Standing:
        """Keep a judgement for good and lay it on the records at once; it outranks the machine, in every later build too.

        kind: `confirm`, `reject`, `correct`, `merge`, `split` or `rename`. id: a mention, quotation, event, article,
        actor or story. others: what an event or actor is merged with; mentions (of an actor, quotations too) that go
        out when it is split. fields: for `correct`, any of type, mode, status, source, target, when, where (mentions,
        events), speaker, kind (quotations), published, outlet, title (articles); values as words, dates or records,
        several actors as a list, None for "not known". name: the new name. by: who judges, else the setting `analyst`,
        else the account. Raises NotFound and UsageError.
        """
        return self._judging.judge(kind, id, others, fields or {}, name, why=why, by=by)

    def undo(self, id: str | None = None, *, why: str | None = None, by: str | None = None) -> Standing:
        """Take back a judgement, by default the last that holds; that too is kept, and can itself be taken back.

        Gives the judgement that was taken back. Raises NotFound and UsageError.
        """
        return self._judging.undo(id, why=why, by=by)

    def judgements(self, *, about: str | None = None, state: str | None = None) -> Listing[Standing]:
        """Judgements by time, each with its state: `in force`, `undone`, or `orphaned` when its words are nowhere to be
        found. about: the id, or a beginning of it, of a record that it is about now."""
        if state is not None and state not in STATES:
            raise UsageError(f"no state is called '{state}'", remedy=f"Known: {', '.join(STATES)}")
        found = (
            one
            for one in self._judging.listed()
            if state in (None, one.state) and (about is None or any(t.startswith(about) for t in one.targets))
        )
        return Listing(Standing, found)

    def withdrawn(self, kind: str = "event") -> Listing[Any]:
        """What an analyst rejected: kind is `mention`, `quotation` or `event`; no other listing or export has them."""
        if kind not in REJECTABLE:
            raise UsageError(f"no {kind} can be rejected", remedy=f"Known: {', '.join(REJECTABLE)}")
        return Listing(REJECTABLE[kind], self._judging.withdrawn(kind))

    def annotations(self) -> Iterator[dict[str, Any]]:
        """Every judgement, undone ones and undos too, as a W3C Web Annotation, by time."""
        return (annotation(standing.judgement) for standing in self._judging.listed())

    def export_judgements(self, path: str | Path) -> int:
        """Write every judgement as one W3C Web Annotation a line; how many. Raises UsageError when it cannot be written."""
        import json

        lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in self.annotations()]
        try:
            Path(path).write_text("".join(lines), encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(
                f"the judgements cannot be written ({error.strerror or error})", where=str(path),
                remedy="Name a file in a folder that takes one",
            ) from error  # fmt: skip
        return len(lines)

    def import_judgements(self, path: str | Path) -> Imported:
        """Take over judgements that `export_judgements` wrote, of this or another project; those known already are passed
        over, so that the order and number of imports do not matter.

        Raises UsageError with file, line and reason; then nothing was imported.
        """
        try:
            text = Path(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"the file cannot be read ({error})", where=str(path), remedy="Name another"
            ) from error
        given = [self._read(one, f"{path}") for one in judgements(text.split("\n"), str(path))]
        unique = {one.id: one for one in given}
        new = self._judging.add(unique.values())
        orphans = {one.judgement.id for one in self._judging.listed() if one.state == "orphaned"}
        return Imported(new, len(unique) - new, len(orphans & unique.keys()))

    def _read(self, one: Judgement, where: str) -> Judgement:
        """The judgement with its values as the project writes them: an imported line may name actors and days in words."""
        if one.kind != "correct":
            return one
        try:
            fields = self._judging.values.read(one.targets[0].about, one.values)
        except UsageError as error:
            raise UsageError(
                error.what, where=f"{where}, judgement of {one.at}", remedy=error.remedy
            ) from None
        if fields == one.values:
            return one
        return replace(make(one.kind, one.targets, fields, by=one.by, at=one.at, why=one.why))
