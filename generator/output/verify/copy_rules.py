"""The rules for a page of the copy for a folder, beside those for every page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output.verify.html_page import HtmlPage, value
from generator.output.verify.resolve import BuiltSite, Inside, split_address
from generator.output.verify.rules import PAGE_RULES, PageRule
from generator.parsing.messages import Message, message


def named_files(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """An address within the copy starts at the page and names a file, since no server finds one for it."""
    for reference in page.references:
        scheme, path, _ = split_address(reference.address)
        if scheme or not path or not isinstance(site.resolve(reference.address, page.path), Inside):
            continue
        if path.startswith("/") or path.rpartition("/")[2] in ("", ".", ".."):
            yield message("verify.no_file_name", link=str(reference))


def classic_scripts(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """No script is a module, which browsers do not load from a folder."""
    for script in page.tagged("script"):
        if value(script, "type").strip().lower() == "module" and "src" in script:
            yield message("verify.module", script=value(script, "src"))


COPY_RULES: tuple[PageRule, ...] = (*PAGE_RULES, named_files, classic_scripts)
