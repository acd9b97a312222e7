"""RawDocument -> Article or Rejected: clean body, title, outlet, byline, language, publication date, copies."""

from __future__ import annotations

from dateline.articles.stage import make

__all__ = ["make"]
