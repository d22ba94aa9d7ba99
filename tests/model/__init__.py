"""A small real language model behind a real server. Run with `-m model` (make test-model); skipped otherwise."""
