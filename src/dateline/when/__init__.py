"""Resolver: a time expression and its anchor -> an interval of days; dates for articles that carry none."""
