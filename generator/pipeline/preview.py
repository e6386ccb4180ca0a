"""A live preview: every save builds the site again and reloads the page, or shows what is wrong.

The server, its watching and the script that reloads a page are MkDocs's own; the build is ours.
"""

from __future__ import annotations

import errno
import html
import logging
import os
import re
import shutil
import signal
import socket
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from secrets import token_hex
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import FileWrapper

from filelock import FileLock, Timeout
from jinja2 import TemplateError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS
from yaml import YAMLError

from generator.corpus.corpus import Corpus
from generator.corpus.waiting import to_preview
from generator.i18n.load import load_words
from generator.output.publishing import (
    LOCK,
    build_lock,
    discard,
    is_real_folder,
    put_in_place,
    staging_folder,
)
from generator.output.site_paths import LANGUAGE_FOLDERS, language_at
from generator.parsing.messages import Message, Refusal, Speech, message
from generator.pipeline.cache import cache_of_preview
from generator.pipeline.errors import FAILURES, explain
from generator.pipeline.interruptible import Interruptible, SavedAgain
from generator.pipeline.page_files import write_pages
from generator.pipeline.preview_instead import NOTHING_HERE, WRONG_PAGE
from generator.pipeline.preview_pages import markdown_of, saved_records, show_saved
from generator.pipeline.preview_requests import NOT_THERE, HttpRefusal, OwnNames, path_asked_for, shown_host
from generator.pipeline.preview_sources import SavedPaths, listing, saved_files, sources
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.progress import Steps
from generator.pipeline.site import read_corpus
from generator.pipeline.site_html import html_of
from generator.pipeline.stage import fill_stage
from generator.pipeline.today import today

WATCH_INTERVAL = 0.3
"""Seconds between two looks at the watched files."""

PREVIEW_FOLDER = re.compile(r"preview-[0-9a-f]{8}")

BROKEN_SOURCE = (
    *(TemplateError, YAMLError),
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
)
"""Raised for a template or a file of strings/ that somebody is in the middle of changing."""


class CannotServe(Refusal):
    """The server cannot listen at the host and port that were asked for."""


def serve(
    root: Path,
    address: tuple[str, int],
    steps: Steps,
    complain: Callable[[str], None],
    language: Speech,
    open_in_browser: bool = False,
) -> None:
    """Show the project's site at an address, host and port, until Ctrl-C; port 0 is any free one.

    `steps` displays progress, `complain` prints what is wrong, in the language. Raises CannotServe.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # A plain `kill` ends it as cleanly as Ctrl-C.
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # It names each address that is not there.
    with own_folder(root / "build", steps.say) as folder:
        preview = Preview(root, folder / "site", steps, complain, language)
        server = PreviewServer(preview, *address)
        try:
            with suppress(KeyboardInterrupt):
                server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]  # MkDocs's
        finally:
            server.shutdown()


@contextmanager
def own_folder(build: Path, waiting: Callable[[Message], None]) -> Iterator[Path]:
    """A folder that one preview has while it runs; the folders of killed previews are removed."""
    with build_lock(build, waiting):
        for left in build.iterdir():
            if PREVIEW_FOLDER.fullmatch(left.name) and is_real_folder(left):
                with suppress(Timeout):
                    with FileLock(left / LOCK, timeout=0):  # Of one that runs, it is taken.
                        pass
                    shutil.rmtree(left, ignore_errors=True)  # Let go of first: Windows keeps what is open.
        folder = build / f"preview-{token_hex(4)}"
        folder.mkdir()
        lock = FileLock(folder / LOCK)
        lock.acquire()
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Preview:
    """The site as it was last built, or what is wrong with its sources."""

    root: Path
    site: Path
    """Folder of the built site; it is missing while something is wrong."""
    steps: Steps
    complain: Callable[[str], None]
    language: Speech = "en"
    wrong: str = ""
    asked: frozenset[str] = frozenset()
    """The Markdown file of the page that was asked for last, from its language's root."""
    corpus: Corpus | None = None
    """As it was last read."""
    is_saved_again: Callable[[], bool] = lambda: False
    """Whether something was saved since a build began."""
    unfinished: frozenset[str] = frozenset()
    """Files of which pages are shown, but not yet all that is made of them."""

    def build(self, address: str, saved: Iterable[str], shown: Callable[[], None]) -> None:
        """Builds the site and replaces the one before. `saved` are the files that changed; at first none.

        `shown` is called when pages of changed records are there already, and the rest is still to come.
        """
        started = time.monotonic()
        saved = self.unfinished.union(saved)
        if not self.has_something_to_show():
            self.steps.say(message("preview.working", address=address))
        try:
            self._build(address, saved, shown)
            self.wrong, self.unfinished = "", frozenset()
        except SavedAgain:
            self.unfinished = saved
            return
        except FAILURES as failure:
            self.wrong = explain(failure, self.language)
        except BROKEN_SOURCE:
            self.wrong = traceback.format_exc()
        if self.wrong:
            shutil.rmtree(self.site, ignore_errors=True)
            self.complain(self.wrong)
        seconds = f"{time.monotonic() - started:.1f}"
        files = saved_files(self.root, saved)
        if self.wrong:
            self.steps.say(message("preview.wrong", address=address, files=files))
        else:
            self.steps.say(message("preview.built", address=address, seconds=seconds, files=files))

    def _show(self, saved: Iterable[str]) -> bool:
        """Shows the pages of saved records at once, in the site of before; no other is made or checked."""
        if not (self.corpus and self.site.exists()):
            return False
        read = saved_records(self.corpus, self.root.resolve() / "content", saved, today())
        if not read:
            return False
        self.corpus = read.corpus
        return show_saved(self.root, self.site, read, self.asked)

    def _build(self, address: str, saved: Iterable[str], shown: Callable[[], None]) -> None:
        build = self.root / "build"
        with build_lock(build, self.steps.say):
            steps = self.steps
            if self._show(saved):
                shown()
                steps = Interruptible(steps, self.is_saved_again)
            corpus = self.corpus = to_preview(read_corpus(self.root, steps), today())
            # What may be ended at any time goes on in this process alone.
            jobs = PROCESSORS if steps is self.steps else 1
            generated = write_pages(self.root, corpus, load_words(), steps, preview_at=address, jobs=jobs)
            made = html_of(self.root, cache_of_preview(build), generated, corpus, steps, PROCESSORS)
            with staging_folder(build) as stage:
                fill_stage(stage, {**generated.beside, **made.files})
                discard(put_in_place(stage, self.site), build)

    def has_something_to_show(self) -> bool:
        return bool(self.wrong) or self.site.exists()

    def instead_of(self, path: str) -> tuple[str, bytes]:
        """Status and page for a path that the site lacks: what is wrong, or the 404 page of its language."""
        if self.wrong:
            return "500 Internal Server Error", WRONG_PAGE.format(wrong=html.escape(self.wrong)).encode()
        folder = LANGUAGE_FOLDERS[language_at(path.removeprefix("/"))]
        with suppress(OSError):
            return "404 Not Found", (self.site / folder / "404.html").read_bytes()
        return "404 Not Found", NOTHING_HERE.encode()


class PreviewServer(LiveReloadServer):
    """MkDocs's server for a preview; parts of it that this uses are not public, but its version is pinned."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(self._rebuild, host, port, str(preview.site))
        self._preview = preview
        self._host = host
        self._names = OwnNames(host, socket.gethostname())
        self._saved = SavedPaths()
        preview.is_saved_again = self._saved.are_waiting
        self._want_rebuild = True  # The first build begins when the watching has, so that no save is missed.
        watched = sources(preview.root.resolve(), Path(str(resources.files("generator"))).resolve())
        self.observer = PollingObserverVFS(os.stat, listing(watched), polling_interval=WATCH_INTERVAL)  # type: ignore[assignment]  # MkDocs asks of it what every observer has
        for folder in watched:
            self.watch(str(folder))
            self.observer.schedule(self._saved, str(folder), recursive=True)

    def _rebuild(self) -> None:
        """Requests get the site before meanwhile; only while there is none yet do they wait."""
        epoch = self._wanted_epoch
        if self._preview.has_something_to_show():
            self._wanted_epoch = self._visible_epoch
        self._preview.build(self.url, self._saved.take(), self._show)
        self._wanted_epoch = epoch

    def _show(self) -> None:
        """Browsers that show a page load it again, though the rest of the site is still to come."""
        with self._epoch_cond:
            self._visible_epoch += 1
            self._epoch_cond.notify_all()

    def server_bind(self) -> None:
        """Takes the port; raises CannotServe, which says what to do, if another program has it."""
        host, port = self._host, self.server_address[1]
        try:
            super().server_bind()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CannotServe(message("preview.port_taken", port=str(port), host=host)) from error
            reason = message("preview.cannot", host=host, port=str(port), error=error.strerror or "")
            raise CannotServe(reason) from error
        self.url = f"http://{shown_host(host)}:{self.server_port}/"

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A file of the site, or a page that says why there is none; of HEAD the headers alone."""
        answer = self._answer(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return answer
        if isinstance(answer, FileWrapper):
            answer.close()
        return []

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = path_asked_for(environ, self._names)
        if isinstance(path, HttpRefusal) and path is not NOT_THERE:
            headers = [("Content-Type", "text/plain; charset=utf-8"), *path.headers]
            start_response(path.status, headers)
            return [f"{path.message}\n".encode()]
        epoch = self._visible_epoch  # Asked first: should a build end now, the page is loaded once too often.
        if isinstance(path, str):
            self._preview.asked = frozenset({markdown_of(path)})
            asked = environ | {"PATH_INFO": path.encode().decode("latin-1")}
            found: Iterable[bytes] | None = self._serve_request(asked, start_response)
            if found is not None:
                return found
        status, page = self._preview.instead_of(path if isinstance(path, str) else "/")
        body: bytes = self._inject_js_into_html(page, epoch)  # type: ignore[no-untyped-call]  # MkDocs's
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
        start_response(status, headers)
        return [body]
