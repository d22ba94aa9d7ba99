"""Ids that sort in the order in which they were made: `r_`, `t_`, `v_` and 26 letters."""

from __future__ import annotations

import secrets
import threading
import time

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_COUNTER_BITS = 20
_RANDOM_BITS = 60


class IdMaker:
    """Makes ids of 48 bits of milliseconds, 20 bits of counter and 60 random bits.

    Strictly increasing within one process, also when the clock is set back: time then stands still and the counter
    goes on. Ids of two processes differ by their random bits. May be used from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0
        self._counter = 0

    def next(self, milliseconds: int) -> str:
        """The next 26 letters. `milliseconds` is the clock's time since 1970."""
        with self._lock:
            if milliseconds > self._last:
                self._last, self._counter = milliseconds, 0
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._last, self._counter = self._last + 1, 0
            number = (self._last << _COUNTER_BITS | self._counter) << _RANDOM_BITS
        number |= secrets.randbits(_RANDOM_BITS)
        return "".join(_LETTERS[number >> shift & 31] for shift in range(125, -1, -5))


_maker = IdMaker()


def new_id(prefix: str) -> str:
    """A new id: `new_id("t")` gives `t_01JCZ...`. A prefix with its underscore does as well."""
    return f"{prefix.rstrip('_')}_{_maker.next(time.time_ns() // 1_000_000)}"
