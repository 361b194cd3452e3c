"""What a Technical Framework is: frozen values, in IHE's own words.

Nothing here knows of files, YAML, Sphinx or SQL. An *entity* is one thing an editor writes: a
profile, a transaction, an actor, ... A :class:`~model.framework.Framework` holds them all.
"""
