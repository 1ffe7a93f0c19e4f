"""The agenda as an iCalendar file (RFC 5545): one all-day event an obligation, the same bytes for the same agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vText

from policyengine.calendar import working_day_before
from policyengine.handbook.agenda import (
    Agenda,
    Obligation,
    OpenCalendar,
    remarks_on,
    said,
    title_of,
    undated,
    who_acts,
)
from policyengine.handbook.citations import cited
from policyengine.handbook.values import told
from policyengine.model.fault import BeyondCalendar
from policyengine.model.period import day
from policyengine.model.policy import Policy
from policyengine.words import Words

REMINDED_BEFORE: Final = (5, 1)  # working days
MORNING: Final = timedelta(hours=9)
ONE_DAY: Final = timedelta(days=1)
UNDATED: Final = date(1970, 1, 1)  # the stamp of what no act has dated


def agenda_as_ics(made: Agenda, words: Words, policy: Policy, open_calendar: OpenCalendar) -> bytes:
    """The obligations that have a day as events; those without one are named in the calendar's description."""
    about = [words.show(policy.tree.get("name")), *undated(made.obligations, words, policy)]
    calendar = Calendar()
    calendar.add("prodid", f"-//policyengine-kz//{policy.id}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(f"{title_of(made, words)} ({policy.id})"))
    calendar.add("x-wr-caldesc", vText("\n".join(about)))
    writer = _Writer(words=words, policy=policy, open_calendar=open_calendar)
    for one in made.obligations:
        if one.due is not None:
            calendar.add_component(writer.event(one, one.due))
    found: bytes = calendar.to_ical()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """In which words, of which policy, and on which working days events are written."""

    words: Words
    policy: Policy
    open_calendar: OpenCalendar

    def event(self, one: Obligation, due: date) -> Event:
        """An obligation as an event of its whole due day, with its reminders."""
        name, held = told(one.event, self.words, "event"), told(one.period, self.words, "period")
        summary = said(self.words, "summary", event=name, period=held)
        event = Event()
        event.add("uid", f"{self.policy.id}-{one.event}-{one.period.replace('/', '-')}@policyengine-kz")
        event.add("dtstamp", self._stamp())
        event.add("dtstart", due)
        event.add("dtend", due + ONE_DAY)
        event.add("summary", self._text(summary))
        event.add("description", self._text("\n".join(self._description(one))))
        event.add("transp", "TRANSPARENT")
        for passed in self._days_to_remind(due):
            event.add_component(self._alarm(passed, summary))
        return event

    def _description(self, one: Obligation) -> Iterator[str]:
        """Who acts, the paragraph, and what is to be known of the day besides."""
        yield f"{self.words.say('agenda', 'by')}: {who_acts(one, self.words)}"
        yield f"{self.words.say('agenda', 'paragraph')}: {cited(one.paragraph, self.words, self.policy)}"
        yield from remarks_on(one, self.words)

    def _days_to_remind(self, due: date) -> Iterator[int]:
        """How many days before the due day; none where the calendar of working days does not reach."""
        for count in REMINDED_BEFORE:
            try:
                yield (due - working_day_before(self.open_calendar(), due, count)).days
            except BeyondCalendar:
                return

    def _alarm(self, passed: int, summary: str) -> Alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", MORNING - passed * ONE_DAY)
        alarm.add("description", self._text(summary))
        return alarm

    def _stamp(self) -> datetime:
        """The midnight of the act's day: the same for ever, unlike the hour at which the file is made."""
        adopted = self.policy.section("act", "date")
        found = None if adopted is None else day(adopted.text())
        return datetime.combine(found or UNDATED, time(), UTC)

    def _text(self, text: str) -> vText:
        return vText(text, params={"LANGUAGE": self.words.language})
