"""Files that something has happened to: cut, swapped, doubled, retyped, deep, huge, in another encoding, at random."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import Final

from tests.door import find
from tests.laws.examples_of_faults import base

Mangling = Callable[[bytes, Random], bytes]
STRANGE: Final = [
    b"\t", b"\x00", b"\x07", b"\x1b[31m", b"\x7f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    "\ufeff".encode(), "\u2028".encode(), "\u0085".encode(), "\u202e".encode(), "\U0001f600".encode(), b"\r", b"\r\n",
]  # fmt: skip
WORDS: Final = [
    *(
        "~|{}|[]|''|true|no|-1|.inf|.nan|1e9999|0x10|2026-02-30|open|none|rest|unknown|{reading: x}|[{}]|*a|&a x|"
        "? [a, b]|{a: {b: {c: d}}}|!!python/object:os.system x|!!binary aGk=|<<: *a|>-|- - -|not stated|%YAML 1.1|---|"
        "...|'|\"|#|: |day 32 of the month after|{reading: {reading: x}}|policy|extends: taskala|last|1/0|0/0|-0|1_000|"
        "12:30:45|=|@|`|%"
    ).split("|"),
    "|",
    "9" * 400,
]
ENCODINGS: Final = "utf-16 utf-16-le utf-32 utf-8-sig cp1251 koi8-r utf-7 cp500 iso8859-5".split()
_word = re.compile(rb"[\w./-]+")


@cache
def sources() -> Sequence[bytes]:
    """The files to mangle; the small one most often, because most of it is law."""
    whole = [(find(name) or ("", b""))[1] for name in ("taskala", "nura", "karasu", "alatau", "saryarka")]
    return [*whole, *[base().encode()] * 10]


def mangled(chance: Random) -> bytes:
    """A file to which one to three things have happened."""
    data = chance.choice(sources())
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        data = chance.choice(MANGLINGS)(data, chance)
    return data


def _place(data: bytes, chance: Random) -> int:
    return chance.randint(0, len(data))


def _cut(data: bytes, chance: Random) -> bytes:
    one, other = sorted((_place(data, chance), _place(data, chance)))
    return chance.choice([data[:one], data[one:], data[:one] + data[other:], data[one:other]])


def _swapped_lines(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    for _ in range(chance.randint(1, 5) if lines else 0):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _doubled_lines(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = chance.randint(0, len(lines))
    some = lines[start : start + chance.choice([1, 1, 3, 30, 300])]
    return b"".join(lines[:start] + some * chance.randint(2, 4) + lines[start:])


def _reindented(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    for _ in range(chance.randint(1, 5) if lines else 0):
        number = chance.randrange(len(lines))
        lines[number] = chance.choice([b" ", b"  ", b"\t", b"- ", b""]) + lines[number].lstrip()
    return b"".join(lines)


def _retyped(data: bytes, chance: Random) -> bytes:
    found = list(_word.finditer(data))
    for word in sorted(chance.sample(found, min(len(found), chance.randint(1, 4))), key=lambda one: -one.start()):
        data = data[: word.start()] + chance.choice(WORDS).encode() + data[word.end() :]
    return data


def _moved_words(data: bytes, chance: Random) -> bytes:
    """Words in each other's places: often still a tree, and seldom a policy."""
    found = list(_word.finditer(data))
    if len(found) > 1:
        one, other = sorted(chance.sample(found, 2), key=lambda word: word.start())
        return data[: one.start()] + other[0] + data[one.end() : other.start()] + one[0] + data[other.end() :]
    return data


def _strange_letters(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        at = _place(data, chance)
        data = data[:at] + chance.choice(STRANGE) + data[at + chance.randint(0, 1) :]
    return data


def _random_bytes(data: bytes, chance: Random) -> bytes:
    at, length = _place(data, chance), chance.choice([1, 10, 300])
    return chance.choice([data[:at], b""]) + chance.randbytes(length) + chance.choice([data[at:], b""])


def _deep(data: bytes, chance: Random) -> bytes:
    at, depth = _place(data, chance), chance.choice([5, 38, 41, 300, 5_000, 100_000])
    opening = chance.choice([b"[", b"{a: ", b"- ", b"? ", b"{[", b"!x "])
    return data[:at] + opening * depth + data[at:]


def _huge(data: bytes, chance: Random) -> bytes:
    piece = chance.choice([b"x", b"a: 1\n", b"- a\n", b"[1, 2],", b"{}", b"\n", b" ", b"9", b"'", "ж".encode()])
    at = _place(data, chance)
    return data[:at] + piece * chance.choice([1_000, 30_000, 3_000_000 // len(piece)]) + data[at:]


def _encoded(data: bytes, chance: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def _aliased(data: bytes, chance: Random) -> bytes:
    width, depth = chance.randint(2, 12), chance.randint(2, 12)
    rows = [b"x0: &x0 [y]"]
    rows += [b"x%d: &x%d [%s]" % (row, row, b", ".join([b"*x%d" % (row - 1)] * width)) for row in range(1, depth)]
    rows.append(chance.choice([b"", b"z: *x1", b"q: &q [*q]"]))
    return chance.choice([data, b""]) + b"\n" + b"\n".join(rows) + b"\n"


MANGLINGS: Final[Sequence[Mangling]] = [
    _cut, _swapped_lines, _doubled_lines, _reindented, _retyped, _retyped, _moved_words, _moved_words, _strange_letters,
    _random_bytes, _deep, _huge, _encoded, _aliased,
]  # fmt: skip
