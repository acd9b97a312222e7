#!/usr/bin/env bash
# Rewrites requirements/run.txt and requirements/test.txt from pyproject.toml (needs uv).
set -euo pipefail
cd "$(dirname "$0")/.."
lock() { uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url "$@" pyproject.toml; }
lock --output-file requirements/run.txt
lock --constraints requirements/run.txt --extra test --output-file requirements/test.txt
