"""Labelled sentences from which the program learns to hear signals, and what learns it."""
