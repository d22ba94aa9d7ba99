"""Rehearse the conversations that decide whether your ideas get funded. The core, without Qt."""

__version__ = "0.1.0"
