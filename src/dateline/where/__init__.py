"""Where: a name as written -> the place it means, its country and its position."""

from __future__ import annotations

from dateline.where.resolver import Where

__all__ = ["Where"]
