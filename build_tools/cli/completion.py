"""``tf completion``: what a shell needs to complete commands, options and names at a press of Tab."""

from __future__ import annotations

import os
import re
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

VARIABLE = "_TF_COMPLETE"
"""The environment variable by which a shell's script asks; click makes it of the command's name."""


class QuotedBashComplete(BashComplete):
    """Bash puts a completion into the line as it is, so blanks in a name have to be marked.

    They are marked twice, since click's script takes one backslash away when it reads the answer.
    """

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """The completion's type and word; marked, unless the author began it with a quotation mark."""
        words = os.environ["COMP_WORDS"].split("\n")
        typed = next(iter(words[int(os.environ["COMP_CWORD"]) :]), "")
        quoted = typed[:1] in ("'", '"')
        value = item.value if quoted else re.sub(r"[^\w@%+=:,./-]", r"\\\\\g<0>", item.value)
        return f"{item.type},{value}"


add_completion_class(QuotedBashComplete)

SHELLS: dict[str, type[ShellComplete]] = {
    "bash": QuotedBashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete commands, options and names.

    Put one line into the file that your shell reads when it starts, and open a new terminal. The line wants `tf` on
    the path; inside the project's folder that is `PATH=$PWD/.venv/bin:$PATH`.

    \b
    bash, in ~/.bashrc:                   eval "$(tf completion bash)"
    zsh, in ~/.zshrc, after compinit:     eval "$(tf completion zsh)"
    fish, in ~/.config/fish/config.fish:  tf completion fish | source

    Then Tab completes sub-commands and options, profiles, transactions and actors (`tf show "Document R`), codes
    (`tf explain TF2`) and documents (`tf where ITI/`).

    Example: tf completion bash
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    click.echo(SHELLS[shell](ctx.find_root().command, {}, "tf", VARIABLE).source(), nl=False)
