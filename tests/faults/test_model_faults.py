"""F1-F37: every fault of a model server ends in one sentence and two buttons, and what was said is kept."""

from __future__ import annotations

import asyncio
import re
import sys
import time

import pytest

from rehearse.errors import ServiceProblem, Way
from rehearse.models.endpoint import Timeouts
from rehearse.models.reply import LONGEST_REPLY
from tests.server import Server
from tests.server.faults import FAULTS
from tests.server.places import never_taken, nobody, self_signed
from tests.server.talk import ASK, SHORT, Heard, heard, listen, with_client

# name of the fault: kind of the problem, text kept, requests sent
ENDINGS = {
    "f5_https_wanted": ("wrong_scheme", "", 1),
    "f5_https_wanted_page": ("wrong_scheme", "", 1),
    "f6_key_refused": ("key_refused", "", 1),
    "f7_forbidden": ("forbidden", "", 1),
    "f8_no_model": ("no_model", "", 1),
    "f8_wrong_address": ("wrong_address", "", 1),
    "f9_context": ("too_long_context", "", 1),
    "f9_context_llama": ("too_long_context", "", 1),
    "f10_rate_limited_soon": ("rate_limited", "", 2),
    "f11_rate_limited_long": ("rate_limited", "", 1),
    "f12_quota": ("quota", "", 1),
    "f13_500": ("server_fault", "", 2),
    "f13_502_page": ("server_fault", "", 2),
    "f13_503_loading": ("server_fault", "", 2),
    "f15_closed": ("dropped", "", 2),
    "f15_reset": ("dropped", "", 2),
    "f15_half_headers": ("dropped", "", 2),
    "f16_no_headers": ("silent", "", 1),
    "f17_stall": ("stalled", "Hello", 1),
    "f18_pings": ("silent", "", 1),
    "f18_pings_after_words": ("stalled", "Hello", 1),
    "f19_cut_chunked": ("cut", "Hello", 1),
    "f19_cut_reset": ("cut", "Hello", 1),
    "f19_cut_before_words": ("dropped", "", 1),
    "f22_malformed": ("malformed", "Hello", 1),
    "f22_not_json_first": ("malformed", "", 1),
    "f22_deep": ("malformed", "Hello", 1),
    "f26_content_filter_at_once": ("refusal", "", 1),
    "f26_refusal": ("refusal", "", 1),
    "f27_only_done": ("empty", "", 1),
    "f27_empty_body": ("empty", "", 1),
    "f27_blank": ("empty", "", 1),
    "f27_204": ("empty", "", 1),
    "thoughts_only": ("empty", "", 2),
    "f28_json": ("not_a_model", "", 1),
    "f28_json_error": ("server_fault", "", 1),
    "f28_page": ("not_a_model", "", 1),
    "f28_plain_text": ("not_a_model", "", 1),
    "f29_error": ("cut", "Hello", 1),
    "f29_error_first": ("server_fault", "", 1),
    "f29_error_string": ("cut", "Hello", 1),
    "f29_error_event": ("cut", "Hello", 1),
    "f29_error_context": ("too_long_context", "", 1),
    "f31_bad_utf8": ("malformed", "Hello", 1),
    "f34_redirect_self": ("wrong_address", "", 1),
    "f34_redirect_away": ("wrong_address", "", 1),
    "f36_gzip": ("malformed", "", 1),
    "f36_gzip_refusal": ("malformed", "", 1),
    "f37_no_newline": ("too_long", "", 1),
    "f37_long_header": ("not_a_model", "", 1),
    "f37_long_refusal": ("server_fault", "", 1),
    "not_http": ("not_a_model", "", 1),
}
_ODD = "Größe 👩‍👩‍👧 \u2028 x"
# name of the fault: the whole text, the reason to finish, the note under the line
GOOD = {
    "f20_cut_closing": ("Hello", None, "no_finish"),
    "f20_cut_closing_in_line": ("Hello", None, "no_finish"),
    "f21_no_done": ("Hello", "stop", ""),
    "f21_no_finish": ("Hello", None, "no_finish"),
    "f23_odd_events": ("Hello", "stop", ""),
    "f24_odd_choices": ("Hello", "stop", ""),
    "f25_odd_content": ("bHello", "stop", ""),
    "f26_length": ("Hello", "length", "length"),
    "f26_content_filter": ("Hello", "content_filter", "content_filter"),
    "f26_tool_calls": ("Hello", "tool_calls", "tool_calls"),
    "f28_json_whole": ("Hello", "stop", ""),
    "f30_byte_by_byte": (_ODD, "stop", ""),
    "f30_crlf": (_ODD, "stop", ""),
    "f30_cr": (_ODD, "stop", ""),
    "f30_many_lines": ("Hello", "stop", ""),
    "f32_surrogates": ("Hi 😀 there\ufffd", "stop", ""),
    "f33_bom": ("Hello", "stop", ""),
    "f35_many_events": ("word " * 10_000, "stop", ""),
    "finish_and_stay": ("Hello", "stop", ""),
    "no_content_type": ("Hello", "stop", ""),
    "thoughts_tag": ("Hello <b", "stop", ""),
    "thoughts_field": ("Hello", "stop", ""),
    "thoughts_long": ("Hello", "stop", ""),
}
# Tested one by one below, or elsewhere.
APART = {
    "f1_key_in_words",
    "f10_rate_limited",
    "f10_rate_limited_once",
    "f13_500_once",
    "f15_closed_once",
    "f35_one_event",
    "f37_endless",
}  # fmt: skip

PATIENT = Timeouts(connect=5, tell=5, end=20, retry=0.03)
QUIET = {n for n, (kind, _, _) in ENDINGS.items() if kind in ("silent", "stalled")}

BAD_WORDS = re.compile(r"\b(failed|invalid|error|oops|illegal)\b|Traceback|Exception", re.I)


def shown_well(found: Heard) -> None:
    """A sentence, a hint and ways on, in our words."""
    problem = found.problem
    assert problem is not None
    assert problem.sentence.endswith(".")
    assert problem.hint
    assert len(problem.ways) == 2
    ours = re.sub("“.*?”|nowhere.invalid", "", str(problem))
    assert not BAD_WORDS.search(ours), ours
    assert "secret" not in str(problem)


def test_every_fault_of_the_server_is_tested() -> None:
    assert set(FAULTS) == set(ENDINGS) | set(GOOD) | APART


@pytest.mark.parametrize("name", ENDINGS)
def test_a_fault_ends_in_a_sentence_and_keeps_the_words(name: str) -> None:
    kind, text, requests = ENDINGS[name]
    with Server(fault=name) as server:
        found = listen(server.url, timeouts=SHORT if name in QUIET else PATIENT)
        assert (found.kind, found.text, server.count) == (kind, text, requests), found.problem
    shown_well(found)
    assert found.done is None


@pytest.mark.parametrize("name", GOOD)
def test_odd_but_good_replies_arrive_whole(name: str) -> None:
    text, finish, note = GOOD[name]
    with Server(fault=name) as server:
        found = listen(server.url, timeouts=PATIENT)
    assert found.problem is None
    assert found.text == text
    done = found.done
    assert done is not None
    assert done is found.items[-1]
    assert (done.finish, done.note, done.complete) == (finish, note, finish is not None)
    assert bool(done.said) == bool(note)


def test_f1_connection_refused_at_once_and_once() -> None:
    with nobody() as port:
        found = listen(f"http://127.0.0.1:{port}", timeouts=PATIENT)
    shown_well(found)
    assert found.kind == "refused"
    assert found.problem is not None
    assert found.problem.sentence == f"No answer from 127.0.0.1:{port}."
    assert "Your words are kept." in found.problem.hint
    assert found.problem.ways == (Way.TRY_AGAIN, Way.GO_OFFLINE)
    assert not found.retries


def test_f2_host_that_does_not_exist() -> None:
    found = listen("https://nowhere.invalid", timeouts=Timeouts(connect=20, tell=20, end=20))
    shown_well(found)
    assert found.kind == "not_found_host"
    assert "nowhere.invalid" in str(found.problem)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a full queue of callers is answered differently elsewhere")
def test_f3_connect_never_completes() -> None:
    with never_taken() as port:
        found = listen(f"http://127.0.0.1:{port}", timeouts=Timeouts(connect=0.2, tell=1, end=5))
    shown_well(found)
    assert found.kind == "connect_timeout"
    assert not found.retries


def test_f4_certificate_of_nobody(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cryptography")
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    context, certificate = self_signed(tmp_path)
    with Server(tls=context) as server:
        refused = listen(server.url)
        shown_well(refused)
        assert refused.kind == "certificate"
        assert server.count == 0
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert listen(server.url).problem is None  # a certificate of one's own can be trusted, by name


def test_f5_https_to_a_plain_port() -> None:
    with Server() as server:
        found = listen(server.url.replace("http:", "https:"), timeouts=Timeouts(connect=0.2, tell=1, end=2))
        shown_well(found)
        assert found.kind in ("wrong_scheme", "connect_timeout")
        assert "http://" in str(found.problem)


def test_f5_http_to_a_tls_port(tmp_path) -> None:
    pytest.importorskip("cryptography")
    context, _ = self_signed(tmp_path)
    with Server(tls=context) as server:
        found = listen(server.url.replace("https:", "http:"))
    shown_well(found)
    assert found.kind in ("wrong_scheme", "dropped")
    assert "https://" in str(found.problem)


def test_f6_key_refused_opens_the_settings_and_shows_nothing_of_the_key() -> None:
    with Server(fault="f6_key_refused") as server:
        found = listen(server.url)
        none = listen(server.url, key=None)
    assert found.problem is not None
    assert found.problem.ways[0] is Way.OPEN_SETTINGS
    assert "sk-test" not in str(found.problem)
    assert none.problem is not None
    assert "wants a key" in none.problem.sentence


def test_f7_shows_the_words_of_the_server() -> None:
    with Server(fault="f7_forbidden") as server:
        assert "Your country is not supported." in str(listen(server.url).problem)


def test_f9_offers_to_wrap_up() -> None:
    with Server(fault="f9_context") as server:
        problem = listen(server.url).problem
    assert problem is not None
    assert problem.ways == (Way.WRAP_UP, Way.GO_OFFLINE)


def test_f10_counts_down_visibly_and_then_asks_once_more() -> None:
    with Server(fault="f10_rate_limited") as server:
        found = listen(server.url)
        assert server.count == 2
    assert [r.seconds for r in found.retries] == [1.0]
    assert found.problem is not None
    assert found.problem.retry_after == 1.0


def test_f11_says_when() -> None:
    with Server(fault="f11_rate_limited_long") as server:
        found = listen(server.url)
    assert "in 1 hour" in str(found.problem)
    assert not found.retries


@pytest.mark.parametrize("name", ["f10_rate_limited_once", "f13_500_once", "f15_closed_once"])
def test_f14_a_fault_that_passes_is_seen_and_got_over(name: str) -> None:
    with Server(fault=name) as server:
        found = listen(server.url)
        assert server.count == 2
    assert found.problem is None
    assert found.text.startswith("You said 40.")
    assert found.retries


@pytest.mark.parametrize("name", ["f16_no_headers", "f17_stall", "f18_pings"])
def test_f16_f17_f18_silence_is_told_and_then_ended(name: str) -> None:
    with Server(fault=name) as server:
        begun = time.perf_counter()
        found = listen(server.url, timeouts=Timeouts(connect=1, tell=0.05, end=0.25))
        assert 0.2 < time.perf_counter() - begun < 5
    assert len(found.waits) >= 2
    assert found.waits[0].seconds >= 0.05
    assert found.waits[-1].seconds > found.waits[0].seconds


def test_a_model_that_thinks_aloud_is_not_silent_but_waited_for() -> None:
    with Server(fault="thoughts_long") as server:
        found = listen(server.url)  # thinks for 0.6 s; silence ends at 0.4 s
    assert found.problem is None
    assert found.waits


def test_a_server_that_has_finished_and_leaves_the_line_open_is_not_waited_for() -> None:
    with Server(fault="finish_and_stay") as server:
        begun = time.perf_counter()
        found = listen(server.url, timeouts=PATIENT)
        assert time.perf_counter() - begun < 3
    assert found.waits == []


@pytest.mark.parametrize("name", ["f35_one_event", "f37_endless"])
def test_f35_f37_b34_an_endless_reply_stops_at_the_cap_with_its_text(name: str) -> None:
    with Server(fault=name) as server:
        found = listen(server.url, timeouts=Timeouts(5, 5, 20))
    shown_well(found)
    assert found.kind == "too_long"
    assert LONGEST_REPLY - 10 < len(found.text.encode()) <= LONGEST_REPLY


def test_f34_words_and_key_go_to_no_other_place() -> None:
    with Server() as other, Server(fault="f34_redirect_away", elsewhere=f"http://127.0.0.1:{other.port}") as server:
        listen(server.url)
        assert server.count == 1
        assert other.requests == []


def test_f36_identity_is_asked_for() -> None:
    with Server() as server:
        listen(server.url)
        assert server.requests[0].headers["accept-encoding"] == "identity"


def test_words_of_the_server_are_shown_without_the_key() -> None:
    with Server(fault="f1_key_in_words") as server:
        found = listen(server.url)
    shown_well(found)
    assert found.kind == "forbidden"


def test_a_line_can_be_asked_again_after_every_fault() -> None:
    """The client is as good as new: no connection, lock or state is left behind by a fault."""

    with Server() as server:

        async def all_of_them(client) -> list[str]:
            left = []
            for name in sorted(set(ENDINGS) - QUIET):  # silence takes its time; its connections are seen to end elsewhere
                server.fault = name
                await heard(client)
                server.fault = None
                if (await heard(client)).text != "You said 40. What would it cost us to wait until next quarter?":
                    left.append(name)
            return left

        assert with_client(server.url, all_of_them, timeouts=PATIENT) == []


def test_problems_of_the_list_of_models_are_mapped_too() -> None:
    async def models(client) -> tuple[str, ...]:
        return await client.models()

    with nobody() as port, pytest.raises(ServiceProblem) as caught:
        with_client(f"http://127.0.0.1:{port}", models)
    assert caught.value.kind == "refused"
    with Server(models=()) as server:
        server.answer_models = {"hello": "there"}
        with pytest.raises(ServiceProblem) as caught:
            with_client(server.url, models)
        assert caught.value.kind == "not_a_model"
        server.answer_models = None
        assert with_client(server.url, models) == ()
        with pytest.raises(ServiceProblem) as caught:
            with_client(f"http://127.0.0.1:{server.port}/v2", models)
        assert caught.value.kind == "wrong_address"


def test_a_fault_in_the_caller_is_a_bug_and_not_a_problem() -> None:
    async def wrong(client) -> None:
        async for _ in client.stream(ASK, temperature=object()):
            pass

    with Server() as server, pytest.raises(TypeError):
        with_client(server.url, wrong)


def test_two_lines_at_once_do_not_disturb_each_other() -> None:
    async def both(client) -> list[Heard]:
        return await asyncio.gather(heard(client), heard(client))

    with Server(rate=400) as server:
        assert len({h.text for h in with_client(server.url, both, timeouts=SHORT)}) == 1
