"""What `--help` says of each command, in the language asked for; its sentences stand in commands.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from desktop_app.i18n import LANGUAGES, Words

Defaults = dict[str, Any]


def words_of(context: click.Context) -> Words:
    """Those of the language asked for; whoever starts the commands brings them along, to be loaded when used."""
    words: Words = context.find_root().obj()
    return words


class _Helped(click.Command):
    """Click's own help, with none of its own sentences."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{words_of(ctx).say('commands.usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words, key = words_of(ctx), _key(ctx.command_path)
        for part in (f"{key}.about", f"{key}.more"):
            if words.has(part):
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(words.say(part))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = list(options_told(self, ctx))
        with formatter.section(words_of(ctx).say("commands.options_title")):
            formatter.write_dl(rows)


class HelpedCommand(_Helped):
    """One that does something."""


class HelpedGroup(_Helped, click.Group):
    """One that others stand below, each with its first sentence."""

    command_class = HelpedCommand
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        words, below = words_of(ctx), [one for one in sorted(self.commands) if not self.commands[one].hidden]
        with formatter.section(words.say("commands.commands_title")):
            formatter.write_dl(
                [(one, words.say(f"{_key(f'{ctx.command_path} {one}')}.about")) for one in below]
            )

    def with_language(self, language: str) -> Defaults:
        """What every command below takes for its language, unless another is typed behind it."""
        below = {
            name: one.with_language(language) if isinstance(one, HelpedGroup) else {}
            for name, one in self.commands.items()
        }
        return {name: {**more, "language": language} for name, more in below.items()}


def _speak(context: click.Context, _parameter: click.Parameter, language: str | None) -> None:
    """A language typed before a command is the command's too."""
    if language is not None and isinstance(context.command, HelpedGroup):
        context.default_map = context.command.with_language(language)


help_language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), expose_value=False, callback=_speak
)
"""For what says nothing in any language but its help; and before a command, for that."""


def options_told(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    """How each is typed, and what it does."""
    words, key = words_of(ctx), _key(ctx.command_path)
    for one in command.get_params(ctx):
        record = one.get_help_record(ctx)
        if record is None or not isinstance(one, click.Option):
            continue
        name = max(one.opts, key=len).lstrip("-").replace("-", "_")
        places = (f"{key}.options.{name}", f"commands.options.{name}")
        said = next((place for place in places if words.has(place)), "")
        parts = [words.say(said)] if said else []
        if one.show_default:
            parts.append(words.say("commands.default", value=str(one.get_default(ctx))))
        if one.required:
            parts.append(words.say("commands.required"))
        yield record[0], " ".join(parts)


def _key(path: str) -> str:
    """'peer-ready packs list' → 'commands.packs_list'."""
    _, *names = path.replace("-", "_").split()
    return f"commands.{'_'.join(names) or 'all'}"
