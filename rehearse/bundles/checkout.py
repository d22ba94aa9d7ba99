"""A team folder that is a git checkout: what is new here is committed, what is new there is merged, what waits is pushed.

Git is asked as a program, with nobody at the keyboard. Nothing is ever rewritten or forced: files of this layout are only added,
under names that no two people share, so merging cannot conflict; where somebody's own changes to other files do, the merge is
taken back and told. Offline, commits wait here and go with the next try.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rehearse.bundles.folder import PLACES
from rehearse.bundles.records import SUFFIX
from rehearse.errors import InputProblem

TRIES = 10  # pushes, where others push at the same moment
SECONDS = 120.0  # the longest that one call of git may take
_WORDS = {"assignments": "assignment", "submissions": "submission", "feedback": "feedback", "sealed": "sealed file"}
_AWAY = (
    "could not resolve", "could not read from remote", "unable to access", "does not appear to be a git repository",
    "connection", "timed out", "network is unreachable", "no such file or directory", "unable to connect", "early eof",
)  # fmt: skip
_REFUSED = (
    "authentication failed", "permission denied", "could not read username", "could not read password", "403", "401",
    "host key verification failed", "remote: not found", "repository not found",
)  # fmt: skip
_BUSY = ("index.lock", "another git process")
_MISTRUSTED = ("dubious ownership", "safe.directory")
KEPT = "What you sent waits here and goes with the next try."
NO_GIT = "Git is not installed here, or the team folder is not there."


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of it. `waiting` commits are here and not there yet, and `files` bundles are in them or are no commit yet;
    `problem` is a sentence, empty where all went well."""

    added: int = 0
    waiting: int = 0
    offline: bool = False
    problem: str = ""
    files: int = 0


@dataclass(frozen=True, slots=True)
class _Ran:
    code: int
    out: str
    err: str

    @property
    def ok(self) -> bool:
        return self.code == 0


class Checkout:
    """The checkout that a team folder is, or lies in. Every method blocks: call it in a thread."""

    def __init__(self, folder: Path, git: str = "git") -> None:
        self.folder = folder
        self._git_program = git
        self._name = ""
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @classmethod
    def at(cls, folder: Path) -> Checkout | None:
        """The checkout at this folder; None where it is a plain folder, or git is not installed."""
        made = cls(folder)
        return None if made.trouble() else made

    def trouble(self) -> str:
        """Why git is of no use here, as a sentence; empty where it is."""
        try:
            ran = self._git("rev-parse", "--is-inside-work-tree")
        except InputProblem as problem:
            return str(problem)
        if ran.ok and ran.out.strip() == "true":
            return ""
        if any(sign in ran.err.lower() for sign in _MISTRUSTED):
            return "Git does not trust the team folder, as it belongs to somebody else on this computer. `git status` in it says what to do."
        return "The team folder is no checkout that git knows."

    def stop(self) -> None:
        """End what git does at this moment, from another thread; what was begun is taken up with the next `sync`."""
        self._stopped = True
        running = self._running
        if running is not None:
            _end(running)

    def sync(self, name: str = "") -> Synced:
        """Commit what is new, bring what others sent, send what waits. `name` signs commits where git knows no name of yours."""
        self._name = name
        try:
            added = self._commit()
            for _ in range(TRIES):
                problem = self._bring()
                if problem:
                    return self._result(added, problem)
                if not self._waiting():
                    return Synced(added)
                sent = self._git("push", "--quiet", self._remote(), f"HEAD:refs/heads/{self._branch()}")
                if sent.ok:
                    return self._result(added, "")
                if not _rejected(sent.err):
                    return self._result(added, sent.err)
            return self._result(added, "others send too much at this moment")
        except InputProblem as problem:
            return Synced(problem=str(problem), files=self.files_waiting())

    def files_waiting(self) -> int:
        """How many bundles are here and not there yet, as far as was last known: sent with no commit yet, or in one that waits."""
        with suppress(InputProblem, ValueError):
            there = self._there() if self._git("remote").out.strip() else None
            known = ("diff", "--name-only", "--diff-filter=A", "-z", there, "HEAD") if there else ("ls-files", "-z", "--cached")
            ran = self._git(*known, "--", *self._places()) if self._places() else None
            committed = {f for f in ran.out.split("\0") if f.endswith(SUFFIX)} if ran is not None and ran.ok else set()
            return len(committed) + len(self._new())
        return 0

    def waiting(self) -> int:
        """How many commits are here and not there yet, as far as was last known."""
        return self._waiting()

    # ---- the steps

    def _commit(self) -> int:
        """Commit the bundles that git does not know yet, and nothing else of what somebody may have changed here."""
        new = self._new()
        if not new:
            return 0
        paths = "\0".join(new)
        self._must("add", "--force", "--pathspec-from-file=-", "--pathspec-file-nul", given=paths)
        self._must(
            *self._who(),
            "commit",
            "--quiet",
            "-m",
            _message(new),
            "--only",
            "--pathspec-from-file=-",
            "--pathspec-file-nul",
            given=paths,
        )
        return len(new)

    def _places(self) -> list[str]:
        return [f"{place}/" for place in PLACES.values() if (self.folder / place).is_dir()]

    def _new(self) -> list[str]:
        """The bundles that are in no commit yet, those of a commit that was broken off among them."""
        places = self._places()
        if not places:
            return []
        listed = self._must("ls-files", "-z", "--others", "--", *places).out.split("\0")
        staged = self._must("diff", "--cached", "--name-only", "--diff-filter=A", "-z", "--relative", "--", *places).out
        others = {f for f in listed if f.endswith(SUFFIX) and not f.rpartition("/")[2].startswith(".")}
        return sorted(others | {f for f in staged.split("\0") if f.endswith(SUFFIX)})

    def _bring(self) -> str:
        """Merge what others sent. Empty, or what went wrong in git's words."""
        fetched = self._git("fetch", "--quiet", self._remote())
        if not fetched.ok:
            return fetched.err or "git fetch failed"
        there = self._there()
        if there is None:
            return ""
        if not self._git("rev-parse", "--quiet", "--verify", "HEAD").ok:  # a clone of what was empty then
            got = self._git("merge", "--quiet", "--ff-only", there)
        else:
            got = self._git(*self._who(), "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", there)
        if got.ok:
            return ""
        self._git("merge", "--abort")
        return "merge: " + (got.err or got.out)

    def _waiting(self) -> int:
        if not self._git("rev-parse", "--quiet", "--verify", "HEAD").ok:
            return 0
        there = self._there()
        counted = self._git("rev-list", "--count", "HEAD", *([f"^{there}"] if there else []))
        return int(counted.out) if counted.ok else 0

    def _result(self, added: int, trouble: str) -> Synced:
        waiting, files = self._waiting(), self.files_waiting()
        if not trouble:
            return Synced(added, waiting, files=files)
        words = trouble.lower()
        kept = KEPT if waiting else ""
        if words.startswith("merge: "):
            said = "What others sent cannot be joined with changes of your own in this checkout. Commit or undo those, then try again."
            return Synced(added, waiting, False, f"{said} {kept}".strip(), files)
        if any(sign in words for sign in _REFUSED):
            said = "The server of the team folder did not let you in. Check your access with git."
            return Synced(added, waiting, False, f"{said} {kept}".strip(), files)
        if any(sign in words for sign in _AWAY):
            return Synced(added, waiting, True, f"The server of the team folder cannot be reached. {kept}".strip(), files)
        return Synced(added, waiting, False, f"Git could not send: {_last(trouble)}. {kept}".strip(), files)

    # ---- git itself

    def _branch(self) -> str:
        """The branch there that this one goes with; of the same name where none was set."""
        merge = self._git("config", "--get", f"branch.{self._here()}.merge").out.strip()
        return merge.removeprefix("refs/heads/") or self._here()

    def _here(self) -> str:
        found = self._git("symbolic-ref", "--quiet", "--short", "HEAD")
        if not found.ok:
            raise InputProblem("The checkout of the team folder is on no branch.", "Switch it to one with git.")
        return found.out.strip()

    def _remote(self) -> str:
        set_ = self._git("config", "--get", f"branch.{self._here()}.remote").out.strip()
        remotes = self._git("remote").out.split()
        if set_ or remotes:
            return set_ or ("origin" if "origin" in remotes else remotes[0])
        raise InputProblem("The checkout of the team folder has no server to send to.", "Add one with git.")

    def _there(self) -> str | None:
        name = f"refs/remotes/{self._remote()}/{self._branch()}"
        return name if self._git("rev-parse", "--quiet", "--verify", name).ok else None

    def _who(self) -> list[str]:
        """Who commits, where git does not know: it would refuse to."""
        known = [self._git("config", "--get", f"user.{key}").out.strip() for key in ("name", "email")]
        shown = " ".join(self._name.replace("<", " ").replace(">", " ").split()) or "Rehearse"
        return ([] if known[0] else ["-c", f"user.name={shown}"]) + ([] if known[1] else ["-c", "user.email=rehearse@localhost"])

    def _must(self, *arguments: str, given: str = "") -> _Ran:
        ran = self._git(*arguments, given=given)
        if not ran.ok:
            kept = "It is in the folder, and goes with the next try."
            if any(sign in ran.err.lower() for sign in _BUSY):
                raise InputProblem("Another git program is at work in the team folder, or was broken off there.", kept)
            raise InputProblem(f"Git could not keep it: {_last(ran.err)}.", kept)
        return ran

    def _over(self) -> bool:
        return self._stopped

    def _git(self, *arguments: str, given: str = "") -> _Ran:
        if self._over():
            raise InputProblem("Git was stopped.", "What you sent goes with the next try.")
        # A watcher of the file system would be a program of its own, started by the checkout, that outlives the call.
        options = ("core.quotePath=false", "gc.auto=0", "core.fsmonitor=false")
        command = [self._git_program, *(x for o in options for x in ("-c", o)), "--literal-pathspecs", *arguments]
        try:
            process = subprocess.Popen(
                command, cwd=self.folder, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, start_new_session=os.name == "posix",
            )  # fmt: skip
        except OSError:
            raise InputProblem(NO_GIT) from None
        self._running = process
        if self._over():  # between the question above and the start
            _end(process)
        try:
            out, err = process.communicate(given.encode("utf-8", "surrogateescape"), SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            out, err = process.communicate()
            err += b"\ntimed out"
        finally:
            self._running = None
        return _Ran(process.returncode, out.decode("utf-8", "surrogateescape"), err.decode("utf-8", "replace"))


def _environment() -> dict[str, str]:
    """Ours, in English, and so that nothing asks a question that nobody sees. An empty GIT_ASKPASS keeps git from the window that
    SSH_ASKPASS or a setting of it would open."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"))}
    return kept | {
        "LC_ALL": "C", "LANGUAGE": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "GIT_ASKPASS": "",
        "GCM_INTERACTIVE": "never", "SSH_ASKPASS_REQUIRE": "never",
    }  # fmt: skip


def marked(folder: Path) -> bool:
    """Whether a folder is, or lies in, a git checkout by its looks. Git itself is not asked: what a checkout says of itself can
    name programs that git then runs, and a folder that others write to may hold such a one without anybody's wish."""
    return any((at / ".git").exists() for at in (folder.absolute(), *folder.absolute().parents))


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # with what it started, as ssh
    else:
        process.kill()


def _last(said: str) -> str:
    """The last line of what git said, without a stop."""
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "it did not say why")
    return last[:200].rstrip(".")


def _rejected(said: str) -> bool:
    """Whether a push came too late, after somebody else's."""
    words = said.lower()
    return any(
        s in words
        for s in (
            "non-fast-forward",
            "fetch first",
            "[rejected]",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
        )
    )


def _message(files: Sequence[str]) -> str:
    """`Add a submission`, `Add 2 submissions and 1 sealed file`: nothing of what is in them, nor of whom it is about."""
    counts = Counter(file.partition("/")[0] for file in files)
    if len(files) == 1:
        word = _WORDS[next(iter(counts))]
        return f"Add {'' if word == 'feedback' else 'an ' if word[0] in 'aeiou' else 'a '}{word}"
    parts = [f"{n} {_WORDS[p]}{'' if n == 1 or p == 'feedback' else 's'}" for p in PLACES.values() if (n := counts[p])]
    return "Add " + (" and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}")
