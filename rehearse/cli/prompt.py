"""A line typed at a terminal, with the terminal's line editor where Python has it, and a Ctrl-C that is never overslept."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import TracebackType

_NUDGE_EVERY = 0.02  # seconds


def prepare() -> None:
    """Let the line editor in, so that arrows work and a line may be longer than the terminal's 4,095 bytes."""
    try:
        import readline  # noqa: F401 - importing it is what changes input()
    except ImportError:
        return


def ask(mark: str, bold: bool) -> str:
    """One line after a prompt on standard output. Raises EOFError at the end of input, KeyboardInterrupt on Ctrl-C."""
    if bold:
        # The editor counts columns: what takes none stands between \x01 and \x02.
        mark = f"\x01\x1b[1m\x02{mark}\x01\x1b[0m\x02" if "readline" in sys.modules else f"\x1b[1m{mark}\x1b[0m"
    with _Nudged():
        return input(mark)


class _Nudged:
    """Inside, a Ctrl-C takes effect also where it is pressed in the moment before the editor begins to wait for keys.

    Python only notes the signal then, and the editor sleeps until the next key. A thread hears of the signal and sends another
    one, which does nothing but wake the sleeper, until the interrupt has been raised.
    """

    _possible = hasattr(signal, "pthread_kill") and hasattr(signal, "SIGURG")

    def __enter__(self) -> None:
        if not self._possible or threading.current_thread() is not threading.main_thread():
            self._thread: threading.Thread | None = None
            return
        self._main = threading.get_ident()
        self._over = threading.Event()
        self._ear, self._mouth = os.pipe()
        os.set_blocking(self._mouth, False)
        self._before = signal.signal(signal.SIGURG, lambda *_: None)
        self._heard_before = signal.set_wakeup_fd(self._mouth, warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._listen, name="nudge", daemon=True)
        self._thread.start()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, where: TracebackType | None) -> None:
        if self._thread is None:
            return
        self._over.set()
        signal.set_wakeup_fd(self._heard_before)
        os.close(self._mouth)
        self._thread.join()
        os.close(self._ear)
        signal.signal(signal.SIGURG, self._before)

    def _listen(self) -> None:
        while noted := os.read(self._ear, 64):
            while signal.SIGINT in noted and not self._over.wait(_NUDGE_EVERY):
                signal.pthread_kill(self._main, signal.SIGURG)
