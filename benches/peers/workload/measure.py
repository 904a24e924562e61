"""What all adapters share: reading a question, and writing an answer with the time that it took.

An adapter gives `report` a function that imports the peer and returns one that answers a question: who has each task (nothing for
a task left over), and whether the peer says that no largest ratio is smaller.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable

from questions import Question
from usage import limit_memory, limit_processor, processor_seconds, timed

Found = tuple[list[int | None] | None, bool]
Answer = Callable[[Question, float], Found]


def report(load: Callable[[], Answer]) -> None:
    """Imports the peer, answers the question on standard input, and writes what it found to standard output."""
    answer, imported = timed(load)
    said: dict = {"import_seconds": imported}
    request = json.load(sys.stdin)
    # Solvers print to the file itself, so that its place is taken and not only Python's name for it.
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    limit_memory()
    try:
        if question := request.get("question"):
            start, clock = processor_seconds(), time.perf_counter()
            # Reading the model in counts for the peer's own limit; some look at it only between two steps.
            limit_processor(6 * request["limit"])
            said["holders"], said["proved"] = answer(question, request["limit"])
            said["seconds"], said["clock"] = processor_seconds() - start, time.perf_counter() - clock
    except MemoryError:
        said["error"] = "out of memory"
    except Exception as error:
        said["error"] = f"{type(error).__name__}: {error}"[:160]
    with contextlib.closing(os.fdopen(out, "w")) as text:
        json.dump(said, text)
