"""What a word of a policy refers to: ids that must be declared, phrases that must parse, places that must exist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from policyengine.loading.options import Chosen, Options, declared_in, speaking
from policyengine.loading.places import can_be_cited, is_counted, known_places, paragraphs, single_places
from policyengine.loading.tests_of_facts import test_faults
from policyengine.loading.walk import Visit
from policyengine.model.fault import Fault
from policyengine.model.near import nearest
from policyengine.model.period import day
from policyengine.model.policy import OPEN, Tree
from policyengine.model.term import EventDay
from policyengine.model.tree import under
from policyengine.model.vocabulary import FACTS, MOMENTS, ROLES
from policyengine.terms.arithmetic import fold, force, over_periods, rounding
from policyengine.terms.times import duration, moments, term

BUILT_IN: Final[Mapping[str, frozenset[str]]] = {"roles": ROLES, "facts": frozenset(FACTS)}
_WHEN: Final = ("event ", "before ", "on ")
_PARSED: Final = {"duration": duration, "rounding": rounding, "fold": fold, "force": force, "yearly": over_periods}


@dataclass(frozen=True, kw_only=True)
class References:
    """The ids that a file declares, its layers merged."""

    raw: Tree
    _declared: dict[tuple[str, Chosen | None], frozenset[str] | None] = field(default_factory=dict)  # once asked for

    def faults(self, visit: Visit) -> Iterator[Fault]:
        """What is wrong with what a value or key refers to."""
        word, schema = str(visit.value), visit.schema
        if visit.key:
            yield from self._of_key(word, visit)
        elif "x-ref" in schema:
            yield from self._unknown(word, visit.pointer, schema["x-ref"])
        else:
            yield from self._phrase(schema["x-phrase"], visit)

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """The facts that the file declares."""
        found = self.raw.get("facts")
        return found if isinstance(found, Mapping) else {}

    @cached_property
    def moments(self) -> frozenset[str]:
        """Every moment that is no event: those of a case, declared dates."""
        dates = {name for name, one in self.facts.items() if isinstance(one, Mapping) and one.get("type") == "date"}
        return MOMENTS | dates

    def declared(self, section: str, at: str = "") -> frozenset[str] | None:
        """The ids of a section, with those that options put there; None where nothing closes it.

        Ids that not every option of a reading puts there are known where that option itself speaks, and in an option of
        a reading that is put only with it.
        """
        spoken = speaking(at)
        if (section, spoken) not in self._declared:
            found = declared_in(under(self.raw, *section.split("."))).union(self._options.ids(section, spoken))
            closed = self.raw.get(section) != OPEN and (bool(found) or not section.startswith("vocabulary."))
            self._declared[section, spoken] = found | BUILT_IN.get(section, frozenset()) if closed else None
        return self._declared[section, spoken]

    @cached_property
    def _options(self) -> Options:
        return Options(readings=under(self.raw, "readings"))

    @cached_property
    def _places(self) -> frozenset[str]:
        """Every place of the act that may be cited; none where the file does not say what the act consists of."""
        return known_places(paragraphs(self.raw))

    def _of_key(self, key: str, visit: Visit) -> Iterator[Fault]:
        unknown = list(self._unknown(key, visit.pointer, visit.schema["x-ref"]))
        yield from (replace(one, says={**one.says, "key": key}) for one in unknown)
        if not unknown and visit.schema["x-ref"] == ["facts"]:
            yield from test_faults(self, key, visit.inner, visit.pointer)

    def _unknown(self, word: str, at: str, sections: list[str]) -> Iterator[Fault]:
        known: set[str] = set()
        for section in sections:
            declared = self.declared(section, at)
            if declared is None or word in declared:
                return
            known |= declared
        yield Fault(code="P021", at=at, says={"word": word, "sections": sections}, like=nearest(word, known))

    def _phrase(self, grammar: str, visit: Visit) -> Iterator[Fault]:
        text, at = str(visit.value), visit.pointer
        match grammar:
            case "term":
                yield from self.term_faults(text, at)
            case "moment" if day(text) is None:
                yield from self._moment(text, at)
            case "when":
                yield from self._when(text, at)
            case "warning":
                yield from self._event(text.removeprefix("with event "), at) if text.startswith("with") else ()
            case "place":
                yield from self._place(text, at)
            case "parts" if not is_counted(text):
                yield Fault(code="P012", at=at, says={"value": text, "grammar": grammar})
            case name if name in _PARSED and _PARSED[name](text) is None:
                yield Fault(code="P012", at=at, says={"value": text, "grammar": grammar})

    def term_faults(self, text: str, at: str) -> Iterator[Fault]:
        """What is wrong with a term: no term at all, or a moment or event that nobody declared."""
        found = term(text)
        if found is None:
            yield Fault(code="P012", at=at, says={"value": text, "grammar": "term"})
        elif isinstance(found, EventDay):
            yield from self._event(found.event, at)
        else:
            for name in moments(found):
                yield from self._moment(name, at)

    def _moment(self, name: str, at: str) -> Iterator[Fault]:
        events = self.declared("timetable", at)
        known = self.moments | (events or frozenset())
        if events is not None and name not in known:
            yield Fault(code="P022", at=at, says={"word": name}, like=nearest(name, known))

    def _event(self, name: str, at: str) -> Iterator[Fault]:
        yield from self._unknown(name, at, ["timetable"])

    def _when(self, text: str, at: str) -> Iterator[Fault]:
        start = next((one for one in _WHEN if text.startswith(one)), None)
        if start:
            yield from self._moment(text.removeprefix(start), at)
        elif text != "always":
            yield from self.term_faults(text, at)

    def _place(self, text: str, at: str) -> Iterator[Fault]:
        found = next(
            (place for place in single_places(text, self._places) if not can_be_cited(place, self._places)), None
        )
        if found is not None:
            yield Fault(code="P041", at=at, says={"place": found}, like=nearest(found, self._places))
