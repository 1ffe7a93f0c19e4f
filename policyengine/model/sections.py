"""Which sections of a policy file say what: those that operate, and those that an act may lack."""

from typing import Final

OPERATIVE: Final = tuple(
    "scope means groups scales bands methods results routes instead secondment delegation not_evaluated plans counting "
    "timetable acquaintance refusals review remedies uses secrecy retention duties forms notices".split()
)
MAY_BE_SILENT: Final = tuple(
    "scope definitions means scales bands methods results routes instead secondment delegation not_evaluated plans "
    "timetable acquaintance refusals review remedies uses secrecy retention duties forms notices".split()
)
