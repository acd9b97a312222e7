"""Dateline: from a pile of news articles to a sourced chronicle of political events."""

from __future__ import annotations

__version__ = "0.1.0"
