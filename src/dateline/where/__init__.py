"""Resolver: the name of a place -> the place."""
