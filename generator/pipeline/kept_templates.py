"""Compiled templates that are kept for the next build."""

from __future__ import annotations

from generator.output.kept import Kept
from generator.output.program_digest import whole_program_digest
from generator.rendering.compiled_templates import CompiledTemplates

COMPILED = "templates"
"""The kind of what is kept of them."""


def take_templates(store: Kept) -> None:
    """What an earlier build of the same program compiled need not be compiled again."""
    program = f"{whole_program_digest()} "
    kept = store.read(COMPILED).items()
    CompiledTemplates.take_over(
        {key.removeprefix(program): code for key, code in kept if key.startswith(program)}
    )


def keep_templates(store: Kept) -> None:
    """Those that this build has asked for; the others are of templates that are gone."""
    program = whole_program_digest()
    store.write(COMPILED, {f"{program} {key}": code for key, code in CompiledTemplates.known().items()})
