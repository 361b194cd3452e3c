"""Where a comment points to: what was written, what it means in an edition, and where that is in a later one."""
