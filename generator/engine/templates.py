"""The theme's templates: their filters, and the Content-Security-Policy for their inline scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from selectolax.lexbor import LexborHTMLParser

from generator.engine.config_facts import root_of
from generator.engine.fixed_settings import PAGE_SCRIPTS
from generator.engine.material import address_of_style_sheet
from generator.output.csp import REFERRER, content_security_policy, headers, policy_of_redirects
from generator.output.file_cache import FileCache

SCRIPTS = ("prefetch",)
"""The templates of partials/javascripts/ that write an inline script."""

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_LINE_OF_TAGS = re.compile(r"^(\{[%#].*[%#]\})\n", re.MULTILINE)


class WithoutIndentation(Extension):
    """What only shows whoever reads a template how it nests: it was a fifth of each page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja asks
        if not (name or "").endswith(".html"):
            return source
        return _LINE_OF_TAGS.sub(r"\1", _INDENTATION.sub("", source))


class TemplatesOnDisk(BytecodeCache):
    """Compiled templates on disk; Jinja's own cache runs or falls over what a damaged file holds.

    Each has a digest of its text and holds wherever the project's folder lies.
    """

    def __init__(self, folder: Path) -> None:
        self._files = FileCache(folder)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja asks
        return super().get_cache_key(f"{name} {WithoutIndentation.__name__}")

    def load_bytecode(self, bucket: Bucket) -> None:
        compiled = self._files.get(bucket.key)
        if compiled is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # A build without room for it is as right, and the next one slower.
            self._files.put(bucket.key, bucket.bytecode_to_string())


def equip_templates(environment: Environment, config: MkDocsConfig) -> None:
    """Gives the templates a safe `striptags`, the policy, and the names of style sheet and scripts.

    Compiled templates are kept for the next build: compiling them is a fifth of what a small site takes.
    """
    environment.bytecode_cache = TemplatesOnDisk(root_of(config) / "build" / "cache" / "jinja")
    environment.add_extension(WithoutIndentation)
    environment.filters["striptags"] = strip_tags
    # Letters as they are: escaped, one of Hangul takes six bytes instead of three.
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True, "ensure_ascii": False, "separators": (",", ":"),
    }  # fmt: skip
    environment.globals["material_style_sheet"] = address_of_style_sheet(config)
    environment.globals["page_scripts"] = PAGE_SCRIPTS
    # It came escaped, and Material escapes it once more here and there.
    config.site_name = Markup(config.site_name)  # noqa: S704 - see above
    scripts = list(theme_scripts(environment, config))
    stated = {
        "policy": content_security_policy(scripts),
        "policy_of_redirects": policy_of_redirects(),
        "headers": headers(scripts),
    }
    config.extra.update({"referrer": REFERRER} | ({} if config.extra["preview"] else stated))


def theme_scripts(environment: Environment, config: MkDocsConfig) -> Iterator[str]:
    """The inline scripts, as the templates write them without a page."""
    for name in SCRIPTS:
        template = environment.get_template(f"partials/javascripts/{name}.html")
        written = template.render(config=config)
        yield from (script.text() for script in LexborHTMLParser(written).css("script"))


def strip_tags(text: str) -> Markup:
    """Text without tags, still escaped; Jinja's own filter turns &#60;script&#62; into <script>."""
    return escape(Markup(text).striptags())  # noqa: S704 - what comes out is escaped
