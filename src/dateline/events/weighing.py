"""How a mention's sides and status were found in, how much doubt that adds up to out, and the confidence that is left.

Each single way of knowing is right more often than not; two weak ones together are not. `doubts.tsv` holds the points.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dateline.errors import ConfigError
from dateline.events.casting import Roles
from dateline.events.derive import Act
from dateline.events.tense import Standing

TABLE = Path(__file__).with_name("doubts.tsv")
OF = frozenset({"source", "target", "path", "alone", "status", "outcome", "type", "grammar"})
TOO_MUCH = 1.75
"""Points from which on a mention is left out: fewer than three of four such were right."""


class Weighed(NamedTuple):
    """The points of doubt and the confidence, from 0 to 1, that goes with them."""

    points: float
    confidence: float

    @property
    def too_doubtful(self) -> bool:
        """Whether the mention is better left out."""
        return self.points >= TOO_MUCH


def weigh(act: Act, standing: Standing, roles: Roles, grammar: Iterable[str] = ()) -> Weighed:
    """The doubt about one mention; `grammar`: what makes its sentence hard to read (`distance.py`).

    Raises ConfigError when the table cannot be read.
    """
    table = load()
    source = roles.source_rule.partition(":")[2]
    if source == "head-noun" and any(one.country for one in roles.source):
        source = "head-noun of a state"
    path, _, target = roles.target_rule.partition(":")
    whose = table.get(("source", f"{source}: {act.type}"), table.get(("source", source), 0.0))
    points = table.get(("type", act.type), 0.0) + whose
    if roles.target:
        points += table.get(("target", target), 0.0) + table.get(("path", path), 0.0)
    else:
        points += table.get(("alone", act.type), 0.0)
    points += table.get(("outcome", act.status), 0.0)
    points += _status(table, standing.rule) + sum(table.get(("grammar", one), 0.0) for one in grammar)
    return Weighed(points, round(max(0.3, 0.95 - 0.18 * points), 2))


def _status(table: dict[tuple[str, str], float], rule: str) -> float:
    rule = rule.partition("+")[0]
    exact = table.get(("status", rule))
    return table.get(("status", rule.partition(":")[0]), 0.0) if exact is None else exact


@functools.lru_cache(maxsize=1)
def load(path: Path = TABLE) -> dict[tuple[str, str], float]:
    """The points by what they are of and its value. Raises ConfigError."""
    found: dict[tuple[str, str], float] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(error), where=str(path), remedy="Mend the file") from error
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for row in rows[1:]:
        if len(row) != 3 or row[0] not in OF or not row[2].replace(".", "", 1).isdigit():
            raise ConfigError(
                f"not a row of doubts: {row}", where=str(path), remedy="Write of, value and points"
            )
        found[row[0], row[1]] = float(row[2])
    return found
