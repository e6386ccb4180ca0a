"""Commands whose help and whose complaints about a call are in the language that was chosen."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn, get_args

import click

from generator.cli.language import spoken, take_any_letter
from generator.parsing.messages import LANGUAGE_VARIABLE, Message, Speech, in_words, message, verbatim
from generator.parsing.problems import visible

_HEADINGS = {
    "Options": message("help.options"),
    "Commands": message("help.commands"),
    "Positional arguments": message("help.arguments"),
}


class WrongUsage(click.UsageError):
    """A call that cannot be meant; the message says why."""

    def __init__(self, reason: Message, where: str = "", ctx: click.Context | None = None) -> None:
        super().__init__(str(reason), ctx)
        self.reason = reason
        self.where = where
        """The option or argument that is wrong, as it is typed."""


class SpokenFormatter(click.HelpFormatter):
    """The headings of a help page."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{in_words(message('help.usage'), spoken())} ")

    def section(self, name: str) -> Any:  # noqa: ANN401 - a context manager of Click's
        return super().section(in_words(_HEADINGS[name], spoken()) if name in _HEADINGS else name)


class _SpokenContext(click.Context):
    formatter_class = SpokenFormatter


class SpokenOption(click.Option):
    """An option whose help is a message."""

    def __init__(self, declarations: Sequence[str], /, *, about: Message, **settings: Any) -> None:  # noqa: ANN401 - those of click.Option
        super().__init__(declarations, **{**settings, "help": str(about)})
        self.about = about

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = in_words(self.about, spoken(ctx))
        return super().get_help_record(ctx)


spoken_option = partial(click.option, cls=SpokenOption)


class SpokenCommand(click.Command):
    """A command whose help is a message."""

    context_class = _SpokenContext

    def __init__(self, name: str | None, *, about: Message, **settings: Any) -> None:  # noqa: ANN401 - Click's
        super().__init__(name, **settings)
        self.about = about

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = in_words(self.about, spoken(ctx))
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        self.help = in_words(self.about, spoken())
        return super().get_short_help_str(limit)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = in_words(message("help.help"), spoken(ctx))
        return option


class SpokenGroup(SpokenCommand, click.Group):
    """A group whose help is a message."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = ", ".join(self.list_commands(ctx))
            raise WrongUsage(message("usage.no_command", name=args[0], known=known), ctx=ctx)
        return super().resolve_command(ctx, args)


class Entrance(SpokenGroup):
    """The whole command: `--lang` may stand anywhere, and wrong calls are told in the language."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if chosen := _language_in(args):
            ctx.meta[LANGUAGE_VARIABLE] = chosen
        return super().parse_args(ctx, args)

    def main(  # type: ignore[override]  # Click's has an overload for each value of standalone_mode
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - Click's
    ) -> NoReturn:
        extra.pop("standalone_mode", None)
        take_any_letter((sys.stdout, sys.stderr))
        asked = _language_in(list(sys.argv[1:] if args is None else args))
        try:
            ended = super().main(args, prog_name, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.UsageError as error:
            show_usage(error, asked or spoken(error.ctx))
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo(in_words(message("usage.aborted"), asked or spoken()), err=True)
            sys.exit(1)
        sys.exit(ended if isinstance(ended, int) else 0)


def _language_in(args: list[str]) -> Speech | None:
    """The language that a call asks for, whose words are taken out of it."""
    end = args.index("--") if "--" in args else len(args)
    for number, word in enumerate(args[:end]):
        name, joined, value = word.partition("=")
        if name == "--lang":
            chosen = value if joined else next(iter(args[number + 1 : number + 2]), "")
            if chosen in get_args(Speech):
                del args[number : number + (1 if joined else 2)]
                return "ko" if chosen == "ko" else "en"
    return None


def show_usage(error: click.UsageError, language: Speech) -> None:
    """How the command is called, where there is help, and what was wrong."""
    if error.ctx:
        with error.ctx.scope(cleanup=False):
            click.echo(error.ctx.get_usage(), err=True)
        hint = message("usage.help", command=error.ctx.command_path)
        click.echo(f"{in_words(hint, language)}\n", err=True)
    wrong = message("usage.error", reason=wrong_usage(error))
    click.echo(visible(in_words(wrong, language)), err=True)


def wrong_usage(error: click.UsageError) -> Message:
    """What was wrong with a call: in our words, of Click's errors too."""
    if isinstance(error, WrongUsage):
        return message("usage.at", where=error.where, reason=error.reason) if error.where else error.reason
    if isinstance(error, click.NoSuchOption):
        return message("usage.no_option", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return message("usage.missing", name=_name_of(error))
    if isinstance(error, click.BadParameter):
        return message("usage.at", where=_name_of(error), reason=_bad_value(error))
    if isinstance(error, click.BadOptionUsage):
        return message("usage.no_value", option=error.option_name)
    if extra := re.search(r"\((.*)\)$", error.message):
        return message("usage.extra", arguments=extra[1])
    return verbatim(error.message)


def _name_of(error: click.BadParameter) -> str:
    return error.param.opts[0] if error.param else str(error.param_hint or "")


def _bad_value(error: click.BadParameter) -> Message:
    quoted = re.search("'([^']*)'", error.message)
    value = quoted[1] if quoted else error.message
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return message("usage.choice", value=value, known=", ".join(map(str, kind.choices)))
    number = re.match(r"-?\d+", error.message)
    if isinstance(kind, click.IntRange) and number:
        return message("usage.range", value=number[0], least=str(kind.min), most=str(kind.max))
    if isinstance(kind, click.Path):
        return message("usage.folder", value=value)
    return message("usage.number", value=value)
