"""The checks of a built site before it is published: for what MkDocs cannot see, and for what it lets pass.

A page is parsed once, in one of several processes if there are many; what concerns two pages (a link to a
heading) is joined afterwards from small summaries. `rules.py` holds the rules for a page, `html_page.py`
what a page holds, `markdown_file.py` what a Markdown file beside the pages holds, `resolve.py` where an
address leads. What scripts load when they run cannot be seen here;
the Content-Security-Policy is there for that.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from generator.output.verify.html_page import HtmlPage, HtmlReference, in_css, parse_page
from generator.output.verify.kept_summaries import KeptSummaries
from generator.output.verify.markdown_file import MARKDOWN_ENDINGS, parse_markdown, wrong_in_markdown
from generator.output.verify.own_address import wrong_addresses
from generator.output.verify.resolve import BuiltSite, Inside
from generator.output.verify.rules import PAGE_RULES, PageRule, wrong_references
from generator.output.verify.summary import AskedFiles, Fault, Summary
from generator.output.worker_processes import SPAWN, end_worker_with_build
from generator.parsing.messages import Refusal, message

PAGES_WORTH_PROCESSES = 400  # To start processes takes as long as to check some hundred pages.
PAGES_OF_A_BATCH = 100


class CheckerKilled(Refusal):
    """A process that checks pages was killed, so its findings are missing."""


def verify_site(  # noqa: PLR0913 - each is a fact about the site
    folder: Path,
    languages: Mapping[str, str],
    base_path: str = "/",
    address: str | None = None,
    rules: Sequence[PageRule] = PAGE_RULES,
    *,
    elsewhere: str | None = None,
    kept: KeptSummaries | None = None,
) -> list[Fault]:
    """Every fault of the site in a folder, sorted by page and message; empty if it may be published.

    `languages` maps each language to the folder of its pages, one to the root (`{"ko": "", "en": "en/"}`).
    `base_path` is where the site stands on its host (`/` or `/name/`), `address` its whole address, if known;
    `elsewhere` is one that nothing may name as the site's, since it is published at `address` instead.
    `kept`: what an earlier build found out about pages; this one's findings are added.
    """
    if "" not in languages.values():
        raise ValueError("no language has its pages at the root")
    files, faults = files_of(folder)
    site = site_of(frozenset(files), languages, base_path, address)
    pages = [file for file in files if file.endswith((".html", *MARKDOWN_ENDINGS))]
    kept = kept or KeptSummaries({}, "")
    known = kept.find(folder, site, pages)
    made = summaries_of(folder, site, rules, [page for page in pages if page not in known])
    kept.add(folder, made)
    summaries = [*known.values(), *made]
    faults += chain.from_iterable(summary.faults for summary in summaries)
    faults += missing_anchors(summaries)
    faults += faults_of_style_sheets(folder, site)
    faults += [Fault(file, wrong) for file, wrong in wrong_addresses(folder, site, elsewhere)]
    return sorted(set(faults))


def site_of(
    files: Collection[str], languages: Mapping[str, str], base_path: str, address: str | None
) -> BuiltSite:
    base_path = f"/{base_path.strip('/')}/".replace("//", "/")
    return BuiltSite(files, dict(languages), base_path, address and f"{address.rstrip('/')}/")


def look_at_pages(folder: Path, site: BuiltSite, pages: Sequence[str], kept: KeptSummaries) -> None:
    """What can be found out about some pages where the others are not; `kept` gets it.

    A page with a fault is looked at again, and its faults are told, where the whole site is.
    """
    held = kept.still_hold(folder, pages)
    kept.add(folder, summaries_of(folder, site, PAGE_RULES, [page for page in pages if page not in held]))


def files_of(folder: Path) -> tuple[list[str], list[Fault]]:
    """A site is made of files and folders; a symlink would publish what lies elsewhere."""
    files, faults = [], []
    for parent, folders, names in os.walk(folder):
        for path in (Path(parent) / name for name in (*names, *folders)):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                faults.append(Fault(name, message("verify.neither")))
            elif path.is_file():
                files.append(name)
    return sorted(files), faults


def summaries_of(folder: Path, site: BuiltSite, rules: Sequence[PageRule], pages: list[str]) -> list[Summary]:
    """One per page, in their order."""
    if len(pages) <= PAGES_WORTH_PROCESSES:
        return summarise(folder, site, rules, pages)
    batches = [pages[start : start + PAGES_OF_A_BATCH] for start in range(0, len(pages), PAGES_OF_A_BATCH)]
    with ProcessPoolExecutor(mp_context=SPAWN, initializer=end_worker_with_build) as processes:
        try:
            return list(chain.from_iterable(processes.map(partial(summarise, folder, site, rules), batches)))
        except BrokenProcessPool:
            raise CheckerKilled(message("verify.killed")) from None


def summarise(
    folder: Path, site: BuiltSite, rules: Sequence[PageRule], pages: Iterable[str]
) -> list[Summary]:
    found = []
    for page in pages:
        asked = AskedFiles(site.files)
        watching = replace(site, files=asked)
        summary = summary_of(page, (folder / page).read_bytes(), watching, rules)
        found.append(replace(summary, there=frozenset(asked.there), missing=frozenset(asked.missing)))
    return found


def summary_of(path: str, content: bytes, site: BuiltSite, rules: Sequence[PageRule] = PAGE_RULES) -> Summary:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return Summary(path, [Fault(path, message("verify.not_utf_8"))])
    if path.endswith(MARKDOWN_ENDINGS):
        page = parse_markdown(path, text)
        faults = [Fault(path, breach) for breach in wrong_in_markdown(page, text, site)]
        return Summary(path, faults, links=frozenset(links_to_anchors(page, site)))
    page = parse_page(path, text)
    faults = [Fault(path, breach) for rule in rules for breach in rule(page, site)]
    return Summary(path, faults, page.anchors(), frozenset(links_to_anchors(page, site)))


def links_to_anchors(page: HtmlPage, site: BuiltSite) -> Iterator[tuple[str, str, str]]:
    for reference in page.references:
        target = site.resolve(reference.address, page.path)
        if isinstance(target, Inside) and target.file.endswith(".html"):
            anchor = target.fragment.partition(":~:")[0]  # The rest asks the browser to mark words.
            if anchor and anchor.lower() != "top":  # Browsers know that one themselves.
                yield str(reference), target.file, anchor


def missing_anchors(summaries: list[Summary]) -> Iterator[Fault]:
    """A link to an anchor leads to an id, or the name of an <a>, on its page; %XX may stand for bytes."""
    anchors = {summary.path: summary.anchors for summary in summaries}
    for summary in summaries:
        for link, file, anchor in summary.links:
            if file in anchors and anchors[file].isdisjoint((anchor, unquote(anchor))):
                where = message("verify.this_page") if file == summary.path else file
                missing = message("verify.no_id", link=link, where=where, id=unquote(anchor))
                yield Fault(summary.path, missing)


def faults_of_style_sheets(folder: Path, site: BuiltSite) -> Iterator[Fault]:
    """A style sheet loads files of the site alone."""
    for file in sorted(site.files):
        if file.endswith(".css"):
            css = (folder / file).read_text(encoding="utf-8", errors="replace")
            references = [HtmlReference("style", "url", address) for address in in_css(css)]
            yield from (Fault(file, breach) for breach in wrong_references(file, references, site))
