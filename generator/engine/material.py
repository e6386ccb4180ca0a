"""What the site has of Material for MkDocs: its style sheet, and nothing else."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def style_sheet_of(config: MkDocsConfig) -> Path:
    """Its file; each version of Material names it by its content."""
    (found,) = (
        file
        for folder in config.theme.dirs
        for file in Path(folder).glob("assets/stylesheets/main.*.min.css")
    )
    return found


def address_of_style_sheet(config: MkDocsConfig) -> str:
    """Its path from the root of a language."""
    return f"assets/stylesheets/{style_sheet_of(config).name}"


def leave_out_material(files: Files, config: MkDocsConfig) -> None:
    """Takes its scripts, pictures and palettes from the files that are published: 1.5 MB a language."""
    sheet = style_sheet_of(config)
    folder = f"{sheet.parents[2]}"
    for file in list(files):
        source = file.abs_src_path or ""
        if source.startswith(folder) and source != f"{sheet}":
            files.remove(file)
