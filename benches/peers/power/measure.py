"""What all adapters share: reading a question, and writing an answer with the time that it took.

An adapter gives `report` a function that imports the peer and returns two: one that makes the peer's own form of a question, and
one that answers it. Time is processor time, to which other work on the machine adds nothing.
"""

import contextlib
import io
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from usage import limit_memory, limit_processor, processor_seconds, timed

Prepare = Callable[[dict], Any]
Answer = Callable[[Any, dict], list]
Methods = tuple[Prepare, Answer]

RULE = {"quota": 3, "weights": [2, 1, 1]}
# Asked first, so that what a peer compiles or loads at its first call is not taken for the time of an answer.
WARM: list[dict] = [
    {"kind": "weighted", "rule": RULE},
    {"kind": "compound", "rule": {"all": [RULE, {"any": [RULE, RULE]}]}},
    {"kind": "ballots", "orders": [[0, 1, 2, 3], [1, 0, 2, 3], [2, 0, 1, 3]], "counts": [4, 2, 1], "options": 4},
]


def again(work: Callable, first: float) -> float:
    """The mean processor time of a piece of work: that of the first time, or of several where it is short."""
    times = 0
    before = processor_seconds()
    while first < 0.1 and times < 200 and processor_seconds() - before < 0.3:
        work()
        times += 1
    return (processor_seconds() - before) / times if times else first


def one(question: dict, prepare: Prepare, answer: Answer) -> dict:
    """One answer with its times, and whether the caller's weights are still as they were."""
    kept = json.dumps(question.get("rule"))
    prepared, build = timed(lambda: prepare(question))
    values, count = timed(lambda: answer(prepared, question))
    changed = json.dumps(question.get("rule")) != kept

    def fresh() -> dict:
        return {**question, "rule": json.loads(kept)}

    if question["kind"] == "ballots":
        build, count = again(lambda: prepare(question), build), again(lambda: answer(prepared, question), count)
    else:
        count = again(lambda: answer(prepare(asked := fresh()), asked), build + count)
        build = 0.0
    return {"values": values, "build_seconds": build, "count_seconds": count, "changed": question["rule"] if changed else None}


def several(questions: list[dict], prepare: Prepare, answer: Answer, times: int) -> list[list[list | str]]:
    """For small questions that tie: what each is answered, again and again; in words where an error is raised."""
    found = []
    for question in questions:
        said: list[list | str] = []
        for _ in range(times):
            try:
                said.append(answer(prepare(question), question))
            except Exception as error:
                said.append(f"{type(error).__name__}: {error}")
        found.append(said)
    return found


def report(load: Callable[[], Methods]) -> None:
    """Imports the peer, answers the question on standard input, and writes the figures to standard output."""
    (prepare, answer), imported = timed(load)
    request = json.load(sys.stdin)
    limit_memory()
    start = time.perf_counter()
    said: dict[str, Any] = {"import_seconds": imported}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            if "ties" in request:
                said["said"] = several(request["ties"], prepare, answer, request["times"])
            elif "question" in request:
                question = request["question"]
                for warm in WARM:
                    if warm["kind"] == question["kind"]:
                        asked = json.loads(json.dumps({**warm, "ask": question["ask"], "seats": question.get("seats", 1)}))
                        answer(prepare(asked), asked)
                limit_processor(request["limit"])
                said |= one(question, prepare, answer)
    except MemoryError:
        said["error"] = "MemoryError"
    except Exception as error:
        said["error"] = f"{type(error).__name__}: {error}"[:160]
    said["clock_seconds"] = time.perf_counter() - start
    json.dump(said, sys.stdout)
