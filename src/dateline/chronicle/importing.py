"""Files from the browser, or a folder beside the project -> one build at a time; where it stands, how each one ended.

Everything lies in `PROJECT.db.imports/`: the files of an import in a folder of its own, a record of it beside that.
"""

from __future__ import annotations

import atexit
import contextlib
import dataclasses
import datetime as dt
import json
import multiprocessing
import shutil
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from dateline.chronicle.build import STOPPING, Progress
from dateline.chronicle.import_process import Ended, Message, Order, run
from dateline.chronicle.uploads import Given, Kept, beside, keep
from dateline.config import Config
from dateline.errors import NotFound, ProjectError, UsageError
from dateline.pipeline import Line

SUFFIX = ".imports"
SHOWN = 200
RUNNING = ("reading", "running", "stopping")
LOST = "the server ended before this import did"
GO_ON = "Continue it: what was finished is stored, the rest follows"


@dataclass(frozen=True, slots=True)
class Import:
    """One import. `state`: running, stopping, done, stopped, failed or unreadable. `sources`: what it reads, named from
    the project's folder. `left`: files passed over unread (hidden, or links that lead elsewhere). Counts are of what
    is new; `reasons`: code, number and first reason of inputs that gave no article. `done` of `total` in a stage."""

    id: str
    what: str = ""
    sources: tuple[str, ...] = ()
    began: str = ""
    ended: str = ""
    state: str = "running"
    files: int = 0
    left: int = 0
    stage: str = "starting"
    done: int = 0
    total: int | None = None
    seconds: float = 0.0
    articles: int = 0
    skipped: int = 0
    rejected: int = 0
    still_rejected: int = 0
    quotations: int = 0
    mentions: int = 0
    events: int = 0
    stories: int = 0
    reasons: tuple[tuple[str, int, str], ...] = field(default=())
    error: str = ""
    remedy: str = ""

    @property
    def running(self) -> bool:
        """Whether it still works."""
        return self.state in RUNNING

    @property
    def under(self) -> str:
        """What the names of its inputs begin with, where they lie in one folder."""
        return f"{self.sources[0]}/" if len(self.sources) == 1 and self.sources[0].count(SUFFIX) else ""


class Importer:
    """The imports of one project; safe to be asked from several threads."""

    def __init__(self, project: Path, config: Config, line: Line) -> None:
        self.project, self.config, self._line = project, config, line
        self.folders_open = False
        """Whether folders of this machine may be named: only where nobody else can ask."""
        self._lock = threading.Lock()
        self._now: Import | None = None
        self._ask: Connection | None = None

    @property
    def folder(self) -> Path:
        """Where the project lies; inputs are named from here."""
        return self.project.absolute().parent

    @property
    def room(self) -> Path:
        """Where imports are kept."""
        return self.folder / f"{self.project.name}{SUFFIX}"

    @property
    def now(self) -> Import | None:
        """The import that runs, or the last that ran since the server began."""
        with self._lock:
            return self._now

    def past(self) -> list[Import]:
        """Every import on record, the newest first, at most `SHOWN`."""
        names = (
            sorted((path.name for path in self.room.glob("*.json")), reverse=True)
            if self.room.is_dir()
            else []
        )
        now = self.now
        found = [self._read(name.removesuffix(".json")) for name in names[:SHOWN]]
        return [
            now if now and now.id == one.id else replace(one, state="stopped", error=LOST, remedy=GO_ON) if one.running else one
            for one in found
        ]  # fmt: skip

    def upload(self, given: Iterable[Given]) -> Import:
        """Keep the files in a folder of their own and build them in. Raises UsageError, ProjectError."""
        with self._reserved() as id_:
            kept = keep(given, self.room / id_)
            return self._start(
                Import(id_, kept.what, (f"{self.room.name}/{id_}",), files=kept.files, left=kept.left)
            )

    def folder_in(self, name: str, *, retry: bool = False) -> Import:
        """Build in a file or folder that lies beside the project. Raises UsageError where it does not, and where
        folders are not open to whoever asks."""
        if not self.folders_open:
            raise UsageError(
                "folders of the server's machine are not open here", remedy="Send the files instead, or use: dateline build"
            )  # fmt: skip
        kept: Kept = beside(self.folder, name, self.project.name, SUFFIX)
        with self._reserved() as id_:
            return self._start(
                Import(id_, kept.what, kept.sources, files=kept.files, left=kept.left), retry=retry
            )

    def go_on(self, id_: str) -> Import:
        """Build the same again: what is known is skipped. Raises NotFound, UsageError."""
        known = next((one for one in self.past() if one.id == id_ and one.sources), None)
        if known is None:
            raise NotFound("there is no such import", remedy="They are listed at /import")
        with self._lock:
            self._refuse()
            return self._start(
                Import(known.id, known.what, known.sources, files=known.files, left=known.left), locked=True
            )

    def stop(self) -> None:
        """Ask the running import to stop once the articles in hand are stored."""
        with self._lock:
            if self._now is not None and self._now.running and self._ask is not None:
                with contextlib.suppress(BrokenPipeError):
                    self._ask.send(STOPPING)
                self._now = replace(self._now, state="stopping")

    # ---------------------------------------------------------------- one at a time

    def _refuse(self) -> None:
        if self._now is not None and self._now.running:
            raise UsageError(
                "another import is still running", remedy="Wait until it has ended, or stop it, at /import"
            )

    @contextlib.contextmanager
    def _reserved(self) -> Any:
        """A new id: a day and a number, kept by making its record."""
        with self._lock:
            self._refuse()
        try:
            if self.room.is_symlink():
                raise ProjectError(
                    "the folder of imports is a link", where=self.room.name, remedy="Move it away"
                )
            self.room.mkdir(mode=0o700, exist_ok=True)
            id_ = self._new()
        except OSError as error:
            raise _full(error, self.room) from error
        try:
            yield id_
        except BaseException:
            shutil.rmtree(self.room / id_, ignore_errors=True)
            self._record(id_).unlink(missing_ok=True)
            raise

    def _new(self) -> str:
        day = dt.datetime.now(dt.UTC).date().isoformat()
        for number in range(1, 10_000):
            with contextlib.suppress(FileExistsError), self._record(f"{day}-{number:03}").open("x"):
                return f"{day}-{number:03}"
        raise UsageError("too many imports for one day", remedy="Use: dateline build")

    def _start(self, wanted: Import, *, retry: bool = False, locked: bool = False) -> Import:
        with contextlib.nullcontext() if locked else self._lock:
            self._refuse()
            overlay = tuple(path.absolute() for path in self.config.overlay)
            order = Order(
                self.project.absolute(), self.folder, wanted.sources, replace(self.config, overlay=overlay), self._line, retry
            )  # fmt: skip
            context = multiprocessing.get_context("spawn")
            told, tells = context.Pipe(duplex=False)
            asked, self._ask = context.Pipe(duplex=False)
            process = context.Process(target=run, args=(order, tells, asked))
            process.start()
            tells.close()
            asked.close()
            atexit.unregister(self.stop)
            atexit.register(self.stop)
            self._now = replace(wanted, began=_time(), state="running")
            self._write(self._now)
            threading.Thread(target=self._follow, args=(process, told), daemon=True).start()
            return self._now

    def _follow(self, process: Any, told: Connection) -> None:
        ended = None
        with contextlib.suppress(EOFError), contextlib.closing(told):
            while not isinstance(message := told.recv(), Ended):
                self._hear(message)
            ended = message
        process.join()
        with self._lock:
            assert self._now is not None
            self._now = _closed(self._now, ended)
            self._write(self._now)

    def _hear(self, message: Message) -> None:
        with self._lock:
            if isinstance(message, Progress) and self._now is not None:
                stage = self._now.stage if message.stage == STOPPING else message.stage
                self._now = replace(
                    self._now, stage=stage, done=message.done, total=message.total, seconds=message.seconds,
                    articles=message.articles, skipped=message.skipped, rejected=message.rejected,
                    quotations=message.quotations, mentions=message.mentions,
                )  # fmt: skip

    # ---------------------------------------------------------------- records

    def _record(self, id_: str) -> Path:
        return self.room / f"{id_}.json"

    def _write(self, one: Import) -> None:
        """Whole or not at all; a disk that is full takes nothing from the import itself."""
        fresh = self._record(one.id).with_suffix(".new")
        with contextlib.suppress(OSError):
            fresh.write_text(json.dumps(dataclasses.asdict(one), ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._record(one.id))

    def _read(self, id_: str) -> Import:
        try:
            data = json.loads(self._record(id_).read_text(encoding="utf-8"))
            data["sources"] = tuple(data["sources"])
            data["reasons"] = tuple((code, count, why) for code, count, why in data["reasons"])
            return Import(**data)
        except (OSError, ValueError, TypeError, KeyError):
            return Import(id_, state="unreadable", error="its record cannot be read")


def formats() -> tuple[str, ...]:
    """Endings of the names of files that can be read, from the registry of readers."""
    from dateline.sources import READERS

    return tuple(READERS)


def _closed(one: Import, ended: Ended | None) -> Import:
    one = replace(one, ended=_time(), stage="")
    if ended is None:
        return replace(
            one, state="failed", error="the build ended before it could say why",
            remedy="The terminal in which the server runs says more; continue it: what was finished is stored",
        )  # fmt: skip
    if ended.error:
        return replace(one, state="failed", error=ended.error, remedy=ended.remedy)
    one = replace(one, state="done" if ended.whole else "stopped")
    summary = ended.summary
    if summary is None:
        return one
    first = {example.code: example.detail for example in summary.examples}
    return replace(
        one, articles=summary.articles, skipped=summary.skipped, rejected=sum(summary.rejected.values()),
        still_rejected=summary.still_rejected, quotations=summary.quotations, mentions=summary.mentions,
        events=summary.events, stories=summary.stories, seconds=summary.seconds,
        reasons=tuple((code, count, first.get(code, "")) for code, count in summary.rejected.items()),
    )  # fmt: skip


def _full(error: OSError, where: Path) -> ProjectError:
    return ProjectError(
        f"the files cannot be kept ({error.strerror or error})", where=where.name,
        remedy="Make room on the disk, or serve the project from a folder that may be written",
    )  # fmt: skip


def _time() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
