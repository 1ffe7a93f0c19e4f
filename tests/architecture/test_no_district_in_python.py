"""The engine knows kinds, not districts: names, numbers and dates of acts stand in policy files alone."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.architecture.project import PACKAGE, ROOT, place

NAMES = ("taskala", "таскал", "тасқала", "nura", "нура", "нұра")
NUMBERS = ("35-2", "23-4", "169436")
DATES = {  # with the stems of their months in Russian and Kazakh
    date(2025, 8, 22): ("август", "тамыз"),
    date(2023, 4, 27): ("апрел", "сәуір"),
    date(2024, 6, 7): ("июн", "маусым"),
    date(2022, 6, 30): ("июн", "маусым"),
}


def written(day: date, month_ru: str, month_kk: str) -> Iterator[str]:
    """Yield the patterns of the ways in which a day is written in code and in the acts."""
    yield rf"(?<!\d){day.year}\D{{1,3}}0?{day.month}\D{{1,3}}0?{day.day}(?!\d)"
    yield rf"(?<!\d)0?{day.day}\.0?{day.month}\.{day.year}"
    yield rf"(?<!\d)0?{day.day}\W+{month_ru}\w*\W+{day.year}"
    yield rf"{day.year}\s+жыл\w*\W+0?{day.day}\W+{month_kk}"


def ids() -> set[str]:
    """Give the ids of the shipped policies that are an act's; a base common to the country is named by nobody."""
    acts = (file for file in (ROOT / "policies").glob("*.yaml") if re.search(r"(?m)^act:", file.read_text("utf-8")))
    return {file.stem for file in acts}


def forbidden() -> re.Pattern[str]:
    """Build the pattern of all that may not stand in the package, the ids of all shipped policies included."""
    names = [rf"(?<![^\W_]){name}" for name in NAMES] + [rf"(?<![^\W_]){name}(?![^\W_])" for name in sorted(ids())]
    numbers = [rf"(?<![\w-]){number}(?![\w-])" for number in NUMBERS]
    dates = [pattern for day, months in DATES.items() for pattern in written(day, *months)]
    return re.compile("|".join([*names, *numbers, *dates]), re.IGNORECASE)


def sources() -> list[Path]:
    return sorted([*PACKAGE.rglob("*.py"), *(PACKAGE / "words").rglob("*.json")])


def test_no_district_and_no_act_is_named_in_the_package() -> None:
    pattern = forbidden()
    named = [
        f"{place(file, number)}: {found[0]}"
        for file in sources()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (found := pattern.search(line))
    ]
    assert named == []


@pytest.mark.parametrize(
    "line",
    [
        'if policy == "Taskala":',
        "Таскалинского района",
        "Тасқала ауданы",
        "nura_unit_staff",
        "is_nura",
        "Нұра аудандық мәслихаты",
        "решение № 35-2",
        "date(2025, 8, 22)",
        "2025-08-22",
        "27.04.2023",
        "от 22 августа 2025 года",
        "2023 жылғы 27 сәуірдегі",
        '2023 жылғы "27" сәуірдегі',
    ],
)
def test_a_district_is_seen_however_it_is_written(line: str) -> None:
    assert forbidden().search(line)


@pytest.mark.parametrize("line", ["P135-26", "annural", "2025-08-21", "12025-08-229", "22.08.20", "18/3"])
def test_what_only_looks_like_a_district_is_left_alone(line: str) -> None:
    assert not forbidden().search(line)
