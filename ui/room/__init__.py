"""The rehearsal room: a screen for one meeting."""
