"""Lines on the screen: on a terminal titles and heads stand out, elsewhere the text is plain."""

import shutil
import sys
from collections.abc import Iterable
from typing import Final

import click

from policyengine.cli.speaking import say_lines
from policyengine.handbook.table import Kind, Line

NARROWEST: Final = 80
WIDEST: Final = 120
USUAL: Final = 100


def width() -> int:
    """How wide the text may be: as the terminal, within limits."""
    columns = shutil.get_terminal_size((USUAL, 0)).columns
    return max(NARROWEST, min(WIDEST, columns))


def say_table(lines: Iterable[Line]) -> None:
    """Lines of tables and prose on standard output."""
    say_lines(shown(one) for one in lines)


def shown(line: Line) -> str:
    """A line as it is shown: with colour and weight on a terminal only."""
    if not sys.stdout.isatty():
        return line.text
    match line.kind:
        case "title":
            return click.style(line.text, bold=True)
        case "head":
            return click.style(line.text, fg="cyan")
        case "note":
            return click.style(line.text, dim=True)
        case "row" | "blank":
            return line.text


__all__ = ["Kind", "Line", "say_table", "shown", "width"]
