"""Write to a file whole or not at all, or to standard output."""

import tempfile
from pathlib import Path

import click


def write(text: str | bytes, out: Path | None) -> None:
    """Write to standard output, or to a file by way of a temporary one beside it.

    What is there and is no file, a device or a pipe, is written to and never replaced.
    """
    data = text.encode() if isinstance(text, str) else text
    if out is None:
        click.echo(data.decode() if isinstance(text, str) else data, nl=False)
        return
    if out.exists() and not out.is_file():
        out.write_bytes(data)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=out.parent, delete=False) as file:
        file.write(data)
    path = Path(file.name)
    try:
        path.chmod(0o644)
        path.replace(out)
    except OSError as error:
        path.unlink()
        raise OSError(error.errno, error.strerror, str(out)) from None
