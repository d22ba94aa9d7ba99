"""Signatures: Ed25519 over the canonical JSON (RFC 8785) of a bundle without its signature. Imported late (cryptography).

A signature proves that nothing was altered since the export, and that the same key made it as before. It does not prove that a
meeting took place, nor who sat at the keyboard.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any, Literal

from rehearse.errors import InputProblem

ALGORITHM = "Ed25519"
State = Literal["none", "good", "altered"]
"""Not signed; signed and as it was; signed, and changed since (or the signature is no signature)."""
Json = Mapping[str, Any]


def canonical(data: Json) -> bytes:
    """What is signed. Raises InputProblem for data that has no canonical form."""
    import rfc8785

    try:
        return rfc8785.dumps({k: v for k, v in data.items() if k != "signature"})
    except (rfc8785.CanonicalizationError, ValueError, RecursionError):
        raise InputProblem("This cannot be signed: it holds a number or a text that programs read differently.") from None


def new_key() -> str:
    """A new private key as text: 32 bytes in base64."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode("ascii")


def public_of(key: str) -> str:
    """The public half, in base64. Raises ValueError for what is no key."""
    return base64.b64encode(_private(key).public_key().public_bytes_raw()).decode("ascii")


def signed(data: Json, key: str) -> dict[str, Any]:
    """The same with its signature. Raises InputProblem where it has no canonical form."""
    value = _private(key).sign(canonical(data))
    mark = {"algorithm": ALGORITHM, "public": public_of(key), "value": base64.b64encode(value).decode("ascii")}
    return {**{k: v for k, v in data.items() if k != "signature"}, "signature": mark}


def state(data: Json) -> State:
    """Whether a bundle is as its signature says."""
    mark = data.get("signature")
    if mark is None:
        return "none"
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        if mark["algorithm"] != ALGORITHM:
            return "altered"
        Ed25519PublicKey.from_public_bytes(_bytes(mark["public"])).verify(_bytes(mark["value"]), canonical(data))
    except (InvalidSignature, InputProblem, KeyError, TypeError, ValueError):
        return "altered"
    return "good"


def key_of(data: Json) -> str:
    """The public key that a bundle says it was signed with; empty where it says none."""
    mark = data.get("signature")
    public = mark.get("public") if isinstance(mark, Mapping) else None
    return public if isinstance(public, str) else ""


def fingerprint(public: str) -> str:
    """A public key in four short groups, for two people to compare over the phone."""
    import hashlib

    digest = hashlib.sha256(public.encode("ascii", "replace")).hexdigest()[:16]
    return " ".join(digest[n : n + 4] for n in range(0, 16, 4))


def _private(key: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(_bytes(key))


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as fault:
        raise ValueError(str(fault)) from None
