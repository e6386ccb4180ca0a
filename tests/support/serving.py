"""A built site, served as hosts of static files do it: its 404 page for what is not there, gzip for texts."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

Rewrite = Callable[[Path, bytes], bytes]
"""What is sent in place of a file's bytes."""

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class _Server(ThreadingHTTPServer):
    folder: Path
    compress: bool
    headers: Mapping[str, str]
    rewrite: Rewrite
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """A browser that is closed breaks its connections off."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _StaticFiles(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else the end of each answer waits for the browser's word that it got the beginning.
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:  # the name that the library calls
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / path.lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file.is_dir():
            file /= "index.html"
        found = file.is_file()
        self._send(file if found else self.server.folder / "404.html", 200 if found else 404)

    def _send(self, file: Path, status: int) -> None:
        compressed = self.server.compress and file.suffix in COMPRESSED
        body = _gzipped(file) if compressed else self.server.rewrite(file, file.read_bytes())
        self.send_response(status)
        kind = self.guess_type(str(file))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if file.suffix in COMPRESSED else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages does
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        del format, args


@cache
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


@contextmanager
def served(
    folder: Path,
    *,
    compress: bool = False,
    headers: Mapping[str, str] = MappingProxyType({}),
    rewrite: Rewrite = lambda _, content: content,
) -> Iterator[str]:
    """The address of the site's root, with '/' at its end, for as long as the context lasts.

    `rewrite` says what is sent instead of a file; what is compressed is sent as it is.
    """
    with _Server(("127.0.0.1", 0), _StaticFiles) as server:
        server.folder, server.compress, server.headers, server.rewrite = folder, compress, headers, rewrite
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
