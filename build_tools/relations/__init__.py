"""Who depends on whom: references between entities, and the graph they make."""

from build_tools.relations.references import Reference, References

__all__ = ["Reference", "References"]
