"""Changes to what editors wrote: renaming, layout, new entities. Everything else in a file stays byte for byte."""

from build_tools.editing.edits import Edit, apply_edits, unified_diff

__all__ = ["Edit", "apply_edits", "unified_diff"]
