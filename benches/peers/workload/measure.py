"""What all adapters share: reading a question, limits, processor time, and writing an answer.

An adapter gives `report` a function that imports the peer and returns one that answers a question: who has each task (nothing for a
task left over), and whether the peer says that no largest ratio is smaller.
"""

import contextlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable

from questions import Question

Found = tuple[list[int | None] | None, bool]
Answer = Callable[[Question, float], Found]

MEMORY = 8 << 30


def processor_seconds() -> float:
    """Seconds of processor time that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def report(load: Callable[[], Answer]) -> None:
    """Imports the peer, answers the question on standard input, and writes what it found to standard output."""
    before = processor_seconds()
    answer = load()
    said: dict = {"import_seconds": processor_seconds() - before}
    request = json.load(sys.stdin)
    # Solvers print to the file itself, so that its place is taken and not only Python's name for it.
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        if question := request.get("question"):
            start, clock = processor_seconds(), time.perf_counter()
            # Reading the model in counts for the peer's own limit; some look at it only between two steps.
            hard = int(start + 6 * request["limit"]) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (hard, hard + 5))
            said["holders"], said["proved"] = answer(question, request["limit"])
            said["seconds"], said["clock"] = processor_seconds() - start, time.perf_counter() - clock
    except MemoryError:
        said["error"] = "out of memory"
    except Exception as error:
        said["error"] = f"{type(error).__name__}: {error}"[:160]
    with contextlib.closing(os.fdopen(out, "w")) as text:
        json.dump(said, text)
