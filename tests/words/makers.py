"""What the package can say: the codes of its faults and findings, with the values that each maker gives to them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.architecture.project import python_files

Codes = dict[str, frozenset[str]]
CODE = re.compile(r"[A-Z]\d{3}")
BY_POSITION = frozenset({"_stop", "_fault", "_refused"})  # the reader of YAML has a short way to make a fault
PLACES = frozenset({"at", "line", "column"})


@cache
def trees() -> tuple[ast.Module, ...]:
    """The modules of the package."""
    return tuple(ast.parse(path.read_text("utf-8")) for path in _paths())


def _paths() -> Iterator[Path]:
    yield from python_files("policyengine")


@cache
def faults() -> Codes:
    """The codes of faults, each with the values that its makers give."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in trees():
        for function, call in _calls(module):
            for code in _fault_codes(module, function, call):
                found[code] |= _said(module, call)
    return {code: frozenset(values) for code, values in found.items()}


@cache
def findings() -> Codes:
    """The codes of findings, each with the values that its makers give, those of an answer among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in trees():
        for _, call in _calls(module):
            if code := _finding_code(call):
                found[code] |= {"value"} | _keywords(call) | _keys(module)
    return {code: frozenset(values) for code, values in found.items()}


def problems() -> frozenset[str]:
    """What may be wrong with a body, a plan or a list of respondents."""
    calls = [call for module in trees() for _, call in _calls(module)]
    first = (call.args[0] for call in calls if call.args and _finding_code(call) == "problem")
    named = (one.value for one in first if isinstance(one, ast.Constant))
    counted = (f"{start}_{what}" for call in calls for what in _counted(call) for start in ("too_few", "too_many"))
    return frozenset((*(str(one) for one in named), *counted))


def mentioned() -> frozenset[str]:
    """Every constant of the package that looks like the code of a fault, whatever is done with it."""
    constants = (node.value for module in trees() for node in ast.walk(module) if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str) and CODE.fullmatch(value))


def nameless_findings() -> list[str]:
    """The calls of `finding` whose code is no constant: nobody could tell whether there is a sentence for them."""
    return [
        ast.unparse(call)
        for module in trees()
        for _, call in _calls(module)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "finding" and not _finding_code(call)
    ]


def _calls(module: ast.Module) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Every call, with the function that it stands in (the innermost comes last and wins)."""
    inside: dict[ast.Call, ast.AST] = {}
    for function in [module, *(node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))]:
        inside |= {node: function for node in ast.walk(function) if isinstance(node, ast.Call)}
    yield from ((function, call) for call, function in inside.items())


def _fault_codes(module: ast.Module, function: ast.AST, call: ast.Call) -> Iterator[str]:
    name = _name(call)
    if name == "Fault":
        code = next((one.value for one in call.keywords if one.arg == "code"), None)
        yield from _texts(module, function, code)
    elif name in BY_POSITION and call.args:
        yield from (code for code in _texts(module, function, call.args[0]) if CODE.fullmatch(code))
    elif name == "limit_fault":
        whats = (one for tree in trees() for _, other in _calls(tree) for one in _counted(other))
        yield from (f"{start}_{what}" for what in whats for start in ("too_few", "too_many"))


def _counted(call: ast.Call) -> Iterator[str]:
    """What is counted where a number may be too small or too large."""
    if _name(call) == "count_problems":
        yield from (arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def _texts(module: ast.Module, function: ast.AST, node: ast.AST | None) -> Iterator[str]:
    """The texts that an expression may be: constants, both sides of a choice, what a name was given."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(module, function, body)
            yield from _texts(module, function, orelse)
        case ast.Name(id=name):
            for place in (function, module):
                yield from (text for one in _given(place, name) for text in _texts(module, function, one))
        case _:
            return


def _given(place: ast.AST, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(place):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                yield value
            case _:
                continue


def _said(module: ast.Module, call: ast.Call) -> set[str]:
    """The values of a fault: the keys of the mapping that it is given, or whatever keys its module knows."""
    says = next((one.value for one in call.keywords if one.arg == "says"), None)
    if _name(call) in BY_POSITION:
        return _keywords(call)
    if isinstance(says, ast.Dict):
        return {key.value for key in says.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    return set() if says is None and _name(call) == "Fault" else _keys(module)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _keywords(call: ast.Call) -> set[str]:
    return {one.arg for one in call.keywords if one.arg and one.arg not in PLACES}


def _keys(module: ast.Module) -> set[str]:
    keys = (key for node in ast.walk(module) if isinstance(node, ast.Dict) for key in node.keys)
    texts = (node for node in ast.walk(module) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store))
    loops = (one for node in ast.walk(module) if isinstance(node, ast.Tuple) for one in node.elts)
    constants = [*keys, *(node.slice for node in texts), *loops]
    return {one.value for one in constants if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def _finding_code(call: ast.Call) -> str:
    name = _name(call)
    code: ast.AST | None = None
    if name == "finding" and len(call.args) > 1:
        code = call.args[1]
    elif name == "Phrase":
        code = next((one.value for one in call.keywords if one.arg == "code"), None)
    return code.value if isinstance(code, ast.Constant) and isinstance(code.value, str) else ""
