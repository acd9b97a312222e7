"""Resolver: a time expression and its anchor -> an interval of days; dates for articles that carry none."""

from dateline.when.expressions import TimeExpression
from dateline.when.resolver import Tense, When
from dateline.when.summits import Summit

__all__ = ["Summit", "Tense", "TimeExpression", "When"]
