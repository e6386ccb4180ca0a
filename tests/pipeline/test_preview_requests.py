"""What a preview answers to requests that no reader makes: nothing but its own pages, by its own name."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from generator.pipeline.preview import Preview, PreviewServer
from generator.pipeline.preview_requests import OwnNames
from generator.pipeline.progress import Silent

FILES = {
    "index.html": "home</body>",
    "forums/index.html": "forums</body>",
    "files/발표.txt": "slides",
    "404.html": "no such page</body>",
    "en/404.html": "nothing in English</body>",
}
TRAVERSALS = [
    "/%2fother.example/..%2fforums", "//other.example/../forums", "/%2f%2fother.example%2fforums",
    "/\\other.example/..\\forums", "/%5cother.example/%2e%2e/forums", "/%5c%5cother.example", "/.//forums",
    "/%2e%2e/secret.txt", "/../secret.txt", "/forums/..%2f..%2fsecret.txt", "/..%5csecret.txt",
    "/forums/%2e%2e/forums", "/%252fother.example", "/;//other.example", "/C:/secret.txt",
    "/%00", "/forums%00/", "/%00/../forums", "/index.html%00.txt", "/%ff", "/%ed%a0%80", "/\xff",
    "/" + "a" * 5_000, "/" + "a/" * 5_000, "/%c3%a9" * 3_000, "/livereload/" + "9" * 5_000 + "/1",
    "/livereload/x/1", "other.example/forums", "*", "http:/forums", "/%0d%0aLocation:%20//other.example",
]  # fmt: skip
"""None is a file here; `forums` alone would be led on to `forums/`."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    """A preview of a site that is there already: nothing is built or watched."""
    root = tmp_path_factory.mktemp("project")
    (root / "secret.txt").write_text("secret")
    for path, text in FILES.items():
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_text(text, encoding="utf-8")
    running = PreviewServer(Preview(root, root / "site", Silent(), pytest.fail), "127.0.0.1", 0)
    running.server_bind()
    running.server_activate()
    running.serve_thread.start()
    yield running
    running.shutdown()


def ask(server: PreviewServer, target: str, host: str | None = None, method: str = "GET") -> tuple[str, str]:
    """Head and body of the answer."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=30) as asked:
        header = "" if host is None else f"Host: {host}\r\n"
        asked.sendall(f"{method} {target} HTTP/1.0\r\n{header}\r\n".encode("latin-1"))
        with asked.makefile("rb") as answer:
            head, _, body = answer.read().decode().partition("\r\n\r\n")
    return head, body


def status(head: str) -> int:
    return int(head.split()[1])


def test_pages_and_files_are_shown(server: PreviewServer) -> None:
    own = f"127.0.0.1:{server.server_port}"
    for target, text in (("/", "home"), ("/forums/", "forums"), ("/files/%EB%B0%9C%ED%91%9C.txt", "slides")):
        head, body = ask(server, target, own)
        assert (status(head), body.startswith(text)) == (200, True)
    head, _ = ask(server, "/forums", own)
    assert status(head) == 302
    assert "\nLocation: /forums/\r" in head


@pytest.mark.parametrize("target", TRAVERSALS, ids=lambda target: str(target[:30].encode("latin-1")))
def test_what_is_no_plain_path_is_not_there(
    server: PreviewServer, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    head, body = ask(server, target)
    assert (status(head), "location:" in head.lower()) == (404, False)
    assert body.startswith("no such page")
    assert "Traceback" not in capfd.readouterr().err


def test_a_request_longer_than_any_address_is_refused(server: PreviewServer) -> None:
    head, _ = ask(server, "/" + "a" * 70_000)
    assert status(head) == 414


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get", "X"])
def test_other_methods_are_refused(server: PreviewServer, method: str) -> None:
    head, body = ask(server, "/", method=method)
    assert (status(head), "\nAllow: GET, HEAD\r" in head) == (405, True)
    assert "home" not in body


@pytest.mark.parametrize("target", ["/", "/files/%EB%B0%9C%ED%91%9C.txt", "/nowhere/"])
def test_head_is_a_get_without_its_body(server: PreviewServer, target: str) -> None:
    """But for the number by which a page waits for the next build."""
    expected, _ = ask(server, target)
    head, body = ask(server, target, method="HEAD")
    assert (head.split("\r\n")[0], body) == (expected.split("\r\n")[0], "")
    assert "\nContent-Length: " in head


@pytest.mark.parametrize(
    "host", ["other.example", "other.example:8000", "127.0.0.1.other.example", "", "a b", "localhost@x", "0"]
)
def test_another_name_is_refused(server: PreviewServer, host: str) -> None:
    for target in ("/", "/forums", "/nowhere/", "/livereload/0/1"):
        head, body = ask(server, target, host)
        assert (status(head), "home" in body, "serve" in body) == (421, False, True)


def test_the_name_in_an_absolute_target_counts_too(server: PreviewServer) -> None:
    own = f"127.0.0.1:{server.server_port}"
    assert ask(server, f"http://{own}/forums/", own)[1].startswith("forums")
    assert ask(server, f"HTTP://{own}", own)[1].startswith("home")
    for target, host in (
        ("http://other.example/", own),
        (f"http://{own}/", "other.example"),
        (f"http://other.example@{own}/", own),
    ):
        assert status(ask(server, target, host)[0]) == 421
    head, _ = ask(server, f"http://{own}//other.example/..%2fforums", own)
    assert status(head) == 404


LOCAL = [
    "127.0.0.1",
    "127.0.0.1:8000",
    "localhost",
    "LOCALHOST:1",
    "localhost.",
    "desk.localhost",
    "[::1]:8000",
]
LOCAL += ["127.9.9.9", "[::ffff:127.0.0.1]"]
NEAR = ["192.168.0.5:8000", "[fe80::1]", "desk-pc", "Desk-PC.local:8000"]
FAR = [
    "other.example",
    "localhost.other.example",
    "notlocalhost",
    "desk-pc.other.example",
    "0x7f.1",
    "[::1",
    "::1",
    ":80",
]
FAR += ["127.0.0.1, other.example", "127.0.0.1/x", "other.example\\127.0.0.1", "127.0.0.1:80:80", "lоcalhost"]


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1", LOCAL),
        ("::1", LOCAL),
        ("localhost", LOCAL),
        ("0.0.0.0", LOCAL + NEAR),  # noqa: S104 - only a name here
        ("::", LOCAL + NEAR),
        ("192.168.0.5", LOCAL + NEAR),
        ("desk.example.org", [*LOCAL, *NEAR, "desk.example.org", "DESK.example.org:8000"]),
    ],
)
def test_its_names_are_those_of_where_it_listens(host: str, known: list[str]) -> None:
    names = OwnNames(host, "Desk-PC")
    assert [name for name in {*LOCAL, *NEAR, *FAR, *known} if names.include(name)] == [
        name for name in {*LOCAL, *NEAR, *FAR, *known} if name in known
    ]
