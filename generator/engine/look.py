"""The archive's own look: its colour as a style sheet, its logo and its favicon, beside the theme's files."""

from __future__ import annotations

from generator.models import Site
from generator.models.palette import palette_of

ACCENT_PATH = "assets/stylesheets/accent.css"
"""The style sheet from the root of a language."""

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


def accent_files(site: Site) -> dict[str, bytes]:
    """The style sheet, if there is a colour; it takes the place of the theme's (…/stylesheets/tokens.css)."""
    if site.accent is None:
        return {}
    return {ACCENT_PATH: _STYLE.format(**vars(palette_of(site.accent))).encode()}


def signs_of(site: Site) -> dict[str, str]:
    """`logo` and `favicon`, if there are any → the copy of it from the root of a language."""
    chosen = {"logo": site.logo, "favicon": site.favicon}
    return {
        sign: f"assets/own/{sign}.{name.lower().rpartition('.')[2]}" for sign, name in chosen.items() if name
    }
