"""Calendar files for tests: the country's own, and a small one to change at will."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from policyengine.calendar import Calendar
from policyengine.loading.calendars import read_calendar

ROOT = Path(__file__).parents[2]
LAW = {"act": "law", "article": "5"}


def parsed(path: str) -> dict[str, Any]:
    """What a YAML file says, its dates as texts (as the package reads them)."""
    tree = texts(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")))
    assert isinstance(tree, dict)
    return tree


def texts(node: object) -> object:
    match node:
        case dict():
            return {texts(key): texts(value) for key, value in node.items()}
        case list():
            return [texts(each) for each in node]
        case date():
            return node.isoformat()
        case _:
            return node


@cache
def kazakhstan() -> Calendar:
    return read_calendar(parsed("policies/calendars/kz.yaml"))


def small(**sections: object) -> dict[str, Any]:
    """A file of the year 2027 with one holiday, on Saturday the 1st of May, and whatever is given."""
    words = {"en": "made up"}
    return {
        "language": 1,
        "calendar": "small",
        "name": words,
        "first": "2027-01-01",
        "last": "2027-12-31",
        "base": {"library": "holidays", "country": "KZ", "language": "kk"},
        "acts": {"law": {"kind": "law", "number": "1", "date": "2001-12-13", "name": words}},
        "weekend": {"days": ["saturday", "sunday"], "source": LAW},
        "transfer": {"of": "holidays", "to": "next_working_day", "source": LAW},
        "holidays": {"spring": {"name": words, "days": ["05-01"], "source": LAW}},
        **sections,
    }


def movable(**dates: str) -> dict[str, Any]:
    """The section of movable days with the first day of Kurban-ait, each date known as is given (`d2027_05_16`)."""
    stated = {
        name[1:].replace("_", "-"): {"known": known, "source": {"about": {"en": "made up"}}}
        for name, known in dates.items()
    }
    ait = {"name": {"en": "ait"}, "source": LAW, "in_base": "Құрбан айт", "within": 1, "dates": stated}
    return {"kurban_ait": ait}
