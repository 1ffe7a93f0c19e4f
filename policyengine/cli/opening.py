"""Open policies and calendars: an existing path wins, then an id in ./policies, then the packaged one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from policyengine.cli import cache as kept_files
from policyengine.cli.shipped import POLICIES, schema
from policyengine.model.fault import Fault, Refused
from policyengine.model.near import nearest
from policyengine.model.policy import Policy

if TYPE_CHECKING:  # slow to import, and many questions count no days
    from policyengine.calendar import Calendar

FOLDERS = (Path("policies"), Path("policies/examples"), POLICIES, POLICIES / "examples")


def file_of(wanted: str) -> Path:
    """The file of a policy named by path or id; raises Refused where there is none."""
    path = Path(wanted)
    if path.suffix in {".yaml", ".yml"} or path.is_file():
        return path
    if found := _by_id(wanted):
        return found
    if path.is_dir():  # said to be one where it is opened
        return path
    known = sorted({one.stem for folder in FOLDERS for one in folder.glob("*.yaml")})
    raise Refused(
        [Fault(code="unknown_policy", at=wanted, says={"word": wanted, "words": known}, like=nearest(wanted, known))]
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises Refused where it cannot be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        kind = "folder" if path.is_dir() else "absent" if not path.exists() else "unreadable"
        raise Refused(
            [Fault(code="D011", file=str(path), line=1, column=1, says={"kind": kind, "problem": type(error).__name__})]
        ) from None


def find(policy_id: str) -> tuple[str, bytes] | None:
    """Name and bytes of a policy that another one extends."""
    path = _by_id(policy_id)
    return None if path is None else (str(path), read_file(path))


def raw_of(wanted: str) -> Mapping[str, object]:
    """The tree of a policy, layers merged, whose file is whole; raises Refused with its faults."""
    path = file_of(wanted)
    data = read_file(path)
    kept = kept_files.recall(data, find)
    if kept is not None:
        return kept
    from policyengine.loading.load import load

    bases: dict[str, bytes] = {}
    loaded = load(str(path), data, schema(), lambda name: _noted(name, bases))
    if loaded.faults or loaded.raw is None:
        raise Refused(loaded.faults)
    kept_files.keep(data, loaded.raw, bases)
    return loaded.raw


def policy(wanted: str, readings: Mapping[str, str] | None = None) -> Policy:
    """A policy with its readings chosen; raises Refused."""
    from policyengine.loading.resolving import policy_of

    return policy_of(raw_of(wanted), readings)


@cache
def calendar() -> "Calendar":
    """The calendar of working days: of ./policies where there is one, else the packaged one."""
    from policyengine.loading.calendars import calendar_from_json, calendar_to_json

    path = next(
        one for one in (Path("policies/calendars/kz.yaml"), POLICIES / "calendars" / "kz.yaml") if one.is_file()
    )
    data = read_file(path)
    return calendar_from_json(
        kept_files.remember("calendar", lambda: calendar_to_json(_calendar(str(path), data)), data)
    )


def _calendar(file: str, data: bytes) -> "Calendar":
    from dataclasses import replace

    from policyengine.document import read
    from policyengine.loading.calendars import read_calendar

    document = read(data)
    if document.faults or not isinstance(document.tree, Mapping):
        raise Refused([replace(one, file=file) for one in document.faults])
    return read_calendar(document.tree)


def _by_id(wanted: str) -> Path | None:
    return next((path for folder in FOLDERS if (path := folder / f"{wanted}.yaml").is_file()), None)


def _noted(name: str, bases: dict[str, bytes]) -> tuple[str, bytes] | None:
    found = find(name)
    if found is not None:
        bases[name] = found[1]
    return found
