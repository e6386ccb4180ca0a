"""What the product is measured beside: plain MkDocs with Material, and Hugo, over the same Markdown."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from generator.models import LANGUAGES
from generator.output.site_paths import TWINS_FOLDER
from tests.bench.measuring import Spent, measured
from tests.bench.product import PEERS, tell, variables
from tests.support.paths import ROOT

EXTENSIONS = ["attr_list", "def_list", "tables", "toc"]
"""Those that the pages are written in."""
LAYOUT = """<!doctype html><html><meta charset="utf-8"><title>{{ .Title }}</title>
<nav><a href="/">{{ site.Title }}</a></nav><main><h1>{{ .Title }}</h1>{{ .Content }}</main></html>
"""
LIST = """<!doctype html><html><meta charset="utf-8"><title>{{ .Title }}</title>
<main>{{ .Content }}<ul>
{{ range first 100 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</ul></main></html>
"""


HUGO_SETTINGS = """title = "Plain"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""


def program(name: str) -> str:
    """A program of the peers' own environment; `make bench` installs it."""
    found = ROOT / PEERS / name
    if not found.exists():
        raise SystemExit(f"{PEERS / name} is missing: run `make bench`, or `make .venv-bench/installed`")
    return str(found)


def markdown_of(project: Path, language: str) -> dict[str, Path]:
    """The pages that the product has generated, by path; the plain texts among them are no pages."""
    docs = project / "build" / "docs" / language
    found = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    return {name: path for name, path in found.items() if not name.startswith(f"{TWINS_FOLDER}/")}


def plain_mkdocs(project: Path, folder: Path) -> Spent:
    """`mkdocs build` of the project's Markdown, one language after the other: Material and its search."""
    spent = []
    for language in LANGUAGES:
        docs = folder / "docs" / language
        if not docs.exists():
            for name, path in markdown_of(project, language).items():
                (docs / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, docs / name)
        settings = folder / f"mkdocs.{language}.yml"
        settings.write_text(yaml.dump(plain_settings(language)), encoding="utf-8")
        shutil.rmtree(folder / "site" / language, ignore_errors=True)
        tell(f"{project.name}: plain mkdocs build, {language}")
        command = [program("mkdocs"), "build", "--quiet", "--config-file", settings.name]
        spent.append(measured(command, folder, variables()))
    return Spent(sum(one.wall for one in spent), sum(one.cpu for one in spent))


def plain_settings(language: str) -> dict[str, object]:
    """Material as it comes; a navigation with every page would make each page as long as there are pages."""
    return {
        "site_name": "Plain",
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{language}",
        "theme": {"name": "material", "language": language, "font": False},
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
        "nav": ["index.md"],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
    }


def write_hugo_site(project: Path, folder: Path) -> int:
    """The pages of both languages as a site of Hugo's with a minimal theme; how many there are."""
    for name, text in {
        "hugo.toml": HUGO_SETTINGS,
        "layouts/_default/single.html": LAYOUT,
        "layouts/_default/list.html": LIST,
        "layouts/index.html": LIST,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    pages = 0
    for language in LANGUAGES:
        for name, path in markdown_of(project, language).items():
            page = folder / "content" / language / name.replace("index.md", "_index.md")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(with_title_alone(path.read_text(encoding="utf-8")), encoding="utf-8")
            pages += 1
    return pages


def with_title_alone(markdown: str) -> str:
    """The page with no front matter but its title: some of ours means something else to Hugo."""
    _, front, body = markdown.split("---\n", 2)
    title = re.search("(?m)^title: .*$", front)
    # Two opening braces begin a shortcode.
    return f"---\n{title[0] if title else 'title: x'}\n---\n{body.replace('{{', '{ {')}"


def hugo(folder: Path) -> Spent:
    tell(f"{folder.name}: hugo")
    return measured([program("hugo"), "build", "--quiet", "--logLevel", "error"], folder, variables())
