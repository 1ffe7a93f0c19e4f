"""Kazakh endings of numbers in digits: 15-тен, 50-ден, 5-ке; the ending follows the last word that is spoken."""

from typing import Final, Literal

Case = Literal["from", "to"]

_ENDINGS: Final[dict[Case, dict[str, str]]] = {
    "from": {
        "0": "ден",
        "1": "ден",
        "2": "ден",
        "3": "тен",
        "4": "тен",
        "5": "тен",
        "6": "дан",
        "7": "ден",
        "8": "ден",
        "9": "дан",
        "10": "нан",
        "20": "дан",
        "30": "дан",
        "40": "тан",
        "50": "ден",
        "60": "тан",
        "70": "тен",
        "80": "нен",
        "90": "нан",
        "100": "ден",
        "1000": "нан",
    },
    "to": {
        "0": "ге",
        "1": "ге",
        "2": "ге",
        "3": "ке",
        "4": "ке",
        "5": "ке",
        "6": "ға",
        "7": "ге",
        "8": "ге",
        "9": "ға",
        "10": "ға",
        "20": "ға",
        "30": "ға",
        "40": "қа",
        "50": "ге",
        "60": "қа",
        "70": "ке",
        "80": "ге",
        "90": "ға",
        "100": "ге",
        "1000": "ға",
    },
}


def with_ending(number: str, case: Case) -> str:
    """A number in the ablative (`from`) or dative (`to`): 3,99-дан, 5-ке; a fraction ends with its numerator.

    What is no number is left as it is.
    """
    spoken = number.partition("/")[0].rpartition(",")[2].lstrip("-")
    return f"{number}-{_ENDINGS[case][_last_word(spoken)]}" if spoken.isdigit() else number


def _last_word(digits: str) -> str:
    """The number of the last word: 99 ends with nine, 50 with fifty, 300 with a hundred, 2000 with a thousand."""
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not significant:
        return "0"
    match zeros:
        case 0:
            return digits[-1]
        case 1:
            return f"{digits[-2]}0"
        case 2:
            return "100"
        case _:
            return "1000"
