"""The command line: a view over dateline.chronicle."""
