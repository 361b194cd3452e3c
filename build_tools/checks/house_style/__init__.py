"""Rules on house style, after IHE's own copy-editing lists."""
