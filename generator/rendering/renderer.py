"""Page → Markdown: front matter, then the page's template filled with its view."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Container, Iterator
from typing import ClassVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.corpus.repository_links import edit_address, report_address
from generator.i18n.formats import format_day
from generator.i18n.strings import Words
from generator.models import Language, Text
from generator.models.site import Repository
from generator.models.traverse import values_of
from generator.output.site_paths import page_path
from generator.pages import Page
from generator.pages.notices import record_notices
from generator.pages.page import Word
from generator.pages.twins import twin_path
from generator.rendering.compiled_templates import CompiledTemplates
from generator.rendering.head_html import Head, head_html
from generator.rendering.markdown import Writer
from generator.rendering.template_code import DirectCode


class Renderer:
    """Renders the pages of one language, with its words and the templates of the time of its creation."""

    _compiled: ClassVar = CompiledTemplates("pages")

    def __init__(self, words: Words, repository: Repository | None = None) -> None:
        """`repository`: where readers can edit records, if anywhere."""
        self._words = words
        self._repository = repository
        self._writer = Writer(words, "")
        self._environment = Environment(
            loader=PackageLoader("generator.rendering", "templates"),
            # Jinja's own escaping is for HTML; it is on so that macros and blocks return Markup, which
            # `finalize` leaves unchanged, while the page's Writer writes everything else.
            autoescape=True,
            finalize=self._write,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=self._compiled,
            auto_reload=False,
        )
        self._environment.code_generator_class = DirectCode

    def render(self, page: Page[object], head: Head | None = None, made: Container[str] = ()) -> str:
        """The page as Markdown with front matter, the same for the same page.

        `head`: metadata for programs, which stands in the front matter as HTML.
        `made`: the optional files that this build makes, by path from the site's root.
        """
        writer = self._writer = Writer(self._words, page.path)
        template = self._environment.get_template(f"{page.template}.md.jinja")
        body = template.render(
            page=page,
            view=page.view,
            writer=writer,
            w=self._words,
            notices=list(notices(page, writer.language)),
            made=made,
            twin=twin_path(page),
        )
        values = theme_values(page, writer, self._repository) | ({"head": head_html(head)} if head else {})
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items()]
        return f"---\n{''.join(lines)}---\n\n" + _normalise_whitespace(body)

    def _write(self, value: object) -> Markup:
        """As the page that is being rendered has it; a renderer renders one at a time."""
        return self._writer.write(value)


def notices(page: Page[object], language: Language) -> Iterator[Word]:
    """The notices above a page: it waits, or its texts are missing, translated or inferred."""
    record = page.record
    texts = [text for _, text in values_of(page.part or record, Text)]
    if not record and isinstance(page.title, Text):
        texts.append(page.title)
    if any(text.in_language(language) is None for text in texts):
        yield Word("notices.untranslated")
    if record:
        yield from record_notices(record, language, of_name=page.part is None)


def theme_values(
    page: Page[object], writer: Writer, repository: Repository | None = None
) -> dict[str, object]:
    """The page's values for the theme, which places them as they are: texts are escaped for HTML."""
    values: dict[str, object] = {"title": once_escaped(writer.plain(page.title))}
    if page.description:
        values["description"] = once_escaped(writer.plain(page.description))
    values["kind"] = page.template
    if page.source_file:
        values["record"] = page.source_file
        if edit := edit_address(repository, page.source_file):
            values["edit"] = once_escaped(edit)
        if report := report_address(repository, page.source_file):
            values["report"] = once_escaped(report)
    if page.updated:
        values["updated"] = page.updated.numeric
        values["updated_in_words"] = once_escaped(format_day(page.updated, writer.language))
    if page.is_unlisted:
        values["unlisted"] = True
    if page.template == "home":
        values["hide"] = ["navigation", "toc"]
    if page.redirect:
        new = page_path(page.redirect)
        up = "../" * (page.path.count("/") + 1)
        values |= {"template": "redirect.html", "redirect": f"{up}{new}", "new_page": new}
    return values


def once_escaped(text: str) -> str:
    """Text with the escapes of HTML alone, where Markdown's may be among them."""
    return str(escape(html.unescape(text)))


def _normalise_whitespace(markdown: str) -> str:
    """One empty line between blocks, no trailing spaces, one newline at the end."""
    lines = "\n".join([line.rstrip(" \t") for line in markdown.split("\n")])
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
