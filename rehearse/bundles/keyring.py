"""The author's own keys: made at first use, kept in the system keyring, nowhere else. Without a keyring there are none."""

from __future__ import annotations

from collections.abc import Callable

from rehearse.models.keys import Keys

SIGNING, SEALING = "bundle signing", "bundle sealing"
WITHOUT = "There is no keyring here, so nothing is signed or sealed."


class OwnKeys:
    """The key that signs what you send, and the identity that opens what was sealed to you. Nothing here raises for a keyring."""

    def __init__(self, keys: Keys | None = None) -> None:
        self._keys = keys or Keys()

    async def signing(self) -> str | None:
        """The private key, made where there is none yet; None without a keyring that keeps it."""
        from rehearse.bundles.signing import new_key, public_of

        return await self._own(SIGNING, new_key, public_of)

    async def sealing(self) -> str | None:
        """The age identity, made where there is none yet; None without a keyring that keeps it."""
        from rehearse.bundles.sealing import new_identity, recipient_of

        return await self._own(SEALING, new_identity, recipient_of)

    async def opens(self) -> str | None:
        """The age identity where there is one already: to open something, none is made."""
        return await self._keys.secret(SEALING)

    async def public(self) -> str:
        """The public half of the signing key where there is one already, else nothing."""
        from rehearse.bundles.signing import public_of

        kept = await self._keys.secret(SIGNING)
        try:
            return public_of(kept) if kept else ""
        except ValueError:
            return ""

    async def _own(self, name: str, make: Callable[[], str], public: Callable[[str], str]) -> str | None:
        kept = await self._keys.secret(name)
        if kept:
            try:
                public(kept)
            except ValueError:  # not a key of ours: it is left alone, and nothing is signed with it
                return None
            return kept
        if not await self._keys.keep_secret(name, make()):
            return None
        # What the keyring has now counts: another program may have made one at the same moment.
        return await self._keys.secret(name)
