"""The same records as three sites: with our search, with Material's own, and with Pagefind's.

The other two get no index pages, which name every record and would stand before the records themselves.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from generator.models import LANGUAGES, RECORD_KINDS, Language
from tests.bench.search.collection import write_project
from tests.bench.search.judgements import HERE
from tests.support.paths import ROOT
from tests.support.running import command, environment

PAGEFIND = "build/node/bench/node_modules/@pagefind/linux-*/bin/pagefind_extended"
"""Below the root; npm installs the one of this machine's processor."""


def build_ours(folder: Path, filler: int) -> Path:
    """The project in `folder`, unless one is there, and its site without volumes and cards.

    Those of thousands of forums would take hours and say nothing of the search.
    """
    if not folder.exists():
        write_project(folder, filler)
    _run(command("generate", "--quiet"), folder)
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
    return folder / "site"


def build_material(folder: Path, project: Path) -> Path:
    """The pages that the generator made of the records, with Material's own look and search alone."""
    for language in LANGUAGES:
        docs, prefix = folder / "docs" / language, "" if language == LANGUAGES[0] else language
        for kind in RECORD_KINDS:
            shutil.copytree(
                project / "build" / "docs" / language / kind,
                docs / kind,
                ignore=shutil.ignore_patterns("index.md"),
            )
        (docs / "index.md").write_text("# 모음집\n", encoding="utf-8")
        settings = folder / f"mkdocs.{language}.yml"
        settings.write_text(yaml.dump(material_settings(language, prefix), allow_unicode=True))
        _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", settings.name], folder)
    return folder / "site"


def material_settings(language: Language, prefix: str) -> dict[str, object]:
    """Its defaults but for the search."""
    search = yaml.safe_load((HERE / "material.yml").read_text(encoding="utf-8"))
    return {
        "site_name": "모음집",
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{prefix}",
        "theme": {"name": "material", "language": language, "font": False},
        "plugins": [{"search": search[language]}],
        "markdown_extensions": ["attr_list", "def_list", "tables", "toc"],
        "nav": ["index.md"],  # one with every page would make each page as long as there are pages
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
    }


def build_pagefind(folder: Path, site: Path) -> Path:
    """A copy of our site without its search, and Pagefind's index of the records' pages."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("search"))
    kinds = ",".join(RECORD_KINDS)
    arguments = ["--site", str(folder), "--glob", f"**/{{{kinds}}}/*/index.html"]
    program = next(map(str, ROOT.glob(PAGEFIND)), None) or sys.exit("Pagefind is missing: make bench-search")
    _run([program, *arguments, "--root-selector", "article"], folder)
    return folder


def _run(arguments: list[str], folder: Path) -> None:
    """A program in a folder; what it says is shown only if it fails."""
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=environment(NO_MKDOCS_2_WARNING="1", PROCEEDINGS_PAGES_READY="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
