"""Config -> the three resolvers (who, when, where), loaded once a process and handed to every stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.config import Config

if TYPE_CHECKING:
    from dateline.when import When
    from dateline.where import Where
    from dateline.who import Who


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Everything that turns words into actors, days and places."""

    who: Who
    when: When
    where: Where

    @classmethod
    def load(cls, config: Config) -> Resolvers:
        """Read the built-in tables with the overlay folders of `config` laid over them; raises ConfigError."""
        from dateline.when import When
        from dateline.where import Where
        from dateline.who import Who

        return cls(Who.load(config.overlay), When.load(config.overlay), Where.load(config.overlay))
