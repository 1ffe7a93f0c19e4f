"""The command `policyengine`."""

import gc
import sys


def main() -> None:
    """Run the verb that the command line names.

    A plain `ask` goes by a short way that does not import the library of commands, which costs more than the answer;
    everything else, help and mistakes included, goes through it.
    """
    gc.disable()  # a verb is short: what it makes is freed when it ends
    from policyengine.cli.asking import Asked, answer

    asked = Asked.read(sys.argv[1:])
    if asked is not None:
        answer(asked)
        return
    gc.enable()
    from policyengine.cli.verbs import verbs

    verbs()
