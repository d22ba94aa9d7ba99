"""Sealing: a bundle inside an ASCII-armoured age file that one reader can open; who looks at the folder sees only that it exists.

Imported late (pyrage).
"""

from __future__ import annotations

from typing import Any

from rehearse.errors import InputProblem

FORMAT = "rehearse/sealed@1"


def new_identity() -> str:
    """A new age identity, the private half."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public half, `age1...`, that others seal to. Raises ValueError for what is no identity."""
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as fault:
        raise ValueError(str(fault)) from None


def sealed(raw: bytes, recipient: str) -> dict[str, Any]:
    """The object of a sealed bundle. It names neither sender nor reader. Raises InputProblem for what is no recipient."""
    import pyrage

    try:
        to = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise InputProblem("This cannot be sealed: the assignment names no reader that can open it.") from None
    return {"format": FORMAT, "age": pyrage.encrypt(raw, [to], armored=True).decode("ascii")}


def unsealed(age: str, identity: str) -> bytes | None:
    """What was sealed; None where it was sealed to somebody else, or is broken."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(age.encode("utf-8"), [pyrage.x25519.Identity.from_str(identity)]))
    except (pyrage.DecryptError, pyrage.IdentityError):
        return None
