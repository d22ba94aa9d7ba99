"""`python -m tests.server --port 8000 --fault f17_stall`: the test server by hand. `--list` names the faults."""

from __future__ import annotations

import argparse

from tests.server.faults import FAULTS
from tests.server.server import Server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.server")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--fault", choices=sorted(FAULTS), metavar="NAME")
    parser.add_argument("--chunk", type=int, default=4, help="characters a piece")
    parser.add_argument("--rate", type=float, default=40.0, help="pieces a second, 0 = as fast as it goes")
    parser.add_argument("--list", action="store_true", help="name every fault")
    given = parser.parse_args()
    if given.list:
        print("\n".join(sorted(FAULTS)))
        return
    server = Server(fault=given.fault, chunk=given.chunk, rate=given.rate, port=given.port)
    print(f"{server.url}  Ctrl+C ends it")
    server.serve_here()


if __name__ == "__main__":
    main()
