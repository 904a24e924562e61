"""The generator on a small schema of its own: what may be unknown, and money that may be a range."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import json
import pickle
import subprocess
import sys
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from coprod import _runtime
from shared import ROOT, SCHEMA
from test_types import fits

WORD = {"type": "string", "const": "unknown"}
COUNT = {"type": ["integer", "string"], "format": "count"}
SMALL_COUNT = {"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255}


def known(schema: Any) -> dict[str, Any]:
    return {"anyOf": [schema, WORD]}


def optional(schema: Any) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def thing(description: str, required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "description": description, "required": required, "properties": properties}


AMOUNT = {"anyOf": [ref("Money"), ref("MoneyRange")]}
NATIONS = [{"type": "string", "const": word, "description": f"{word.title()}."} for word in ("england", "wales")]
# The forms are those that the core gives, as its own tests state.
FORMS: dict[str, Any] = {
    "endpoints": {"trial.ask": {"doc": "Asks.", "request": ref("AskRequest"), "answer": ref("AskAnswer")}},
    "$defs": {
        "AskAnswer": thing(
            "What is kept.",
            ["kept", "weekly"],
            kept={"description": "What is kept.", **AMOUNT},
            weekly={"type": "array", "items": AMOUNT},
            back=optional(AMOUNT),
        ),
        "AskRequest": thing(
            "What is asked.",
            ["wages", "people"],
            wages={"description": "What is earned.", **known(ref("Money"))},
            nation=optional(known(ref("Nation"))),
            working=optional(known({"type": "boolean"})),
            people={"type": "array", "items": ref("Person")},
        ),
        "Count": COUNT,
        "ErrorCode": SCHEMA["$defs"]["ErrorCode"],
        "Home": thing("A home.", ["rent"], rent=known(ref("Money"))),
        "Money": {"type": "string", "format": "money"},
        "MoneyRange": thing("Two amounts of money.", ["low", "high"], low=ref("Money"), high=ref("Money")),
        "Nation": {"description": "A nation.", "oneOf": NATIONS},
        "Person": thing(
            "A person.",
            ["wages", "working"],
            wages=known(ref("Money")),
            working=known({"type": "boolean"}),
            nation=optional(known(ref("Nation"))),
            born=optional(known({"type": "string", "format": "date"})),
            children=optional(known(SMALL_COUNT)),
            days={"type": "array", "default": [], "items": known(ref("Count"))},
            home=optional(known(ref("Home"))),
        ),
    },
}
RUNTIME = "from coprod._runtime import " + ", ".join(
    f"{name} as {name}" for name in ("FrozenMap", "JsonObject", "Model", "Spec", "run", "set_fields")
)
PROGRAM = """
import datetime
from decimal import Decimal
from typing import Literal

from small.trial import AskAnswer, Home, MoneyRange, Nation, Person, ask

person = Person(wages="unknown", working="unknown", nation="wales", children=2, days=[1, "unknown"], home={"rent": "5.00"})
other = Person(wages=Decimal("5.00"), working=True, born="2000-01-01", home=Home(rent="unknown"))
wages: Decimal | Literal["unknown"] = person.wages
working: bool | Literal["unknown"] = person.working
nation: Nation | Literal["unknown"] | None = person.nation
born: datetime.date | Literal["unknown"] | None = person.born
children: int | Literal["unknown"] | None = person.children
days: tuple[int | Literal["unknown"], ...] = person.days
home: Home | Literal["unknown"] | None = person.home


def told() -> Decimal:
    answer: AskAnswer = ask(wages="unknown", nation="unknown", working=False, people=[person, other, {}])
    kept: Decimal | MoneyRange = answer.kept
    back: Decimal | MoneyRange | None = answer.back
    return kept if isinstance(kept, Decimal) else kept.high - kept.low


def mistakes() -> None:
    Person(wages=5.0, working=True)  # type: ignore[arg-type]
    Person(wages="unknown", working="yes")  # type: ignore[arg-type]
    Person(wages="unknown", working="unknown", nation="france")  # type: ignore[arg-type]
    Person(wages="unknown", working="unknown", children="two")  # type: ignore[arg-type]
    person.wages + 1  # type: ignore[operator]
    person.wages = "unknown"  # type: ignore[misc]
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A package with the generated files, beside a program that uses it."""
    folder = tmp_path_factory.mktemp("forms")
    package = folder / "small"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "py.typed").write_text("", "utf-8")
    (package / "_runtime.py").write_text(RUNTIME + "\n", "utf-8")
    (folder / "schema.json").write_text(json.dumps(FORMS), "utf-8")
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    generator = [str(ROOT / "coprod-py" / "generate.py"), "--schema", "schema.json", "--to", "small"]
    subprocess.run([sys.executable, *generator], cwd=folder, check=True)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture
def model(small: Path) -> ModuleType:
    return importlib.import_module("small._model")


def test_the_types_as_written(small: Path) -> None:
    text = (small / "small" / "_model.py").read_text("utf-8")
    for line in (
        '    wages: Decimal | Literal["unknown"]\n',
        '    working: bool | Literal["unknown"]\n',
        '    nation: Nation | Literal["unknown"] | None\n',
        '    born: datetime.date | Literal["unknown"] | None\n',
        '    children: int | Literal["unknown"] | None\n',
        '    days: tuple[int | Literal["unknown"], ...]\n',
        '    home: Home | Literal["unknown"] | None\n',
        "    kept: Decimal | MoneyRange\n",
        "    weekly: tuple[Decimal | MoneyRange, ...]\n",
        "    back: Decimal | MoneyRange | None\n",
    ):
        assert line in text
    function = (small / "small" / "trial.py").read_text("utf-8")
    assert 'wages: Decimal | str | Literal["unknown"],' in function
    assert 'nation: Nation | Literal["unknown"] | None = None,' in function


def test_a_strict_program_holds(small: Path) -> None:
    for command in (["mypy", "--strict", "--config-file=", "small", "program.py"], ["mypy.stubtest", "small"]):
        done = subprocess.run([sys.executable, "-m", *command], cwd=small, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


PERSONS: list[dict[str, Any]] = [
    {"wages": "150.00", "working": True},
    {"wages": "unknown", "working": "unknown", "nation": "unknown", "born": "unknown", "children": "unknown", "home": "unknown"},
    {
        "wages": "-0.05",
        "working": False,
        "nation": "wales",
        "born": "2000-02-29",
        "days": [1, "unknown"],
        "home": {"rent": "unknown"},
    },
]


@pytest.mark.parametrize("given", PERSONS)
def test_what_may_be_unknown(model: ModuleType, given: dict[str, Any]) -> None:
    value = model.Person.from_json(json.dumps(given))
    assert isinstance(value.wages, Decimal) != (given["wages"] == "unknown")
    sound(value, {"days": [], **given})
    assert model.Person(**given) == value


def test_what_is_neither_is_kept_for_the_core_to_refuse(model: ModuleType) -> None:
    given = {"wages": "Unknown", "working": "yes", "nation": "france", "days": [1.5, "x"]}
    assert json.loads(model.Person(**given).to_json()) == given


ANSWERS: list[dict[str, Any]] = [
    {"kept": "67.50", "weekly": []},
    {
        "kept": {"low": "50.00", "high": "67.50"},
        "weekly": ["1.00", {"low": "0.00", "high": "1.00"}],
        "back": {"low": "-1.00", "high": "0.00"},
    },
]


@pytest.mark.parametrize("given", ANSWERS)
def test_money_that_may_be_a_range(model: ModuleType, given: dict[str, Any]) -> None:
    value = model.AskAnswer.from_json(json.dumps(given))
    assert type(value.kept) is (model.MoneyRange if isinstance(given["kept"], dict) else Decimal)
    sound(value, given)
    rebuilt = model.AskAnswer(**{**given, "kept": value.kept})
    assert rebuilt == value
    assert "67.50" in value._repr_html_()


def sound(value: Any, given: dict[str, Any]) -> None:
    """That a value is as its type says, is written as it was given, and is copied, compared and kept like every other."""
    hints = typing.get_type_hints(type(value))
    for field in dataclasses.fields(value):
        assert fits(getattr(value, field.name), hints[field.name]), field.name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, None)
    assert json.loads(value.to_json()) == given
    for same in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), type(value).from_json(value.to_json())):
        assert same == value
        assert hash(same) == hash(value)
    assert not hasattr(value, "__dict__")


def test_a_function_passes_both_forms_on(small: Path, model: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = importlib.import_module("small.trial")
    sent: list[Any] = []

    def run(endpoint: str, answer: Any, arguments: dict[str, object]) -> Any:
        request = _runtime.encode({name: value for name, value in arguments.items() if value is not None})
        sent.append((endpoint, json.loads(request)))
        return _runtime.answered(answer, json.dumps(ANSWERS[1]))

    monkeypatch.setattr(trial, "run", run)
    person = model.Person(wages=Decimal("5"), working="unknown")
    answer = trial.ask(wages="unknown", nation="wales", people=[person])
    request = {"wages": "unknown", "nation": "wales", "people": [{"wages": "5.00", "working": "unknown", "days": []}]}
    assert sent == [("trial.ask", request)]
    assert (answer.kept, answer.weekly[0]) == (model.MoneyRange(low="50.00", high="67.50"), Decimal("1.00"))
