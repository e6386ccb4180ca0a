"""What the first view of the Korean home page in site/ costs to load: bytes as sent, with gzip and fonts."""

from __future__ import annotations

import sys
from collections import Counter
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request

from tests.support.browsing import chromium
from tests.support.paths import ROOT
from tests.support.serving import served

MOST = 700_000


def load(browser: Browser, address: str) -> list[Request]:
    """Everything a new reader's browser loads for a page, until nothing more comes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    loaded: list[Request] = []

    def note(request: Request) -> None:
        loaded.append(request)

    context.on("requestfinished", note)
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    tab.evaluate("document.fonts.ready.then(() => true)")
    tab.wait_for_load_state("networkidle")
    return loaded


def sent(request: Request) -> int:
    """The bytes of the answer, head and body."""
    answer = request.response()
    # Not the body's size as Chromium reports it, which is 0 for the script of a worker.
    body = int(answer.headers["content-length"]) if answer else 0
    return request.sizes()["responseHeadersSize"] + body


def main() -> None:
    with chromium() as browser, served(ROOT / "site", compress=True) as address:
        files = [
            (sent(request), request.resource_type, urlsplit(request.url).path)
            for request in load(browser, address)
            if request.url.startswith(address)
        ]
    kinds: Counter[str] = Counter()
    for size, kind, path in sorted(files, reverse=True):
        kinds[kind] += size
        print(f"{size:9,}  {kind:10}  {path}")
    print()
    for kind, size in kinds.most_common():
        print(f"{size:9,}  {kind}")
    print(f"{kinds.total():9,}  in all; {MOST:,} at most")
    sys.exit(kinds.total() > MOST)


if __name__ == "__main__":
    main()
