"""The archive's own colour as a style sheet, which takes the place of the theme's (assets/stylesheets/tokens.css)."""

from __future__ import annotations

from generator.models import Site
from generator.models.palette import palette_of

ACCENT_PATH = "assets/stylesheets/accent.css"
"""From the root of each language."""


def accent_files(site: Site) -> dict[str, bytes]:
    """The style sheet, if the archive has a colour of its own."""
    if site.accent is None:
        return {}
    shades = palette_of(site.accent)
    return {ACCENT_PATH: _STYLE.format(**vars(shades)).encode()}


_STYLE = """\
/* Made of `accent` in content/site.yml: the shades of it that can be read, light and dark. */

:root,
[data-md-color-scheme="default"] {{
  --accent: {light};
  --accent-soft: {light_soft};
}}

@media screen {{
  [data-md-color-scheme="slate"] {{
    --accent: {dark};
    --accent-soft: {dark_soft};
  }}
}}
"""
