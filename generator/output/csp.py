"""The Content-Security-Policy, and the other headers that a host sends.

The policy is in every page, and with the other headers in files for hosts (theme/_headers). The hashes of
allowed scripts come from the theme's templates and never from finished pages, where a script that a record
smuggled in would be allowed too.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "img-src": "'self' data:",  # Material's signs are pictures within its style sheet
    "manifest-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
}
"""The directives of a page (w3.org/TR/CSP3): only the sources named here may be loaded."""

OF_REDIRECTS: Mapping[str, str] = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "img-src": "'self'",
}
"""The directives of a page at a former or short address, which has nothing but its icon. There are many."""

FOR_VIEWERS: Mapping[str, str] = {
    "media-src": "'self'",
    "object-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
}
"""Directives that a host's header needs besides, since it is sent with files too, and browsers show pictures,
recordings and PDF in documents of their own. A page is bound by its own policy as well."""

REFERRER = "same-origin"
"""Links that leave the site send no referrer."""

UNUSED_FEATURES = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip


def script_hash(script: str) -> str:
    """A script's source expression: the SHA-256 of the text between its tags."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def content_security_policy(scripts: Iterable[str], more: Mapping[str, str] = MappingProxyType({})) -> str:
    """The policy for pages with these inline scripts and no others; `more` adds or replaces directives."""
    hashes = " ".join(sorted({script_hash(script) for script in scripts}))
    allowed = {**POLICY, "script-src": f"{POLICY['script-src']} {hashes}".strip(), **more}
    return _written(allowed)


def policy_of_redirects() -> str:
    return _written(OF_REDIRECTS)


def _written(allowed: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def policy_in_folder(policy: str) -> str:
    """A page's policy for when it is opened from a folder, where browsers take no file for 'self'."""
    return policy.replace("'self'", "'self' file:")


def headers(scripts: Iterable[str]) -> dict[str, str]:
    """The headers of every file; a page itself cannot forbid to be framed (frame-ancestors)."""
    return {
        "Content-Security-Policy": content_security_policy(
            scripts, {**FOR_VIEWERS, "frame-ancestors": "'none'"}
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }
