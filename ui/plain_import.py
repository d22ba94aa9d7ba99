"""Gives Python its own import back. Imported before everything else of the app.

PySide6 puts an import of its own in the place of Python's, for switches (`from __feature__ import ...`) that nothing here uses.
After every module that is imported it reads that module's source to look for such a switch, and keeps the text of all of them:
25 ms of the start, a fifth of the time that the model's client takes to import, and 15 MiB.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - the first import of it makes the exchange

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
