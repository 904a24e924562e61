"""What the process of a peer uses: its processor time, and limits of that and of its memory."""

import resource
from collections.abc import Callable
from typing import Any

MEMORY = 8 << 30


def processor_seconds() -> float:
    """Seconds of processor time that this process and its finished children have used; other work on the machine adds none."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """A result and the processor time that it took."""
    before = processor_seconds()
    result = work()
    return result, processor_seconds() - before


def limit_memory() -> None:
    """From here on, more memory than everybody has is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def limit_processor(seconds: float) -> None:
    """The process is ended after so much more processor time."""
    limit = int(processor_seconds() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
