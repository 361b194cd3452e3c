"""Rules on completeness: what a reader would miss."""
