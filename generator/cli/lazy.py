"""Subcommands that are loaded when they are called: all of them together take a second to import."""

from __future__ import annotations

from importlib import import_module

import click

from generator.cli.spoken_help import Entrance

COMMANDS = {
    "assemble": "generator.cli.assemble:assemble_command",
    "build": "generator.cli.build:build_command",
    "check": "generator.cli.check:check_command",
    "due": "generator.cli.due:list_due",
    "generate": "generator.cli.generate:generate_command",
    "init": "generator.cli.init:init",
    "new": "generator.cli.records:new",
    "pdf": "generator.cli.pdf:pdf",
    "schema": "generator.cli.records:schema",
    "serve": "generator.cli.serve:serve_command",
    "sources": "generator.cli.sources:list_sources",
}
"""Name of each subcommand → module and function."""


class LazyEntrance(Entrance):
    """Loads the subcommand that is called, and all for the list in the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as Click asks
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - see above
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command
