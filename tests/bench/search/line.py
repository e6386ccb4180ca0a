"""A line between a browser and a site: it counts what comes through, and may be as slow as a telephone's."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Speed:
    """How long an answer takes to begin, and how much comes each second, over all connections together."""

    seconds: float = 0
    bytes_a_second: float = float("inf")


FAST = Speed()
MOBILE = Speed(0.15, 1_600_000 / 8)
"""150 ms for a round trip and 1.6 Mbit/s."""


@dataclass
class Line:
    """What has come through so far: path and bytes of each answer's body, as sent."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)

    def carried(self, *beginnings: str, since: int = 0) -> int:
        """The bytes of the answers from `since` on, of paths that hold one of the words if any are given."""
        answers = self.sent[since:]
        return sum(
            size for path, size in answers if not beginnings or any(map(path.__contains__, beginnings))
        )


class _Wire(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    upstream: ClassVar[str]
    speed: ClassVar[Speed]
    line: ClassVar[Line]
    taken: ClassVar[threading.Lock]

    def do_GET(self) -> None:  # the name that the library calls
        time.sleep(self.speed.seconds)
        connection = HTTPConnection(self.upstream)
        connection.request("GET", self.path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        with self.taken:
            time.sleep(len(body) / self.speed.bytes_a_second)
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name not in ("Server", "Date"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.line.sent.append((urlsplit(self.path).path, len(body)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        del format, args


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed breaks its connections off."""


@contextmanager
def line_to(address: str, speed: Speed = FAST) -> Iterator[Line]:
    """A line to the site at this address, for as long as the context lasts."""
    line = Line("")
    wire = type(
        "_OneWire",
        (_Wire,),
        {"upstream": urlsplit(address).netloc, "speed": speed, "line": line, "taken": threading.Lock()},
    )
    with _Server(("127.0.0.1", 0), wire) as server:
        line.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield line
        server.shutdown()
