"""How long coprod takes for many groups of one size: the median, nine in ten, the longest, and how many are proved.

`./run --only "8 x 30"` builds the programme that answers. Then: python3 middle.py ../../../target/dist/examples/peers_workload 12 40 20 30 4
asks a hundred groups of 12 people and 40 tasks, 20 to 30 % able, in whole hours (4 quarters). It needs no package.
"""

import json
import subprocess
import sys
from random import Random

from questions import SEED, group

GROUPS = 100


def main() -> None:
    """Asks the groups one after the other."""
    programme, *numbers = sys.argv[1:]
    people, tasks, least, most, shortest = map(int, numbers)
    random = Random(f"{SEED} {numbers}")
    seconds, proved = [], 0
    for _ in range(GROUPS):
        question = json.dumps(group(random, people, tasks, (least, most), shortest))
        answer = json.loads(subprocess.run([programme], input=question, capture_output=True, check=True, text=True).stdout)
        seconds.append(answer["seconds"])
        proved += answer["proved"]
    seconds.sort()
    middle, nine, longest = (1000 * seconds[index] for index in (GROUPS // 2, GROUPS * 9 // 10, -1))
    print(f"{people} x {tasks}: {middle:.2f} ms ({nine:.2f}, {longest:.2f}), {proved} of {GROUPS} proved")


main()
