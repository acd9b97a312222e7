"""Who: names and words as written, and a day -> the actors they mean, with offices as of that day."""

from __future__ import annotations

from dateline.who.resolver import Who
from dateline.who.terms import Term
from dateline.who.titles import Titled

__all__ = ["Term", "Titled", "Who"]
