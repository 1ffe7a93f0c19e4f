"""Read a file of scenarios: held against its schema, with placed faults."""

from collections.abc import Mapping
from dataclasses import replace

from policyengine.document import read
from policyengine.loading.placing import placed_at
from policyengine.loading.walk import Schema, Walk
from policyengine.model.fault import Fault, Refused
from policyengine.model.pointer import join
from policyengine.scenarios.run import Scenario, scenarios_of

EXPECTATIONS = ("expect", "expect_faults", "expect_missing", "expect_readings")


def read_scenarios(file: str, data: bytes, schema: Schema) -> tuple[str, list[Scenario]]:
    """The policy's id and its scenarios; raises Refused with every fault of the file."""
    document = read(data)
    if document.faults or not isinstance(document.tree, Mapping):
        raise Refused([replace(one, file=file) for one in document.faults or (Fault(code="D013", line=1, column=1),)])
    walk = Walk(definitions=schema.get("$defs", {}))
    faults = [one for one in walk.along(schema, document.tree, "") if isinstance(one, Fault)]
    faults += list(_empty(document.tree))
    if faults:
        raise Refused([placed_at(one, document.places, file) for one in faults])
    return str(document.tree["policy"]), list(scenarios_of(document.tree))


def _empty(tree: Mapping[str, object]) -> list[Fault]:
    """Scenarios that expect nothing test nothing; two of one name cannot be told apart."""
    listed, seen = tree.get("scenarios"), set[str]()
    faults = []
    for number, one in enumerate(listed if isinstance(listed, list) else []):
        at = join("/scenarios", number)
        if isinstance(one, Mapping):
            if not any(key in one for key in EXPECTATIONS):
                faults.append(Fault(code="S001", at=at))
            name = str(one.get("name"))
            if name in seen:
                faults.append(Fault(code="S002", at=join(at, "name"), says={"word": name}))
            seen.add(name)
    return faults
