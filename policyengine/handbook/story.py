"""A demonstration as values: made-up people of one district, and the parts of their year in the order of showing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policyengine.document import read
from policyengine.loading.placing import placed_at
from policyengine.loading.walk import Schema, Walk
from policyengine.model.fault import Fault, Refused
from policyengine.model.policy import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One period of one person: facts of the person and beside them, the sheets by method, what is explained."""

    person: Tree
    given: Tree
    sheets: Mapping[str, Tree]
    explain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the roster; `periods` holds those in which the person is of the staff, in their order."""

    id: str
    name: Tree
    post: Tree
    person: Tree
    periods: Mapping[str, Held]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPeriod:
    """A part that shows everybody's period."""

    title: Tree
    about: Tree
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfQuestion:
    """A part that asks one question; its mark may take the place of that of a person, method and period."""

    title: Tree
    about: Tree
    ask: str
    given: Tree
    explain: bool
    replaces: tuple[str, str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfYear:
    """A part that shows the final marks; those of the named people are explained."""

    title: Tree
    about: Tree
    explain: tuple[str, ...]


Part = OfPeriod | OfQuestion | OfYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A demonstration of one policy in one year."""

    policy: str
    year: int
    about: Tree
    people: tuple[Person, ...]
    parts: tuple[Part, ...]
    try_next: tuple[str, ...]


def read_story(file: str, data: bytes, schema: Schema) -> Story:
    """The story of a file; raises Refused with every fault of it."""
    return _story(sound_tree(file, data, schema, schema))


def sound_tree(file: str, data: bytes, shape: Schema, schema: Schema) -> Tree:
    """The tree of a file that has a shape of a schema; raises Refused with every fault."""
    document = read(data)
    faults = document.faults
    if not faults and not isinstance(document.tree, Mapping):
        faults = (Fault(code="D013", line=1, column=1),)
    if faults or not isinstance(document.tree, Mapping):
        raise Refused([replace(one, file=file) for one in faults])
    walk = Walk(definitions=schema["$defs"])
    found = [one for one in walk.along(shape, document.tree, "") if isinstance(one, Fault)]
    if found:
        raise Refused([placed_at(one, document.places, file) for one in found])
    return document.tree


def tree_of(value: object) -> Tree:
    """A mapping as itself; anything else as an empty one."""
    return value if isinstance(value, Mapping) else {}


def list_of(value: object) -> Sequence[object]:
    """A list as itself; anything else as an empty one."""
    return value if isinstance(value, list) else []


def _story(tree: Tree) -> Story:
    return Story(
        policy=str(tree["policy"]),
        year=int(str(tree["year"])),
        about=tree_of(tree["about"]),
        people=tuple(_person(name, tree_of(one)) for name, one in tree_of(tree["people"]).items()),
        parts=tuple(_part(tree_of(one)) for one in list_of(tree["parts"])),
        try_next=tuple(map(str, list_of(tree["try_next"]))),
    )


def _person(name: str, one: Tree) -> Person:
    return Person(
        id=name,
        name=tree_of(one["name"]),
        post=tree_of(one["post"]),
        person=tree_of(one.get("person")),
        periods=dict(_periods(tree_of(one.get("periods")))),
    )


def _periods(periods: Tree) -> Iterator[tuple[str, Held]]:
    for name, value in periods.items():
        held = tree_of(value)
        yield (
            name,
            Held(
                person=tree_of(held.get("person")),
                given=tree_of(held.get("given")),
                sheets={method: tree_of(sheet) for method, sheet in tree_of(held.get("sheets")).items()},
                explain=str(held.get("explain") or ""),
            ),
        )


def _part(one: Tree) -> Part:
    title, about, explain = tree_of(one["title"]), tree_of(one.get("about")), one.get("explain")
    if "period" in one:
        return OfPeriod(title=title, about=about, period=str(one["period"]))
    if "ask" not in one:
        return OfYear(title=title, about=about, explain=tuple(map(str, list_of(explain))))
    replaced = tree_of(one.get("replaces"))
    return OfQuestion(
        title=title,
        about=about,
        ask=str(one["ask"]),
        given=tree_of(one["given"]),
        explain=explain is True,
        replaces=(str(replaced["person"]), str(replaced["method"]), str(replaced["period"])) if replaced else None,
    )
