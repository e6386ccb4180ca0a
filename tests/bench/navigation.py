"""`python -m tests.bench.navigation`: what readers wait for, on the first page and the next.

Over site/ or another built site, medians, on a fast network and on a slow one. The slow one is a proxy before
the server: what the browser loads ahead of a click knows nothing of limits that its tools set for a tab.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

from tests.support.browsing import as_readers_have_it, chromium
from tests.support.paths import ROOT
from tests.support.serving import served

ROUND_TRIP = 0.15
"""Seconds until the first byte of an answer on the slow network, and until a connection stands."""
SPEED = 200_000
"""Bytes a second on the slow network, of all connections together: 1.6 Mbit/s."""
HOVER = 500
"""Milliseconds for which a mouse rests on a link before the click."""
PIECE = 8_192

# When the heading of a page was first painted, by what it says.
NOTE_HEADINGS = """
window.shown = {};
const look = () => {
  const heading = document.querySelector("article h1")?.textContent;
  if (heading && !shown[heading]) {
    shown[heading] = 1;
    requestAnimationFrame(() => setTimeout(() => (shown[heading] = Date.now())));
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
addEventListener("click", () => { try { sessionStorage.clicked = Date.now() } catch {} }, true);
"""


class SlowNetwork:
    """Passes connections on to a server, late and slowly."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._free = 0.0  # when the line has sent what it was given
        self._lock = threading.Lock()
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}/"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            client, _ = self._listening.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        time.sleep(ROUND_TRIP)
        server = socket.create_connection(("127.0.0.1", self._port))
        threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
        self._pass(server, client, True)

    def _pass(self, come: socket.socket, go: socket.socket, is_answer: bool) -> None:
        try:
            while piece := come.recv(PIECE):
                self._wait(len(piece)) if is_answer else time.sleep(ROUND_TRIP)
                go.sendall(piece)
            go.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the browser broke it off

    def _wait(self, size: int) -> None:
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / SPEED
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


@contextmanager
def networks(site: Path) -> Iterator[dict[str, str]]:
    """Network → the site's address on it; below the host as its own settings say, which its pages hold."""
    scope = re.search(
        'data-key="/(.*?)palette"|__md_scope=new URL."/(.*?)"', (site / "index.html").read_text()
    )
    path = (scope[1] or scope[2] or "") if scope else ""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
        if path:
            Path(folder, path).symlink_to(site.resolve())
        with served(Path(folder) if path else site, compress=True) as fast:
            slow = SlowNetwork(urlsplit(fast).port or 0).address
            yield {"fast": fast + path, "slow": slow + path}


def first_view(browser: Browser, address: str) -> tuple[float, list[Request]]:
    """Milliseconds to the first paint for a new reader, and all that is loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    loaded: list[Request] = []

    def note(request: Request) -> None:
        loaded.append(request)

    tab.on("request", note)
    tab.goto(address, wait_until="networkidle")
    painted = "performance.getEntriesByName('first-contentful-paint')[0]"
    tab.wait_for_function(f"() => {painted}")
    paint = tab.evaluate(f"{painted}.startTime")
    context.close()
    return float(paint), loaded


def next_page(browser: Browser, address: str, hover: int) -> float:
    """Milliseconds from the click on the first proposal of the list until its heading is painted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(NOTE_HEADINGS)
    tab = context.new_page()
    tab.goto(f"{address}proposals/", wait_until="networkidle")
    link = tab.locator("main a.row-title:visible").first
    heading = link.inner_text()
    link.hover()
    tab.wait_for_timeout(hover)
    tab.mouse.down()
    tab.mouse.up()
    shown = wait_for_heading(tab, heading)
    waited = shown - float(tab.evaluate("+sessionStorage.clicked"))
    context.close()
    return waited


def wait_for_heading(tab: Page, heading: str) -> float:
    at = f"window.shown?.[{json.dumps(heading)}]"
    tab.wait_for_function(f"() => {at} > 1")
    return float(tab.evaluate(at))


def main() -> None:
    """Measure and print the table."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench.navigation", description=__doc__)
    arguments.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (site/)")
    arguments.add_argument("--times", type=int, default=5)
    given = arguments.parse_args()
    first = next((given.site / "proposals").glob("*/index.html")).parent.name
    forum = next((given.site / "forums").glob("*/index.html")).parent.name
    pages = {"/": "", "/proposals/ID/": f"proposals/{first}/", "/forums/ID/": f"forums/{forum}/"}
    with chromium() as plain, as_readers_have_it(plain) as browser, networks(given.site) as addresses:
        for name, path in pages.items():
            _, loaded = first_view(browser, addresses["fast"] + path)
            fetched = [one.url for one in loaded if one.resource_type in {"fetch", "xhr"}]
            print(f"{name:16}{len(loaded):4} requests, of them fetched by scripts: {fetched or 'none'}")
        for network, address in addresses.items():
            painted = median(
                first_view(browser, address + pages["/proposals/ID/"])[0] for _ in range(given.times)
            )
            at_once = median(next_page(browser, address, 0) for _ in range(given.times))
            after = median(next_page(browser, address, HOVER) for _ in range(given.times))
            print(
                f"{network}: first paint {painted:5.0f} ms; click to page {at_once:5.0f} ms,"
                f" after {HOVER} ms on the link {after:5.0f} ms"
            )


if __name__ == "__main__":
    main()
