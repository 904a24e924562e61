"""Runs coprod or the adapter of a peer in a process of its own, and tells what ends it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# The folder of the comparison that runs: the adapters of its peers stand beside it.
HERE = Path(sys.argv[0]).resolve().parent


def run(command: list[str], request: Mapping[str, object], wait: float | None = None, **settings: str) -> dict:
    """A child's answer; the request goes in by standard input. What ends it is told as an error.

    It may take `wait` seconds by the clock; `settings` are set in its environment.
    """
    try:
        child = subprocess.run(
            command,
            input=json.dumps(request).encode(),
            capture_output=True,
            cwd=HERE,
            env={**os.environ, **settings},
            timeout=wait,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": "too long"}
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"error": "too long"}
    if child.returncode:
        return {"error": (child.stderr.decode().strip().splitlines() or [f"status {child.returncode}"])[-1][:160]}
    return json.loads(child.stdout)
