"""What the engine's files depend on beside the pages themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

import yaml

from generator.engine.environment import ENGINE, SETTINGS_FILE, configuration_path
from generator.models import Language
from generator.output.program_digest import whole_program_digest
from generator.pipeline.html_files import THEME
from generator.pipeline.page_file import PageFile

OWN_PROGRAMS = ("plugins", "hooks")
"""What an archive's mkdocs.yml may name and nobody knows what it reads."""


def keys_of(
    root: Path, language: Language, pages: Iterable[PageFile], clock: int | None
) -> Mapping[str, str]:
    """Markdown file of each page, and THEME → the hash of everything that it is made of.

    `clock`: that of the build, which is written into some of the files beside the pages.
    """
    pages = list(pages)
    common = hash_of(common_parts(root, language))
    if has_own_programs(root):
        common = hash_of([common, *(page.file.digest for page in pages)])
    keys = {page.path: hash_of([common, page.file.digest]) for page in pages}
    return {**keys, THEME: hash_of([common, str(clock)])}


def hash_of(parts: Iterable[str]) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def common_parts(root: Path, language: Language) -> Iterator[str]:
    """The program, the settings, and the archive's own templates."""
    yield whole_program_digest()
    yield ENGINE
    for path in (root / SETTINGS_FILE, root / configuration_path(language), *own_templates(root)):
        yield os.path.relpath(path, root)
        yield blake2b(path.read_bytes()).hexdigest()


def own_templates(root: Path) -> Iterator[Path]:
    """The files of the folder that mkdocs.yml names as `theme: custom_dir`."""
    theme = settings_of(root).get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    if folder:
        yield from sorted(path for path in (root / str(folder)).rglob("*") if path.is_file())


def has_own_programs(root: Path) -> bool:
    """Whether mkdocs.yml names more than our plugin: what such a program reads, no key can say."""
    settings = settings_of(root)
    return any(settings.get(name) not in (None, [], ["proceedings"]) for name in OWN_PROGRAMS)


def settings_of(root: Path) -> Mapping[str, object]:
    """What mkdocs.yml says, as far as it can be read here; the engine tells what is wrong with it."""
    try:
        settings = yaml.load((root / SETTINGS_FILE).read_text(encoding="utf-8"), _Lenient)  # noqa: S506 - safe
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return settings if isinstance(settings, dict) else {}


class _Lenient(yaml.SafeLoader):
    """Passes over the tags that MkDocs knows."""


_Lenient.add_multi_constructor("", lambda _loader, _tag, _node: None)
