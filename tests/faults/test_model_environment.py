"""F39, F40, B55, B56: addresses that cannot be one, and variables of the environment that are rubbish."""

from __future__ import annotations

import pytest

from rehearse.errors import InputProblem, ServiceProblem
from rehearse.models.endpoint import Timeouts, parse_endpoint
from tests.server import Server
from tests.server.places import nobody, self_signed
from tests.server.talk import heard, listen, with_client

RUBBISH = {
    "ALL_PROXY": "socks5://127.0.0.1:1",
    "HTTPS_PROXY": "http://127.0.0.1:1",
    "HTTP_PROXY": "http://127.0.0.1:1",
    "http_proxy": "nonsense://x",
    "https_proxy": "http://[bad",
    "NO_PROXY": ",,,[",
    "SSL_CERT_FILE": "/nowhere/at/all.pem",
    "SSL_CERT_DIR": "/nowhere",
    "SSLKEYLOGFILE": "/nowhere/keys",
    "OPENAI_BASE_URL": "https://elsewhere.invalid",
    "OPENAI_API_KEY": "\n",
    "OPENAI_ORG_ID": "örg",
    "OPENAI_CUSTOM_HEADERS": "ü: ü",
}
FAR = Timeouts(connect=1, tell=1, end=2, retry=0.02)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without any of these variables."""
    for name in RUBBISH:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


@pytest.mark.parametrize("name", RUBBISH)
def test_b56_a_server_on_this_computer_is_not_disturbed(name: str, bare: pytest.MonkeyPatch) -> None:
    bare.setenv(name, RUBBISH[name])
    with Server() as server:
        found = listen(server.url)
    assert found.problem is None
    assert found.text


def test_b56_all_of_them_at_once(bare: pytest.MonkeyPatch) -> None:
    for name, value in RUBBISH.items():
        bare.setenv(name, value)
    with Server() as server:
        assert listen(server.url).problem is None
        assert with_client(server.url, lambda c: c.models()) == ("large", "small")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:1"),
        ("HTTPS_PROXY", "gopher://x"),
        ("SSL_CERT_FILE", "/nowhere/at/all.pem"),
    ],
)
def test_f40_a_variable_that_cannot_be_used_is_named_and_its_value_is_not(
    name: str, value: str, bare: pytest.MonkeyPatch
) -> None:
    bare.setenv(name, value)
    with pytest.raises(ServiceProblem) as caught:
        listen("https://models.example", timeouts=FAR)
    assert caught.value.kind == "environment"
    assert name in str(caught.value)
    assert value not in str(caught.value)


def test_a_proxy_on_a_host_that_does_not_exist_is_named(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("https_proxy", "http://[bad")
    found = listen("https://models.example", timeouts=FAR)
    assert found.kind == "environment"
    assert "https_proxy" in str(found.problem)
    assert "[bad" not in str(found.problem)


def test_a_proxy_that_is_not_there_is_named(bare: pytest.MonkeyPatch) -> None:
    with nobody() as port:
        bare.setenv("HTTPS_PROXY", f"http://user:password@127.0.0.1:{port}")
        found = listen("https://models.example", timeouts=FAR)
    assert found.kind == "refused"
    assert "HTTPS_PROXY" in str(found.problem)
    assert "password" not in str(found.problem)


def test_a_proxy_is_left_out_where_the_environment_is_not_trusted(bare: pytest.MonkeyPatch) -> None:
    with Server() as proxy:
        bare.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        listen("https://models.invalid", timeouts=FAR, trust_env=False)
        assert proxy.connections == 0
        found = listen("https://models.invalid", timeouts=FAR)
        assert proxy.requests[0].method == "CONNECT"
    assert found.problem is not None


def test_a_certificate_of_ones_own_for_a_server_on_this_computer(tmp_path, bare: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cryptography")
    context, certificate = self_signed(tmp_path)
    bare.setenv("SSL_CERT_FILE", str(certificate))
    with Server(tls=context) as server:
        assert with_client(server.url, heard).problem is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://localhost:1234/v1/", "http://127.0.0.1:1234/v1"),
        (" https://Models.Example/v1/ ", "https://models.example/v1"),
        ("HTTPS://models.example", "https://models.example/v1"),
        ("http://[::1]:8080/", "http://[::1]:8080/v1"),
        ("http://127.9.9.9/api/openai", "http://127.9.9.9/api/openai"),
        ("https://bücher.example:8443/v1", "https://xn--bcher-kva.example:8443/v1"),
    ],
)
def test_addresses_are_brought_into_one_form(given: str, kept: str) -> None:
    endpoint = parse_endpoint(given, " small ")
    assert endpoint.url == kept
    assert endpoint.model == "small"
    assert parse_endpoint(kept, "small") == endpoint


@pytest.mark.parametrize(
    "given",
    [
        "", "models.example", "ftp://models.example", "file:///etc/hostname", "https://", "https:models.example", "//x",
        "http://models.example/v1", "http://192.168.1.7:11434", "http://0.0.0.0:11434", "http://127.0.0.1.evil.example",
        "https://user:pass@models.example", "http://x@127.0.0.1", "https://models.example?key=1", "https://models.example#x",
        "https://models.example/v1?", "https://a b.example", "https://models.example/\x00", "https://models.example:99999",
        "https://models.example:x", "https://[::1", "https://models.example/ü", "https://models.example\\@evil.example",
        "https://" + "x" * 3_000, "https://mod\nels.example", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_f39_b55_addresses_that_cannot_be_used_are_refused_with_the_reason(given: str) -> None:
    with pytest.raises(InputProblem) as caught:
        parse_endpoint(given, "small")
    assert caught.value.sentence.endswith(".")
    assert "pass" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("model", ["", "  ", "x" * 201, "a\nb", "a\x00b"])
def test_model_names_that_cannot_be_one(model: str) -> None:
    with pytest.raises(InputProblem):
        parse_endpoint("https://models.example", model)
