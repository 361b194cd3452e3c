"""The ways in: one file a door. Each turns a file into rows of one shape, and says what it did not understand."""
