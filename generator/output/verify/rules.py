"""The rules for a built page: each is a function that yields a message for each breach of its docstring."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.output.csp import script_hash
from generator.output.verify.html_page import HtmlPage, HtmlReference, value
from generator.output.verify.resolve import BuiltSite, Inside, Outside, Wrong, is_not_found, split_address

PageRule = Callable[[HtmlPage, BuiltSite], Iterator[str]]

FOLLOWED = {"http", "https", "mailto", "tel", "sms", "geo", "webcal"}
"""How a link may begin; javascript:, data:, vbscript: and file: are among the rest."""

PICTURES = {"img", "image", "source", "style"}  # <style> and style="…" load pictures and fonts
"""Where an address may hold the thing itself (data:): a picture runs no script."""


def one_heading(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """A page has one <h1>; a page that only leads to another one needs none."""
    count = len(page.tagged("h1"))
    if count != 1 and not (page.redirects() and count == 0):
        yield f"has {count} <h1>; a page has one"


def title(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """A page has a title."""
    if not page.title.strip():
        yield "has no <title>, or an empty one"


def language(page: HtmlPage, site: BuiltSite) -> Iterator[str]:
    """A page says that it is in the language whose folder it lies in."""
    wanted, found = site.language(page.path), page.tagged("html")[0].get("lang")
    if found != wanted:
        yield f'has <html lang="{found or ""}">; in this folder it has to be "{wanted}"'


def unique_ids(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """An id stands once on a page: scripts, labels and links find only the first."""
    for name, count in Counter(page.ids()).items():
        if count > 1:
            yield f'has the id "{name}" {count} times; each has to be the only one'


def described_images(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """An image says in its alt text what it shows; what only decorates belongs into a style sheet."""
    for image in page.tagged("img"):
        if not value(image, "alt").strip():
            yield f'<img src="{image.get("src") or ""}"> has no alt text, or an empty one'


def plain_addresses(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """Nothing gives the addresses on a page another meaning (<base>) or hides a page in a page (srcdoc)."""
    if page.tagged("base"):
        yield "has a <base>, which gives every address on the page another meaning"
    if any("srcdoc" in frame for frame in page.tagged("iframe")):
        yield "has an <iframe srcdoc>, whose content nobody can check"


def stated_policy(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """A page states one Content-Security-Policy, before everything that it loads."""
    if not page.policy:
        yield "does not state one Content-Security-Policy before all that it loads"


def known_scripts(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """Every script that stands in a page is one of the theme's, which the page's policy names."""
    for script in sorted(page.scripts):
        if page.policy and script_hash(script) not in page.policy:
            yield f"has a script that its policy does not allow: {' '.join(script.split()):.80}"


def no_code_within(page: HtmlPage, _site: BuiltSite) -> Iterator[str]:
    """No attribute runs anything (on…), and nothing on a page dresses it (style): style sheets are files."""
    if page.tagged("style"):
        yield "has a <style>, which the policy does not allow"
    for tag, same in page.elements.items():
        for name in sorted({name for attributes in same for name in attributes}):
            if name.startswith("on") or name == "style":
                yield f"has a <{tag} {name}>, which the policy does not allow"


def counterparts(page: HtmlPage, site: BuiltSite) -> Iterator[str]:
    """A page is there in every language; one that only leads to another page need not be."""
    for other in site.languages:
        counterpart = site.counterpart(page.path, other)
        if counterpart not in site.files and not page.redirects():
            yield f"has no counterpart in {other}: {counterpart} is not in the site"


def alternates(page: HtmlPage, site: BuiltSite) -> Iterator[str]:
    """A page names itself in every language by whole addresses, so that search engines find all (hreflang).

    The 404 page and pages that lead to others need not; without the site's own address no page can.
    """
    if not site.address:
        return
    found = page.alternates()
    if len(site.languages) > 1 and not is_not_found(page.path) and not page.redirects():
        for missing in sorted(site.languages.keys() - {name for name, _ in found}):
            yield f'has no <link rel="alternate" hreflang="{missing}">'
    for name, address in found:
        shown = f'<link rel="alternate" hreflang="{name}" href="{address:.120}">'
        target = site.resolve(address, page.path)
        if not split_address(address)[0]:
            yield f"{shown}: has to be a whole address (https://…)"
        elif not isinstance(target, Inside):
            yield f"{shown}: is not on this site, {site.address}"
        elif name in site.languages and target.file != site.counterpart(page.path, name):
            yield f"{shown}: is another page; the same one is {site.counterpart(page.path, name)}"


def references(page: HtmlPage, site: BuiltSite) -> Iterator[str]:
    """Every address leads to something that is there, or is a link to elsewhere that a reader may choose."""
    return wrong_references(page.path, page.references, site)


def wrong_references(path: str, references: Iterable[HtmlReference], site: BuiltSite) -> Iterator[str]:
    for reference in references:
        match site.resolve(reference.address, path):
            case Wrong(reason):
                yield f"{reference}: {reason}"
            case Outside(scheme):
                yield from wrong_outside(reference, scheme)
            case Inside(file):
                yield from wrong_inside(reference, file, site)


def wrong_outside(reference: HtmlReference, scheme: str) -> Iterator[str]:
    """Only a link that a reader clicks leaves the site, and only to where links may go."""
    if scheme == "data" and not PICTURES.isdisjoint((reference.tag, reference.attribute)):
        return
    if scheme not in FOLLOWED:
        yield f"{reference}: an address must not begin with {scheme}:"
    elif reference.loads:
        yield f"{reference}: comes from elsewhere; only the link of an <a> may leave the site"


def wrong_inside(reference: HtmlReference, file: str, site: BuiltSite) -> Iterator[str]:
    """An address on the site leads to a file, or to a folder by the / at its end."""
    if reference.attribute == "src" and not reference.address.strip():
        yield f"{reference}: is empty"
    elif f"{file}/index.html" in site.files:
        yield f"{reference}: leads to a folder; end it with /"
    elif file not in site.files:
        yield f"{reference}: leads to {file}, which is not in the site"


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
    references,
)
