"""Lines on the screen: on a terminal titles and heads stand out, elsewhere the text is plain."""

import shutil
import sys
from collections.abc import Iterable
from typing import Final

import click

from policyengine.cli.speaking import say_lines
from policyengine.handbook.table import Line

NARROWEST: Final = 80
WIDEST: Final = 120
USUAL: Final = 110


def width() -> int:
    """How wide the text may be: as the terminal, within limits."""
    columns = shutil.get_terminal_size((USUAL, 0)).columns
    return max(NARROWEST, min(WIDEST, columns))


def say_table(lines: Iterable[Line]) -> None:
    """Lines of tables and prose on standard output: colour, weight and rules on a terminal only."""
    terminal = sys.stdout.isatty()
    say_lines(_shown(one) if terminal else one.text for one in lines if terminal or one.kind != "rule")


def _shown(line: Line) -> str:
    match line.kind:
        case "title":
            return click.style(line.text, bold=True)
        case "head":
            return click.style(line.text, fg="cyan")
        case "rule" | "note":
            return click.style(line.text, dim=True)
        case "row" | "plain":
            return line.text
