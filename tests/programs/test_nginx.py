"""nginx serves a built site with an archive's server file: headers, languages, redirects, compression."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPResponse
from typing import IO, NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.support.host_files import host_files
from tests.support.programs import needs_programs
from tests.support.running import PATIENCE
from tests.support.sites import SharedSites
from tests.support.tiny_project import build_tiny

pytestmark = needs_programs("nginx")

MAIN = """
{user}
worker_processes 1;
pid nginx.pid;
events {{}}
http {{
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path tmp;
    proxy_temp_path tmp;
    fastcgi_temp_path tmp;
    uwsgi_temp_path tmp;
    scgi_temp_path tmp;
    include server.conf;
}}
"""
"""Around the server file what Debian's own nginx.conf has, for a process of an ordinary user."""


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


class _AsItIs(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Follows nothing."""


def get(address: str, **headers: str) -> Answer:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = urllib.request.Request(address, headers=sent)  # noqa: S310 - ours
    try:
        answer: HTTPResponse = urllib.request.build_opener(_AsItIs).open(asked, timeout=PATIENCE)
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())
    with answer:
        return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def root(shared_site: SharedSites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address."""
    archive = shared_site("tiny", build_tiny) / "project"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/library/"
    folder = tmp_path_factory.mktemp("nginx")
    server = host_files("nginx", address)["nginx.conf"]
    server = server.replace(f"listen {port};", f"listen 127.0.0.1:{port};").replace("FOLDER", str(archive))
    (folder / "server.conf").write_text(server, encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(user="user root;" if os.getuid() == 0 else ""), "utf-8")
    shutil.copy("/etc/nginx/mime.types", folder)
    command = ["nginx", "-p", f"{folder}/", "-c", "nginx.conf", "-e", "error.log"]
    subprocess.run([*command, "-t"], check=True, capture_output=True, timeout=PATIENCE)
    with subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + PATIENCE
        while not answers(port):
            assert process.poll() is None, (folder / "error.log").read_text()
            assert time.monotonic() < end
            time.sleep(0.05)
        yield address
        process.terminate()
        process.wait(PATIENCE)
    complaints = (folder / "error.log").read_text().splitlines()
    assert [line for line in complaints if "No such file" not in line and "is not found" not in line] == []


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("en/", "text/html; charset=utf-8"),
        ("forums/2024-open-shelves/", "text/html; charset=utf-8"),
        ("text/forums/2024-open-shelves.md", "text/markdown; charset=utf-8"),
        ("llms.txt", "text/plain; charset=utf-8"),
        ("feeds/new.atom", "application/atom+xml"),
        ("calendars/all.ics", "text/calendar; charset=utf-8"),
        ("data/proposals.csv", "text/csv; charset=utf-8"),
        ("data/proceedings.json", "application/json; charset=utf-8"),
        ("data/proposals.jsonl", "application/jsonl; charset=utf-8"),
        ("data/proceedings.db", "application/vnd.sqlite3"),
        ("cite/all.bib", "application/x-bibtex; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("assets/javascripts/frame.js", "application/javascript; charset=utf-8"),
    ],
)
def test_file_is_what_it_says(root: str, path: str, kind: str) -> None:
    answer = get(root + path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_every_answer_has_the_headers(root: str) -> None:
    for path in ("", "en/", "nothing/", "feeds/new.atom", "assets/javascripts/frame.js"):
        headers = get(root + path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "1.2" not in headers["Server"]  # no version


@pytest.mark.parametrize(
    ("path", "language"), [("nothing/", "ko"), ("en/nothing/", "en"), ("en/x.html", "en")]
)
def test_what_is_not_there_is_answered_in_the_language_of_its_address(
    root: str, path: str, language: str
) -> None:
    answer = get(root + path)
    assert answer.status == 404
    assert f'<html lang="{language}"'.encode() in answer.body


@pytest.mark.parametrize("path", ["forums", "en/forums", "forums/2024-open-shelves"])
def test_folder_without_a_slash_leads_to_the_page(root: str, path: str) -> None:
    answer = get(root + path)
    assert (answer.status, answer.headers["Location"]) == (301, f"/library/{path}/")


@pytest.mark.parametrize(
    "path", ["", "assets/javascripts/frame.js", "feeds/new.atom", "data/proceedings.json"]
)
def test_texts_are_packed_for_who_can_unpack_them(root: str, path: str) -> None:
    packed, plain = get(root + path, Accept_Encoding="gzip"), get(root + path)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body
    assert "Content-Encoding" not in plain.headers


def test_pictures_are_not_packed_again(root: str) -> None:
    assert "Content-Encoding" not in get(f"{root}assets/icon-512.png", Accept_Encoding="gzip").headers


def test_pages_are_asked_for_each_time_and_typefaces_are_kept(root: str, shared_site: SharedSites) -> None:
    first = get(root)
    assert first.headers["Cache-Control"] == "no-cache"
    assert get(root, If_None_Match=first.headers["ETag"]).status == 304
    assert get(f"{root}assets/javascripts/frame.js").headers["Cache-Control"] == "max-age=3600"
    site = shared_site("tiny", build_tiny) / "project" / "site"
    font = next(site.rglob("*.woff2")).relative_to(site).as_posix()
    assert get(root + font).headers["Cache-Control"] == "max-age=2592000"


def test_nothing_outside_the_site_is_served(root: str) -> None:
    for path in ("../mkdocs.yml", "..%2fmkdocs.yml", "en../mkdocs.yml", "en/..%2f..%2fmkdocs.yml"):
        assert get(root + path).status in (400, 404)


def test_permanent_address_leads_a_browser_to_the_record(root: str, browser: Browser) -> None:
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(f"{root}p/2024-open-shelves-1/")
    tab.wait_for_url(f"{root}proposals/2024-open-shelves-1/")
    assert tab.locator("h1").count() == 1
    tab.close()
    assert complaints == []
