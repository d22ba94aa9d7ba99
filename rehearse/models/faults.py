"""Every fault of a model server, mapped once: what was raised -> one sentence, a hint, two ways on.

Numbers in comments are those of the fault list that the tests are named after.
"""

from __future__ import annotations

import logging
import re
import ssl
from dataclasses import dataclass
from socket import gaierror
from typing import TYPE_CHECKING

from rehearse.errors import ServiceProblem, Way
from rehearse.models.endpoint import Endpoint
from rehearse.models.words import TOLD, in_words, retry_after, scrub, server_words

if TYPE_CHECKING:
    import openai

log = logging.getLogger(__name__)

LONGEST_RETRY = 30.0  # seconds: a longer pause is told, not waited for
KEPT = "Your words are kept."
AGAIN = (Way.TRY_AGAIN, Way.GO_OFFLINE)
KEY = (Way.OPEN_SETTINGS, Way.GO_OFFLINE)
GO_ON = (Way.GO_ON_SPEAKING, Way.TRY_AGAIN)

_CONTEXT = re.compile(
    r"context.{0,12}(length|size|window|exceed)|exceed\w*.{0,30}context|maximum context|too many tokens|prompt is too long", re.I
)
_NO_MODEL = re.compile(
    r"model\b.{0,80}(not found|not exist|not available|unknown|no such|not a valid)"
    r"|(unknown|no such|not a valid|not find|no) model\b",
    re.I | re.S,
)
_QUOTA = re.compile(r"quota|billing|credit|balance", re.I)


class Sign(Exception):
    """Seen while reading a reply: `kind` is a row of `_signs`, `what` the text kept or the server's value."""

    def __init__(self, kind: str, what: object = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.what = what


@dataclass(frozen=True, slots=True)
class Case:
    """What is known when something goes wrong. `stage` is the last thing the connection did; `proxy` names a variable."""

    endpoint: Endpoint
    key: str | None = None
    spoke: bool = False
    stage: str = ""
    proxy: str = ""

    @property
    def at(self) -> str:
        return self.endpoint.host

    def __repr__(self) -> str:  # the key stays out of logs and tracebacks
        return f"Case({self.at!r}, spoke={self.spoke}, stage={self.stage!r})"


def explain(exc: BaseException, case: Case) -> ServiceProblem:
    """The problem to show for something that was raised while talking to a server. Logs the type's name and nothing else."""
    import openai

    log.info("%s: %s at %r", case.at, type(exc).__name__, case.stage)
    if isinstance(exc, ServiceProblem):
        return exc
    if isinstance(exc, Sign):
        return of_sign(exc, case)
    if isinstance(exc, openai.APIStatusError):
        return of_status(exc, case)
    return of_connection(exc, case)


# --- the connection: F1-F5, F15-F19, F37 ---------------------------------------------------------------------------


def of_connection(exc: BaseException, case: Case) -> ServiceProblem:
    """Nothing, or no whole answer, came over the wire."""
    chain = _causes(exc)
    said = " ".join(str(c) for c in chain)
    names = {type(c).__name__ for c in chain}
    if _any(chain, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in said:
        return ServiceProblem(
            "certificate",
            f"The certificate of {case.at} is not one that this computer trusts.",
            "Nothing was sent. For a certificate of your own, SSL_CERT_FILE names the file to trust.",
            KEY,
        )
    if _any(chain, gaierror) or "getaddrinfo" in said or "Name or service not known" in said:
        if case.proxy:  # then it is the proxy's host that was looked up
            return environment(case.proxy)
        return ServiceProblem(
            "not_found_host", f"No host is called {_bare(case)}.", f"Check the address and the network. {KEPT}", AGAIN
        )
    if case.endpoint.secure and _any(chain, ssl.SSLError):
        return ServiceProblem(
            "wrong_scheme", f"{case.at} does not speak https.", "If it is on this computer, write http://.", KEY
        )
    if "ProxyError" in names:
        return environment(case.proxy or "HTTPS_PROXY", f"The proxy would not pass this on to {case.at}.")
    if "ConnectTimeout" in names or (case.stage == "start_tls" and "APITimeoutError" in names):
        seconds = in_words(case.endpoint.timeouts.connect)
        tls = case.stage == "start_tls"
        hint = "If it speaks http, write http://." if tls else f"Is it running, and is the network up? {KEPT}"
        return ServiceProblem("connect_timeout", f"{case.at} did not take the call within {seconds}.", hint, AGAIN)
    if "ConnectError" in names:
        return ServiceProblem("refused", f"No answer from {case.at}.", _is_it_running(case), AGAIN)
    return _of_broken(said, case)


def _of_broken(said: str, case: Case) -> ServiceProblem:
    """The line was open and then was not."""
    if case.spoke:
        return cut(case)
    if "illegal request line" in said and not case.endpoint.secure:  # so h11 calls a first byte that is no letter: a TLS alert
        return ServiceProblem("wrong_scheme", f"{case.at} speaks https.", "Write https:// instead of http://.", KEY)
    if "illegal" in said or "Receive buffer too long" in said:
        return of_sign(Sign("not_a_model"), case)
    before = case.stage != "receive_response_body"
    hint = f"If it speaks https, write https://. {KEPT}" if before and not case.endpoint.secure else KEPT
    return ServiceProblem(
        "dropped",
        f"{case.at} hung up before it said anything.",
        hint,
        AGAIN,
        retry_after=case.endpoint.timeouts.retry if before else None,
    )


def _is_it_running(case: Case) -> str:
    if case.proxy:
        return f"{case.proxy} sends this through a proxy; is that one running? {KEPT}"
    if case.endpoint.local:
        return f"Is {case.endpoint.program or 'the server'} running? {KEPT}"
    return f"Is the server running? {KEPT}"


def cut(case: Case) -> ServiceProblem:
    """A line that had begun was broken off."""
    return ServiceProblem("cut", "The line stopped here.", "What was said so far is kept.", GO_ON)


def silence(case: Case, seconds: float) -> ServiceProblem:
    """Nothing came for too long (F16-F18)."""
    if case.spoke:
        return ServiceProblem("stalled", f"{case.at} stopped in the middle of the line.", "What was said so far is kept.", GO_ON)
    return ServiceProblem(
        "silent", f"{case.at} said nothing for {in_words(seconds)}.", f"The model may still be loading. {KEPT}", AGAIN
    )


def environment(variable: str, sentence: str = "") -> ServiceProblem:
    """A variable of the environment stands in the way (F40). Names it, never shows its value."""
    return ServiceProblem(
        "environment",
        sentence or f"The variable {variable} points to something that cannot be used.",
        f"Change or unset {variable} and start again.",
        AGAIN,
    )


# --- an answer with a status: F6-F13, F34 ---------------------------------------------------------------------------


def of_status(exc: openai.APIStatusError, case: Case) -> ServiceProblem:
    """The server answered, and not with 200."""
    status = exc.status_code
    words = server_words(exc.body, case.key)
    code = _code(exc.body)
    wait = retry_after(exc.response.headers)
    if status in (401, 403, 407, 413) or 300 <= status < 400:
        return _of_access(status, words, case)
    if status in (402, 429):
        return _of_limit(status, words, code, wait, case)
    if status in (404, 405):
        return no_model(case) if _names_model(code, words) else wrong_address(case)
    if code in ("context_length_exceeded", "exceed_context_size_error") or _CONTEXT.search(words):
        return too_long_context(case)
    if status >= 500:
        retry = wait if wait is not None else case.endpoint.timeouts.retry
        return ServiceProblem(
            "server_fault", f"{case.at} has a problem of its own ({status}).", _told(words, KEPT), AGAIN, retry_after=retry
        )
    if _names_model(code, words):
        return no_model(case)
    if "plain HTTP request" in words or "plain HTTP request" in str(exc.body)[:2_000]:
        return ServiceProblem("wrong_scheme", f"{case.at} speaks https.", "Write https:// instead of http://.", KEY)
    return ServiceProblem("server_fault", f"{case.at} did not take the request ({status}).", _told(words, KEPT), AGAIN)


def _of_access(status: int, words: str, case: Case) -> ServiceProblem:
    if status == 401:
        if case.key is None:
            return ServiceProblem("key_refused", f"{case.at} wants a key.", "Put one in under Settings.", KEY)
        return ServiceProblem(
            "key_refused", "The service did not accept this key.", "It may have been changed or have run out.", KEY
        )
    if status == 403:
        return ServiceProblem("forbidden", f"{case.at} does not allow this.", _told(words, KEPT), KEY)
    if status == 407:
        return environment(case.proxy or "HTTPS_PROXY", "The proxy wants a name and a password.")
    if status == 413:
        return too_long_context(case)
    return wrong_address(case, f"{case.at} sends us elsewhere, and your words go to no other place than this one.")


def _of_limit(status: int, words: str, code: str, wait: float | None, case: Case) -> ServiceProblem:
    if status == 402 or code == "insufficient_quota" or (_QUOTA.search(words) and wait is None):
        return ServiceProblem("quota", "The account has no credit left for this.", _told(words, KEPT), KEY)
    seconds = wait if wait is not None else 2 * case.endpoint.timeouts.retry
    hint = f"Try again in {in_words(seconds)}. {KEPT}"
    return ServiceProblem("rate_limited", f"{case.at} takes no more questions just now.", hint, AGAIN, retry_after=seconds)


def no_model(case: Case) -> ServiceProblem:
    hint = "Choose one of the models that the server lists."
    return ServiceProblem("no_model", f"{case.at} has no model called {scrub(case.endpoint.model, None)}.", hint, KEY)


def wrong_address(case: Case, sentence: str = "") -> ServiceProblem:
    return ServiceProblem(
        "wrong_address",
        sentence or f"{case.at} answers, but not at this address.",
        "Check the path: it often ends with /v1.",
        KEY,
    )


def too_long_context(case: Case) -> ServiceProblem:
    return ServiceProblem(
        "too_long_context",
        "The meeting has grown too long for this model.",
        "Wrap up, or go on offline. Everything is kept.",
        (Way.WRAP_UP, Way.GO_OFFLINE),
    )


# --- what was seen in the reply: F20-F36 ------------------------------------------------------------------------------


def of_sign(sign: Sign, case: Case) -> ServiceProblem:
    """The reply itself could not be used, or not to its end."""
    if sign.kind == "said":
        return _of_words(sign.what, case)
    if sign.kind == "too_long":
        return ServiceProblem("too_long", "The line grew too long and was stopped.", "What was said so far is kept.", GO_ON)
    if sign.kind == "refusal":
        said = scrub(str(sign.what or ""), case.key)
        return ServiceProblem("refusal", "The model did not want to answer this.", _told(said, KEPT, "It"), AGAIN)
    if sign.kind == "only_thoughts":
        hint = f"Choose a model that answers without thinking first. {KEPT}"
        return ServiceProblem("empty", "The model spent all its words on thinking.", hint, AGAIN)
    if sign.kind == "empty":
        return ServiceProblem("empty", "The model said nothing.", KEPT, AGAIN)
    if sign.kind == "not_a_model":
        hint = "Is this the address of a model? A log-in page of the network looks like this too."
        return ServiceProblem("not_a_model", f"{case.at} answered, but not as a model does.", hint, KEY)
    if case.spoke:
        return ServiceProblem(
            "malformed", "The line stopped here: what came next cannot be read.", "What was said so far is kept.", GO_ON
        )
    return ServiceProblem("malformed", f"What {case.at} sent cannot be read.", KEPT, AGAIN)


def _of_words(value: object, case: Case) -> ServiceProblem:
    """An error told within the stream (F29)."""
    words = server_words(value, case.key)
    if _code(value) in ("context_length_exceeded", "exceed_context_size_error") or _CONTEXT.search(words):
        return too_long_context(case)
    if case.spoke:
        return ServiceProblem("cut", "The line stopped here.", _told(words, "What was said so far is kept."), GO_ON)
    return ServiceProblem("server_fault", f"{case.at} has a problem of its own.", _told(words, KEPT), AGAIN)


def not_usable(endpoint: Endpoint, why: str) -> ServiceProblem:
    """Two answers that were not in the form asked for. `why` is for the log of the caller, not for the screen."""
    log.info("%s: not usable, %d characters of reason", endpoint.host, len(why))
    return ServiceProblem(
        "not_usable",
        f"{endpoint.model} did not answer in the form that was asked for.",
        "A larger model may do better. Nothing was made up in its place.",
        AGAIN,
    )


# --- helpers ----------------------------------------------------------------------------------------------------------


def _told(words: str, otherwise: str, who: str = TOLD) -> str:
    return f"{who} said: “{words}” {otherwise}".strip() if words else otherwise


def _bare(case: Case) -> str:
    return case.at.rsplit(":", 1)[0] if case.at.rpartition(":")[2].isdigit() else case.at


def _names_model(code: str, words: str) -> bool:
    return code == "model_not_found" or bool(_NO_MODEL.search(words))


def _code(body: object) -> str:
    inner = body.get("error", body) if isinstance(body, dict) else None
    for name in ("code", "type"):
        found = inner.get(name) if isinstance(inner, dict) else None
        if isinstance(found, str) and (name == "code" or found.startswith(("exceed", "insufficient", "model_not"))):
            return found
    return ""


def _causes(exc: BaseException) -> list[BaseException]:
    """The exception, what caused it, and what was in groups of causes; at most twenty."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [exc]
    while waiting and len(found) < 20:
        at = waiting.pop(0)
        if at is None or at in found:
            continue
        found.append(at)
        waiting += [at.__cause__, at.__context__]
        if isinstance(at, BaseExceptionGroup):
            waiting += list(at.exceptions)
    return found


def _any(chain: list[BaseException], kind: type[BaseException]) -> bool:
    return any(isinstance(c, kind) for c in chain)
