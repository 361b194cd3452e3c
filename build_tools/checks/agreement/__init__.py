"""Rules on agreement: profiles, transactions, options and groupings must not contradict each other."""
