"""The agenda as an iCalendar file (RFC 5545): one all-day event an obligation, the same bytes for the same agenda."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vText

from policyengine.calendar import working_day_before
from policyengine.handbook.agenda import Agenda, Obligation, OpenCalendar, remarks_on, title_of, undated, who_acts
from policyengine.handbook.citations import cited
from policyengine.handbook.values import Said, told
from policyengine.model.fault import BeyondCalendar
from policyengine.model.period import day
from policyengine.model.policy import Policy
from policyengine.words import Words

REMINDED_BEFORE: Final = (5, 1)  # working days
MORNING: Final = timedelta(hours=9)
ONE_DAY: Final = timedelta(days=1)


def agenda_as_ics(made: Agenda, words: Words, policy: Policy, open_calendar: OpenCalendar) -> bytes:
    """The obligations that have a day as events; those without one are named in the calendar's description."""
    calendar = Calendar()
    calendar.add("prodid", f"-//policyengine-kz//{policy.id}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{title_of(made, words)}. {words.show(policy.tree.get('name'))}")
    notes = list(undated(made.obligations, words, policy))
    if notes:
        calendar.add("x-wr-caldesc", "\n".join(notes))
    stamp = _stamp(policy)
    for one in made.obligations:
        if one.due is not None:
            calendar.add_component(_event(one, one.due, stamp, words, policy, open_calendar))
    found: bytes = calendar.to_ical()
    return found


def _event(
    one: Obligation, due: date, stamp: datetime, words: Words, policy: Policy, open_calendar: OpenCalendar
) -> Event:
    summary = _summary(one, words)
    event = Event()
    event.add("uid", f"{policy.id}-{one.event}-{one.period.replace('/', '-')}@policyengine-kz")
    event.add("dtstamp", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + ONE_DAY)
    event.add("summary", _text(summary, words))
    event.add("description", _text("\n".join(_description(one, words, policy)), words))
    event.add("transp", "TRANSPARENT")
    for passed in _days_to_remind(due, open_calendar):
        event.add_component(_alarm(passed, summary, words))
    return event


def _summary(one: Obligation, words: Words) -> str:
    name, held = told(one.event, words, "event"), told(one.period, words, "period")
    return words.say("agenda", "summary", event=Said(text=name), period=Said(text=held))


def _description(one: Obligation, words: Words, policy: Policy) -> Iterator[str]:
    """Who acts, the paragraph, and what is to be known of the day besides."""
    for column, text in (("by", who_acts(one, words)), ("paragraph", cited(one.paragraph, words, policy))):
        yield f"{words.say('agenda', column)}: {text}"
    yield from remarks_on(one, words)


def _days_to_remind(due: date, open_calendar: OpenCalendar) -> Iterator[int]:
    """How many days before the due day reminders are given; none where the calendar of working days does not reach."""
    for count in REMINDED_BEFORE:
        try:
            yield (due - working_day_before(open_calendar(), due, count)).days
        except BeyondCalendar:
            return


def _alarm(passed: int, summary: str, words: Words) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", MORNING - passed * ONE_DAY)
    alarm.add("description", _text(summary, words))
    return alarm


def _stamp(policy: Policy) -> datetime:
    """The midnight of the act's day: the same for ever, unlike the hour of making the file."""
    adopted = day(policy.root["act"]["date"].text()) or date(1970, 1, 1)
    return datetime.combine(adopted, time(), UTC)


def _text(text: str, words: Words) -> vText:
    return vText(text, params={"LANGUAGE": words.language})
