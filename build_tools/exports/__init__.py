"""CheckedFramework -> files for other systems and for editors; one format per file."""
