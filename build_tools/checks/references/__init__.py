"""Rules on references: what is named must exist and be spelled so."""
