"""Resolver: a name, title or demonym -> the actor it stands for, as of a day."""
