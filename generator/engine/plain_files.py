"""Markdown files that are published as they are: MkDocs would make pages of them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.output.site_paths import TWINS_FOLDER


class PlainFile(File):
    """A file that is copied, whatever its name ends with."""

    def is_documentation_page(self) -> bool:
        return False


def keep_plain_files(files: Files, config: MkDocsConfig) -> None:
    """What lies below text/ is no page, but a file beside the pages."""
    for file in list(files):
        kept = as_published(file, config)
        if kept is not file:
            files.remove(file)
            files.append(kept)


def as_published(file: File, config: MkDocsConfig) -> File:
    """The file itself, or a plain one in its place."""
    if not file.src_uri.startswith(f"{TWINS_FOLDER}/"):
        return file
    return PlainFile(file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)
