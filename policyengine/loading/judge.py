"""The judge: the library of JSON Schema holds a file against the schema, so that nothing slips by our own walker."""

from collections.abc import Iterator
from functools import lru_cache

from jsonschema import Draft202012Validator

from policyengine.loading.walk import Same, Schema
from policyengine.model.fault import Fault
from policyengine.model.pointer import join
from policyengine.model.policy import Tree


def judged(tree: Tree, schema: Schema) -> Iterator[Fault]:
    """What the schema refuses, each at its address; nothing where the walker has found all there is."""
    for error in _validator(Same(schema)).iter_errors(tree):
        yield Fault(code="P099", at=join("", *map(str, error.absolute_path)), says={"problem": error.message[:200]})


@lru_cache(maxsize=8)
def _validator(same: Same) -> Draft202012Validator:
    return Draft202012Validator(dict(same.schema))
