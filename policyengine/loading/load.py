"""Load a policy: read, merge layers, hold against the schema, the references and the soundness of what is said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from policyengine.document import Place, read
from policyengine.loading.layers import NONE, empty_limits, limit_faults, merged, uncited_changes, uncited_options
from policyengine.loading.option_faults import option_faults
from policyengine.loading.placing import at_its_option, placed_at
from policyengine.loading.readings import NOT_RESOLVED, choices
from policyengine.loading.references import References
from policyengine.loading.resolving import filled
from policyengine.loading.sound import sound_faults
from policyengine.loading.unchosen import unchosen_faults
from policyengine.loading.walk import Same, Schema, Visit, Walk, walk_of
from policyengine.model.fault import Fault
from policyengine.model.pointer import join, split
from policyengine.model.policy import OPEN, Policy, Tree
from policyengine.model.tree import blocks_of

DEEPEST_LAYERS = 5
Find = Callable[[str], tuple[str, bytes] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A file that was read: its raw tree with layers merged, and everything that is wrong with it.

    `raw` is None where the file cannot be used at all; `policy`, with the readings as they are chosen, is None where
    anything is wrong; `open` are the addresses that are still to be read from the act.
    """

    file: str
    raw: Tree | None
    faults: tuple[Fault, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    policy: Policy | None = None


def load(file: str, data: bytes, schema: Schema, find: Find) -> Loaded:
    """Load a file; `find` gives name and bytes of a policy that is extended, by its id, None where there is none."""
    document = read(data)
    if document.faults or not isinstance(document.tree, Mapping):
        broken = document.faults or (Fault(code="D013", line=1, column=1),)
        return Loaded(file=file, raw=None, faults=tuple(replace(one, file=file) for one in broken))
    base, faults = _base(document.tree, schema, find, (file,))
    raw = document.tree if base is None else merged(base, document.tree)
    faults += _shape_faults(document.tree, raw, schema)
    if base is not None:
        faults += _overlay_faults(document.tree, schema)
    policy = None
    if not faults:
        policy, faults = _meaning_of(raw)
    if policy is not None and not faults:
        faults = _limit_faults(policy, base)
    return Loaded(
        file=file,
        raw=raw,
        faults=tuple(placed_at(one, document.places, file) for one in faults),
        places=document.places,
        open=tuple(sorted(_open(raw), key=lambda at: _where(document.places.get(at)))),
        policy=None if faults else policy,
    )


def _base(tree: Tree, schema: Schema, find: Find, chain: tuple[str, ...]) -> tuple[Tree | None, list[Fault]]:
    wanted = tree.get("extends")
    if not isinstance(wanted, str):
        return None, []
    found = find(wanted)
    if found is None:
        return None, [Fault(code="P071", at="/extends", says={"word": wanted})]
    file, data = found
    if file in chain or len(chain) >= DEEPEST_LAYERS:
        return None, [Fault(code="P072", at="/extends", says={"word": wanted})]
    document = read(data)
    if document.faults or not isinstance(document.tree, Mapping):
        return None, [Fault(code="P073", at="/extends", says={"word": wanted})]
    below, faults = _base(document.tree, schema, find, (*chain, file))
    base = document.tree if below is None else merged(below, document.tree)
    return base, faults


def _shape_faults(tree: Tree, raw: Tree, schema: Schema) -> list[Fault]:
    """Faults of shape and reference in the file itself and in what its options of readings set."""
    layered, references = tree is not raw, References(raw=raw)
    faults = _walked(walk_of(Same(schema), partial=layered), schema, tree, references)
    if layered and not faults:
        return _walked(walk_of(Same(schema)), schema, raw, references)
    return faults


def _walked(walk: Walk, schema: Schema, tree: Tree, references: References) -> list[Fault]:
    seen = [*walk.along(schema, tree, ""), *_options(walk, schema, tree)]
    faults = [one for one in seen if isinstance(one, Fault)]
    visits = [one for one in seen if isinstance(one, Visit)]
    return faults + [fault for visit in visits for fault in references.faults(visit)]


def _options(walk: Walk, schema: Schema, tree: Tree) -> Iterator[Visit | Fault]:
    """What options set is walked along the schema of the place where they set it; what must be there none takes out."""
    for name, reading in _mapping(tree.get("readings")).items():
        for option, one in _mapping(_mapping(reading).get("options")).items():
            for pointer, value in _mapping(_mapping(one).get("sets")).items():
                at, keys = join("/readings", name, "options", option, "sets", pointer), split(pointer)
                found = walk.schema_at(schema, keys)
                if found is not None and value != NONE:
                    yield from walk.along(found, value, at)
                elif found is not None and walk.requires(schema, keys):
                    yield Fault(code="P002", at=at, says={"key": keys[-1]})


def _overlay_faults(tree: Tree, schema: Schema) -> Iterator[Fault]:
    for section in (*schema["x-operative"], "grades"):
        if tree.get(section, NONE) != NONE:
            yield from uncited_changes(tree[section], f"/{section}")
    yield from uncited_options(_mapping(tree.get("readings")))


def _limit_faults(policy: Policy, base: Tree | None) -> list[Fault]:
    """Values that leave the limits of the base, and limits of the file that name what is not there."""
    own = list(empty_limits(_mapping(policy.raw.get("limits")), policy.tree))
    if base is None:
        return own
    below, _ = filled(base, choices(base, {})[0])
    return own + list(limit_faults(_mapping(base.get("limits")), below.tree, policy.tree))


def _meaning_of(raw: Tree) -> tuple[Policy | None, list[Fault]]:
    """What a well-formed file means, and whatever keeps it from meaning that."""
    faults = list(option_faults(raw))
    if faults:
        return None, faults
    policy, faults = filled(raw, choices(raw, {})[0])
    faults = faults or [at_its_option(one, policy) for one in sound_faults(policy)]
    return policy, faults or list(unchosen_faults(raw, policy))


def _where(place: Place | None) -> tuple[int, int]:
    """The line and column of a value; what is a base's own comes first."""
    return (0, 0) if place is None else (place.line, place.column)


def _open(raw: Tree) -> Iterator[str]:
    """The addresses of what is still open; what is said of the act as a text is not law."""
    for at, block in blocks_of(raw):
        if not (at and split(at)[0] in NOT_RESOLVED):
            for key, value in block.items():
                if value == OPEN and (at or key not in NOT_RESOLVED):
                    yield join(at, key)
                elif isinstance(value, list):
                    yield from (join(at, key, number) for number, one in enumerate(value) if one == OPEN)


def _mapping(value: object) -> Tree:
    return value if isinstance(value, dict) else {}
