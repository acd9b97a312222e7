"""What a project holds and what it was made with, quickly enough for a page; the slow look at the file apart from it."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass

from dateline.chronicle.inventory import (
    data_fingerprint,
    installed,
    model_version,
    overlay_files,
    program_version,
)
from dateline.chronicle.looking import Look
from dateline.chronicle.pages import Pages


@dataclass(frozen=True, slots=True)
class Condition:
    """`parts`: headings, each with names and values. `problems`: what is wrong and how to mend it. `look`: at the whole
    file, where one was asked for."""

    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    problems: tuple[str, ...]
    look: Look | None = None


def condition(pages: Pages, *, look: bool = False, again: bool = False) -> Condition:
    """The same as `dateline doctor` says; `look`: check every page of the file too, meanwhile in a large one."""
    base = installed(pages.config)
    counts = _counts(pages)
    linked = pages.store.linked()
    problems = list(base.problems)
    if not linked:
        problems.append(
            "events and stories do not cover every article; import something, or run the last build again"
        )
    judged = Counter(one.state for one in pages.chronicle.judgements())
    if judged["orphaned"]:
        problems.append(f"judgements that no longer find the words they are about: {judged['orphaned']:,}")
    looked = pages.looking.ask(pages.store.told_mark(), again=again) if look else None
    if looked:
        problems += looked.problems
    held = [(name, f"{number:,}") for name, number in counts]
    held.append(("events and stories", "cover every article" if linked else "do not cover every article"))
    parts = (
        ("Held", tuple(held)),
        ("Made with", _made(pages)),
        ("Judgements", tuple((state, f"{judged[state]:,}") for state in ("in force", "undone", "orphaned"))),
        ("On the disk", (*_disk(pages), *_looked(looked))),
        ("Installed here", base.rows),
    )
    return Condition(parts, tuple(problems), looked)


def _looked(look: Look | None) -> list[tuple[str, str]]:
    if look is None:
        return []
    if look.running:
        return [("the whole file", f"is being checked, {look.seconds:.0f} s so far")]
    return [("the whole file", f"was checked at {look.ended} UTC in {look.seconds:.1f} s")]


def _counts(pages: Pages) -> tuple[tuple[str, int], ...]:
    """Rows by table; rejections are counted anew, as they change nothing that the others are held by."""
    found: tuple[tuple[str, int], ...] = pages.kept("counts", pages.store.counts)
    rejected = sum(number for _, _, number in pages.store.rejection_counts())
    return tuple((name, rejected if name == "rejected" else number) for name, number in found)


def _made(pages: Pages) -> tuple[tuple[str, str], ...]:
    """Which program, model and tables the articles were made with."""
    stamps: tuple[tuple[str, str, str, int], ...] = pages.kept("stamps", pages.store.stamps)
    return tuple(
        (f"{number:,} article{'' if number == 1 else 's'}", f"{program}, {model}, tables {data}") for program, model, data, number in stamps
    )  # fmt: skip


def _disk(pages: Pages) -> tuple[tuple[str, str], ...]:
    beside = [pages.path.with_name(f"{pages.path.name}{end}") for end in ("", "-wal", "-shm")]
    rows = [
        ("project file", _size(sum(path.stat().st_size for path in beside if path.is_file()))),
        ("free", _size(shutil.disk_usage(pages.path.absolute().parent).free)),
    ]
    room = pages.imports.room
    if room.is_dir():
        rows.append(
            ("imported files", _size(sum(path.stat().st_size for path in room.rglob("*") if path.is_file())))
        )
    names = [path.name for path in overlay_files(pages.config)]
    rows.append(("tables laid over", ", ".join(names) or "none"))
    return tuple(rows)


def _size(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.1f} MB"


def made_otherwise(pages: Pages) -> str:
    """What the last articles were made with where it is not what an import would use now; else empty."""
    stamps: tuple[tuple[str, str, str, int], ...] = pages.kept("stamps", pages.store.stamps)
    if not stamps:
        return ""
    program, model, data, _ = stamps[-1]
    here = (program_version(), model_version(pages.config.model), data_fingerprint(pages.config))
    told = (("program", program), ("model", model), ("tables", data))
    other = [(name, value) for (name, value), now in zip(told, here, strict=True) if value != now]
    return ", ".join(value if name != "tables" else "other tables" for name, value in other)
