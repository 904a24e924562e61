"""Runs the README's Python examples as they stand, and checks that their comments are true."""
import contextlib
import io
import pathlib
import re
import sys

readme = (pathlib.Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
examples = re.findall(r"^```python\n(.*?)^```", readme, flags=re.S | re.M)
if not examples:
    sys.exit("the README has no Python example")
for example in examples:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    expected = re.findall(r"print\(.*\)\s+# (.*)$", example, flags=re.M)
    lines = printed.getvalue().splitlines()
    if not expected or lines != expected:
        sys.exit(f"the README says {expected}, and the example prints {lines}")
print(f"{len(examples)} Python example(s) of the README hold")
