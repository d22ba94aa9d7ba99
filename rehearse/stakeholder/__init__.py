"""The other side of the table: what your turn did, what it changed, what they do next, and how they say it."""
