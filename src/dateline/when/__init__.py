"""Resolver: a time expression and its anchor -> an interval of days; dates for articles that carry none."""

from dateline.when.companions import Companion, Weekdays
from dateline.when.expressions import TimeExpression
from dateline.when.resolver import Tense, When
from dateline.when.summits import Summit

__all__ = ["Companion", "Summit", "Tense", "TimeExpression", "Weekdays", "When"]
