"""The rules for a built page: each is a function that yields a message for each breach of its docstring."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.output.csp import script_hash
from generator.output.verify.html_page import HtmlPage, HtmlReference, value
from generator.output.verify.own_address import stated_address
from generator.output.verify.resolve import (
    WEBCAL,
    BuiltSite,
    Inside,
    Outside,
    Wrong,
    is_not_found,
    split_address,
)
from generator.parsing.messages import Message, message

PageRule = Callable[[HtmlPage, BuiltSite], Iterator[Message]]

FOLLOWED = {"http", "https", "mailto", "tel", "sms", "geo", WEBCAL}
"""How a link may begin; javascript:, data:, vbscript: and file: are among the rest."""

PICTURES = {"img", "image", "source", "style"}  # <style> and style="…" load pictures and fonts
"""Where an address may hold the thing itself (data:): a picture runs no script."""


def one_heading(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """A page has one <h1>; a page that only leads to another one needs none."""
    count = len(page.tagged("h1"))
    if count != 1 and not (page.redirects() and count == 0):
        yield message("verify.headings", count=count)


def title(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """A page has a title."""
    if not page.title.strip():
        yield message("verify.title")


def language(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """A page says that it is in the language whose folder it lies in."""
    wanted, found = site.language(page.path), page.tagged("html")[0].get("lang")
    if found != wanted:
        yield message("verify.language", found=found or "", wanted=wanted)


def unique_ids(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """An id stands once on a page: scripts, labels and links find only the first."""
    for name, count in Counter(page.ids()).items():
        if count > 1:
            yield message("verify.same_id", id=name, count=count)


def described_images(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """An image says in its alt text what it shows; what only decorates belongs into a style sheet."""
    for image in page.tagged("img"):
        if not value(image, "alt").strip():
            yield message("verify.no_alt", image=image.get("src") or "")


def plain_addresses(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """Nothing gives the addresses on a page another meaning (<base>) or hides a page in a page (srcdoc)."""
    if page.tagged("base"):
        yield message("verify.base")
    if any("srcdoc" in frame for frame in page.tagged("iframe")):
        yield message("verify.frame")


def stated_policy(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """A page states one Content-Security-Policy, before everything that it loads."""
    if not page.policy:
        yield message("verify.policy")


def known_scripts(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """Every script that stands in a page is one of the theme's, which the page's policy names."""
    for script in sorted(page.scripts):
        if page.policy and script_hash(script) not in page.policy:
            yield message("verify.script", script=f"{' '.join(script.split()):.80}")


def no_code_within(page: HtmlPage, _site: BuiltSite) -> Iterator[Message]:
    """No attribute runs anything (on…), and nothing on a page dresses it (style): style sheets are files."""
    if page.tagged("style"):
        yield message("verify.style")
    for tag, same in page.elements.items():
        for name in sorted({name for attributes in same for name in attributes}):
            if name.startswith("on") or name == "style":
                yield message("verify.attribute", tag=tag, name=name)


def counterparts(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """A page is there in every language; one that only leads to another page need not be."""
    for other in site.languages:
        counterpart = site.counterpart(page.path, other)
        if counterpart not in site.files and not page.redirects():
            yield message("verify.counterpart", language=other, page=counterpart)


def alternates(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """A page names itself in every language by whole addresses, so that search engines find all (hreflang).

    The 404 page and pages that lead to others need not; without the site's own address no page can.
    """
    if not site.address:
        return
    found = page.alternates()
    if len(site.languages) > 1 and not is_not_found(page.path) and not page.redirects():
        for missing in sorted(site.languages.keys() - {name for name, _ in found}):
            yield message("verify.no_alternate", language=missing)
    for name, address in found:
        shown = f'<link rel="alternate" hreflang="{name}" href="{address:.120}">'
        target = site.resolve(address, page.path)
        if not split_address(address)[0]:
            yield message("verify.not_whole", link=shown)
        elif not isinstance(target, Inside):
            yield message("verify.not_here", link=shown, address=site.address)
        elif name in site.languages and target.file != site.counterpart(page.path, name):
            yield message("verify.another_page", link=shown, same=site.counterpart(page.path, name))


def references(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """Every address leads to something that is there, or is a link to elsewhere that a reader may choose."""
    return wrong_references(page.path, page.references, site)


def wrong_references(path: str, references: Iterable[HtmlReference], site: BuiltSite) -> Iterator[Message]:
    for reference in references:
        match site.resolve(reference.address, path):
            case Wrong(reason):
                yield message("verify.wrong_link", link=str(reference), reason=reason)
            case Outside(scheme):
                yield from wrong_outside(reference, scheme)
            case Inside(file):
                yield from wrong_inside(reference, file, site)


def wrong_outside(reference: HtmlReference, scheme: str) -> Iterator[Message]:
    """Only a link that a reader clicks leaves the site, and only to where links may go."""
    if scheme == "data" and not PICTURES.isdisjoint((reference.tag, reference.attribute)):
        return
    if scheme not in FOLLOWED:
        yield message("verify.scheme", link=str(reference), scheme=scheme)
    elif reference.loads:
        yield message("verify.elsewhere", link=str(reference))


def wrong_inside(reference: HtmlReference, file: str, site: BuiltSite) -> Iterator[Message]:
    """An address on the site leads to a file, or to a folder by the / at its end."""
    if reference.loads and split_address(reference.address)[0] == WEBCAL:
        yield message("verify.scheme", link=str(reference), scheme=WEBCAL)
    if reference.attribute == "src" and not reference.address.strip():
        yield message("verify.empty", link=str(reference))
    elif f"{file}/index.html" in site.files:
        yield message("verify.to_folder", link=str(reference))
    elif file not in site.files:
        yield message("verify.to_nothing", link=str(reference), file=file)


PAGE_RULES: tuple[PageRule, ...] = (
    one_heading,
    title,
    language,
    unique_ids,
    described_images,
    plain_addresses,
    stated_policy,
    known_scripts,
    no_code_within,
    counterparts,
    alternates,
    stated_address,
    references,
)
