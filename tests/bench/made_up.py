"""A made-up archive of any size: forums, people, organizations, proposals and sources that exist nowhere.

The same number of records is the same archive, byte by byte. Its texts are about as long as real ones.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from generator.corpus.reader import read_model
from generator.models import Vocabulary
from tests.bench.archive import Archive, Sizes
from tests.bench.wording import BODIES, SENTENCES
from tests.support.paths import RECORDS, ROOT

PAGES = {"about.ko": "소개", "about.en": "About", "corrections.ko": "정정", "corrections.en": "Corrections"}


def sizes_of(records: int) -> Sizes:
    """2,000 records are 60 forums, 500 people, 100 organizations, 140 sources and 1,200 proposals."""
    forums = max(1, records * 3 // 100)
    speakers = max(4, records // 4)
    organizations = max(len(BODIES), records // 20)
    sources = max(2, records * 7 // 100)
    return Sizes(
        forums, speakers, organizations, sources, records - forums - speakers - organizations - sources
    )


def make_project(folder: Path, records: int) -> None:
    """A project with so many made-up records (30 or more), the tests' own words and the real settings."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    for name in ("site.yml", "vocabulary.yml"):
        shutil.copy(RECORDS / name, content)
    for page, title in PAGES.items():
        text = f"# {title}\n\n{SENTENCES[0][page.endswith('en')]}\n"
        (content / "pages" / f"{page}.md").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "generator").symlink_to(ROOT / "generator")
    vocabulary = read_model(content / "vocabulary.yml", Vocabulary.path, Vocabulary)
    for path, record in Archive(sizes_of(records), vocabulary).records():
        (content / path).parent.mkdir(exist_ok=True)
        with (content / path).open("w", encoding="utf-8") as file:
            yaml.dump(record, file, yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
