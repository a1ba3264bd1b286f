"""Shell completion."""

import click
from click.shell_completion import get_completion_class


@click.command(
    short_help="Print shell completion.",
    epilog="""\b
Examples:
  lessonbook completion bash >> ~/.bashrc
  lessonbook completion zsh >> ~/.zshrc
  lessonbook completion fish > ~/.config/fish/completions/lessonbook.fish
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes your shell complete commands, options and files."""
    kind = get_completion_class(shell)
    assert kind is not None  # click has a class for each of the three
    click.echo(kind(ctx.find_root().command, {}, "lessonbook", "_LESSONBOOK_COMPLETE").source())
