"""JSON pointers (RFC 6901): the one address of everything in a policy."""


def join(pointer: str, *keys: str | int) -> str:
    """Extend a pointer by keys, escaped as RFC 6901 says."""
    for key in keys:
        text = str(key)
        pointer += "/" + (text.replace("~", "~0").replace("/", "~1") if "/" in text or "~" in text else text)
    return pointer


def split(pointer: str) -> tuple[str, ...]:
    """The keys of a pointer, unescaped; the empty pointer is the whole document."""
    return tuple(key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:])


def above(pointer: str) -> tuple[str, ...]:
    """The pointer itself and everything above it, nearest first, the whole document last."""
    steps = [pointer]
    while pointer:
        pointer = pointer.rpartition("/")[0]
        steps.append(pointer)
    return tuple(steps)
