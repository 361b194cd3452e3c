"""Checked framework -> immutable editions: their gates, files, changes and checksums. Knows nothing of the register."""
