"""The `tppo` command: one word a job, each imported only when it is called so that --help is quick."""

import importlib
from collections.abc import Mapping
from typing import cast

import click

# name -> module:function; explicit on purpose, nothing registers itself by being imported
COMMANDS: Mapping[str, str] = {
    "serve": "webhook.commands.serve:serve",
    "talk": "webhook.commands.talk:talk",
    "check": "webhook.commands.check:check_command",
    "understand": "webhook.commands.understand:understand",
    "place": "webhook.commands.place:place",
    "registry": "webhook.commands.registry:registry",
    "officer": "webhook.commands.officer:officer",
    "webhook": "webhook.commands.webhook:webhook",
    "whatsapp": "webhook.commands.whatsapp:whatsapp",
    "doctor": "webhook.commands.doctor:doctor",
    "db": "webhook.commands.db:db",
    "audit": "webhook.commands.audit:audit",
}


class LateGroup(click.Group):
    """A click group whose commands are imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of that name, or None."""
        del ctx
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, function = where.split(":")
        return cast("click.Command", getattr(importlib.import_module(module), function))


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Hotline TPPO: report human trafficking, check a recruiter, answer from the duty desk."""
