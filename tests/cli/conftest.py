"""The fake stages, importable by name here and in spawned workers (which inherit the search path)."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = str(Path(__file__).resolve().parent.parent / "pipeline")
if FOLDER not in sys.path:
    sys.path.insert(0, FOLDER)
