"""The pages: a view over dateline.chronicle."""
