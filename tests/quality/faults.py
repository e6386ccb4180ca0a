"""What a sound page never does while a reader uses it."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Request, Response

NOTED = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
"""
"""A script that notes what a page's policy forbids it, for each page before it loads."""


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
        self.tab.on("dialog", self._note_dialog)

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

    def _note_dialog(self, dialog: Dialog) -> None:
        self._note(f"said {dialog.message} in a window")
        with suppress(Error):  # the page may be gone already
            dialog.dismiss()
