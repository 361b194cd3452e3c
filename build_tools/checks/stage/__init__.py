"""Rules on the life cycle."""
