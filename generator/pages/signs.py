"""The archive's own pictures in the frame: each language has a copy beside its style sheets."""

from __future__ import annotations

from generator.models import Site


def logo_path(site: Site) -> str | None:
    """The logo from the root of a language."""
    return _path("logo", site.logo)


def favicon_path(site: Site) -> str | None:
    """The favicon from the root of a language."""
    return _path("favicon", site.favicon)


def sign_files(site: Site) -> dict[str, str]:
    """Path from the root of a language → the file below content/files/."""
    chosen = {logo_path(site): site.logo, favicon_path(site): site.favicon}
    return {path: name for path, name in chosen.items() if path and name}


def _path(sign: str, name: str | None) -> str | None:
    return f"assets/own/{sign}.{name.lower().rpartition('.')[2]}" if name else None
