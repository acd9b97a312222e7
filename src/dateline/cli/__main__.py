"""`python -m dateline.cli`: the command line without its script."""

from dateline.cli import main

main()
