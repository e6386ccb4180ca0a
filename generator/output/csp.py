"""What a browser may do on a page of this site, whatever stands there: the Content-Security-Policy.

The policy stands in every page, and with what only a host can say in files for hosts (theme/_headers). Which
scripts it allows is known from the theme's templates and never from finished pages: a script that a record
brought in would else be allowed with them.
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
"""What a page may load and from where (w3.org/TR/CSP3); what is not named here, from nowhere."""

FOR_VIEWERS: Mapping[str, str] = {
    "media-src": "'self'",
    "object-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
}
"""What a host allows besides, since its word holds for files too: browsers show pictures, recordings and PDF
in documents of their own making. A page is bound by its own policy as well."""

REFERRER = "same-origin"
"""A link that leaves the site does not tell where its reader came from."""

FEATURES_NOBODY_NEEDS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip


def script_hash(script: str) -> str:
    """A script as a policy names it: by the SHA-256 of what stands between its tags."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def content_security_policy(scripts: Iterable[str], more: Mapping[str, str] = MappingProxyType({})) -> str:
    """The policy for pages that hold these scripts and no others, with what `more` allows."""
    hashes = " ".join(sorted({script_hash(script) for script in scripts}))
    allowed = {**POLICY, "script-src": f"{POLICY['script-src']} {hashes}".strip(), **more}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def headers(scripts: Iterable[str]) -> dict[str, str]:
    """What a host says with every file; that no other site may frame it, a page cannot say itself."""
    return {
        "Content-Security-Policy": content_security_policy(
            scripts, {**FOR_VIEWERS, "frame-ancestors": "'none'"}
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES_NOBODY_NEEDS),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }
