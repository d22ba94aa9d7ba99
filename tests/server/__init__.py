"""A loopback server that speaks the OpenAI protocol over real sockets, faults included. See `tests.server.server.Server`."""

from tests.server.server import Server

__all__ = ["Server"]
