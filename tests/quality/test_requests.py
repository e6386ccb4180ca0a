"""A page asks nobody but its own host for anything, and its scripts have nothing to complain of."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request, Response

from tests.quality.conftest import BuiltSite


class Faults(list[str]):
    """What a sound page never does, as lines; each begins with the page that is open."""

    def __init__(self, context: BrowserContext, allowed: str) -> None:
        self._allowed = (allowed, "data:", "blob:")
        self.page = ""
        self.tab = context.new_page()
        self.tab.on("request", self._note_request)
        self.tab.on("response", self._note_response)
        self.tab.on("console", self._note_said)
        self.tab.on("pageerror", self._note_error)

    def _note(self, fault: str) -> None:
        self.append(f"{self.page}: {fault}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(self._allowed):
            self._note(f"asked for {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.status} {response.url}")

    def _note_said(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self._note(said.text)

    def _note_error(self, error: Error) -> None:
        self._note(str(error))


def test_no_page_asks_another_host_or_fails(context: BrowserContext, real: BuiltSite) -> None:
    faults = Faults(context, real.address)
    for page in real.samples:
        faults.page = page.path
        faults.tab.goto(real.address + page.path, wait_until="load")
        faults.tab.evaluate("document.fonts.ready.then(() => true)")
    assert faults == []
