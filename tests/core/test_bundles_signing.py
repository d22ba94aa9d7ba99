"""Signatures and seals: what holds, what does not, and where the keys are."""

from __future__ import annotations

import asyncio
import json
import shutil

import keyring.errors
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.bundles import making, reading, sealing, signing
from rehearse.bundles.keyring import SIGNING, OwnKeys
from rehearse.errors import InputProblem
from rehearse.models.keys import Keys
from tests.core.handing import Ring
from tests.core.test_secret_service import NEEDED, Desktop
from tests.faults.hostile_set import feedback, submission

KEY = signing.new_key()
SIGNED = signing.signed(submission(), KEY)


def test_a_signature_holds_over_any_layout_and_order_of_keys() -> None:
    assert signing.state(SIGNED) == "good"
    text = json.dumps(dict(reversed(SIGNED.items())), indent=7, ensure_ascii=True)
    opened = reading.read(text.encode(), "x.rehearse")
    assert signing.state(opened.data) == "good"
    assert signing.key_of(opened.data) == signing.public_of(KEY)
    assert opened.digest == reading.understood(SIGNED, "x").digest


def test_the_canonical_form_is_that_of_rfc_8785() -> None:
    given_ = {"b": 1.0, "a": [1e21, 0.000001, "\u20ac$\u000f\nA'B\"\\", None, True], "signature": {"x": 1}}
    assert signing.canonical(given_).decode() == '{"a":[1e+21,0.000001,"€$\\u000f\\nA\'B\\"\\\\",null,true],"b":1}'


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 10**6), put=st.sampled_from("aZ09 é{"))
def test_a_change_anywhere_is_seen(at: int, put: str) -> None:
    text = json.dumps(SIGNED, ensure_ascii=False)
    at %= len(text)
    changed = text[:at] + put + text[at + 1 :]
    try:
        opened = reading.read(changed.encode(), "x.rehearse")
    except InputProblem:
        return
    same = dict(opened.data) == SIGNED
    assert signing.state(opened.data) == ("good" if same else "none" if "signature" not in opened.data else "altered")


def test_a_signature_of_something_else_does_not_hold() -> None:
    other = signing.signed(feedback(), KEY)
    assert signing.state({**SIGNED, "signature": other["signature"]}) == "altered"
    assert (
        signing.state({**SIGNED, "signature": {**SIGNED["signature"], "public": signing.public_of(signing.new_key())}})
        == "altered"
    )
    assert signing.state({k: v for k, v in SIGNED.items() if k != "signature"}) == "none"


def test_a_number_that_has_no_canonical_form_is_not_signed() -> None:
    with pytest.raises(InputProblem, match="cannot be signed"):
        signing.signed({"n": 2**60}, KEY)


def test_a_sealed_bundle_opens_for_its_reader_only() -> None:
    mine, theirs = sealing.new_identity(), sealing.new_identity()
    inner = making.to_bytes(SIGNED)
    outer = making.to_bytes(sealing.sealed(inner, sealing.recipient_of(mine)))
    closed = reading.read(outer, "x.rehearse")
    assert closed.sealed
    assert set(closed.data) == {"format", "age"}
    assert reading.unsealed(closed, theirs) is None
    opened = reading.unsealed(closed, mine)
    assert opened is not None
    assert dict(opened.data) == SIGNED
    twice = reading.read(making.to_bytes(sealing.sealed(outer, sealing.recipient_of(mine))), "y.rehearse")
    with pytest.raises(InputProblem, match="sealed twice"):
        reading.unsealed(twice, mine)
    with pytest.raises(InputProblem, match="cannot be sealed"):
        sealing.sealed(inner, "age1nobody")


def test_keys_are_made_once_and_only_where_a_keyring_keeps_them() -> None:
    ring = Ring()

    async def run() -> None:
        assert await OwnKeys(Keys(lambda: ring)).public() == ""
        assert ring.held == {}  # looking makes none
        first = await OwnKeys(Keys(lambda: ring)).signing()
        assert first is not None
        assert await OwnKeys(Keys(lambda: ring)).signing() == first
        assert await OwnKeys(Keys(lambda: ring)).public() == signing.public_of(first)
        assert await OwnKeys(Keys(lambda: ring)).opens() is None
        identity = await OwnKeys(Keys(lambda: ring)).sealing()
        assert identity is not None
        assert await OwnKeys(Keys(lambda: ring)).opens() == identity
        assert await OwnKeys(Keys(lambda: None)).signing() is None
        ring.held["rehearse", SIGNING] = "something of somebody's"
        assert await OwnKeys(Keys(lambda: ring)).signing() is None
        assert ring.held["rehearse", SIGNING] == "something of somebody's"

    asyncio.run(run())


def test_a_keyring_that_was_locked_for_a_moment_keeps_the_key_that_it_has() -> None:
    class Locked(Ring):
        asked = 0

        def get_password(self, service: str, username: str) -> str | None:
            self.asked += 1
            if self.asked == 1:
                raise keyring.errors.KeyringLocked("locked")
            return super().get_password(service, username)

    ring = Locked()
    ring.held["rehearse", SIGNING] = KEY

    async def run() -> str | None:
        return await OwnKeys(Keys(lambda: ring)).signing()

    assert asyncio.run(run()) == KEY
    assert ring.held == {("rehearse", SIGNING): KEY}


@pytest.mark.skipif(any(shutil.which(n) is None for n in NEEDED), reason="no Secret Service here")
def test_in_a_real_keyring_the_key_is_the_same_at_the_next_login_and_in_no_file(tmp_path: object) -> None:
    desktop = Desktop(tmp_path)  # type: ignore[arg-type]
    made = [
        desktop.run(
            "rehearse", "assign", "two-week-spike", "--name", "Dana", "--out", str(desktop.data / f"{n}.rehearse"), "--json"
        )
        for n in (1, 2)
    ]
    assert [m.returncode for m in made] == [0, 0], made[0].stderr
    assert all(json.loads(m.stdout)["signed"] for m in made)
    keys = {signing.key_of(json.loads((desktop.data / f"{n}.rehearse").read_text())) for n in (1, 2)}
    assert len(keys) == 1
