"""Rules on numbers: unique, in order, in the right chapter, gaps explained."""
