"""What a site weighs: bytes and files per record, the largest page, and what a page fetches beside itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, Request

from tests.bench.product import Bench, pages_of, some_proposal
from tests.bench.table import Line, at_most
from tests.support.browsing import chromium
from tests.support.serving import served

BEFORE = Path(__file__).with_name("before.json")
"""Bytes and files per record by kind, as they were before issue 17, at the same number of records."""
RECORDS = 2_000
LARGEST_AT = 10_000
"""Records, 6,000 of them proposals."""
THEME = ("assets",)
"""The same whatever the number of records."""


def written(bench: Bench) -> Iterator[Line]:
    """What a site without volumes, cards and the theme's files takes on a host, by the number of its records.

    Pages are what has an address in the browser; each other kind is called by its folder.
    """
    records = bench.records(RECORDS)
    now, before = (
        weight_by_kind(bench.built(records) / "site"),
        json.loads(BEFORE.read_text(encoding="utf-8")),
    )
    name = f"written per record, {records:,} records"
    for label, kinds, bytes_wanted, files_wanted in (
        ("pages", {"pages"}, 40_000, 2),
        ("all else", now.keys() - {"pages"}, 20_000, 3),
    ):
        size = sum(now[kind][0] for kind in kinds) / records
        files = sum(now[kind][1] for kind in kinds) / records
        yield at_most(f"{name}: {label}, kB", size / 1000, bytes_wanted / 1000, "{:.1f}")
        yield at_most(f"  {label}, files", files, files_wanted)
    for kind in sorted(now.keys() | before.keys()):
        size, files = now.get(kind, (0, 0))
        old_size, old_files = before.get(kind, (0, 0))
        old = f"before {old_size / 1000:.1f} kB in {old_files:.2f}"
        yield Line(f"  {kind}", f"{size / records / 1000:.1f} kB in {files / records:.2f} files  ({old})")


def weight_by_kind(site: Path) -> Mapping[str, tuple[int, int]]:
    """Kind of file → bytes and number."""
    sizes: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for path in site.rglob("*"):
        kind = kind_of(path.relative_to(site).as_posix())
        if path.is_file() and kind not in THEME:
            sizes[kind] += path.stat().st_size
            numbers[kind] += 1
    return {kind: (sizes[kind], numbers[kind]) for kind in sizes}


def kind_of(name: str) -> str:
    """`pages`, or the folder below the language's root."""
    if name.endswith(".html"):
        return "pages"
    folder, slash, _ = name.removeprefix("en/").partition("/")
    return folder if slash else "others"


def largest(bench: Bench) -> Iterator[Line]:
    """The page with most bytes: its elements, and what it costs the main thread to load it in Chromium."""
    records = bench.records(LARGEST_AT)
    site = bench.built(records) / "site"
    page = max(pages_of(site), key=lambda path: path.stat().st_size)
    name = page.relative_to(site).as_posix()
    yield at_most(
        f"the largest page, {records:,} records: kB", page.stat().st_size / 1000, 300, "{:.0f}", beside=name
    )
    with chromium() as browser, served(site) as address:
        elements, seconds = cost_of(browser, address + name.removesuffix("index.html"))
    yield at_most("  its elements", elements, 3_000, "{:,}")
    yield Line("  main thread in Chromium", f"{seconds:.2f} s")


def cost_of(browser: Browser, address: str) -> tuple[int, float]:
    """How many elements a page has, and for how many seconds the main thread worked until it was there."""
    tab = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("Performance.enable")
    tab.goto(address, wait_until="networkidle", timeout=300_000)
    metrics = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    return int(tab.evaluate("document.querySelectorAll('*').length")), float(metrics["TaskDuration"])


def fetched(bench: Bench) -> Iterator[Line]:
    """What scripts fetch when a reader who has seen a page of the site opens another one."""
    records = bench.records(RECORDS)
    project = bench.built(records)
    paths = ("", f"proposals/{some_proposal(project).stem}/")
    with chromium() as browser, served(project / "site") as address:
        requests = fetched_on_second(browser, [address + path for path in paths])
    told = ", ".join(f"{name} ({size / 1000:.0f} kB)" for name, size in sorted(requests.items())) or "nothing"
    yield Line(f"fetched beside the page on each load, {records:,} records", told, "nothing", not requests)


def fetched_on_second(browser: Browser, addresses: list[str]) -> Mapping[str, int]:
    """Last part of the address → bytes, of what scripts fetched for the second page."""
    tab: Page = browser.new_context().new_page()
    tab.goto(addresses[0], wait_until="networkidle")
    seen: list[Request] = []

    def note(request: Request) -> None:
        if request.resource_type in ("fetch", "xhr", "eventsource", "websocket"):
            seen.append(request)

    tab.on("requestfinished", note)
    tab.goto(addresses[1], wait_until="networkidle")
    return {request.url.rpartition("/")[2]: request.sizes()["responseBodySize"] for request in seen}
