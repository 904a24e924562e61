"""How somebody else's program uses the package: read by mypy --strict, and run."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import coprod
from coprod.power import ExplainAnswer, Member, Rule, RuleAll, RuleSignOff, RuleVotes, Votes


def describe(rule: Rule) -> str:
    match rule:
        case RuleVotes(votes):
            share: Fraction | None = votes.more_than
            return f"more than {share}"
        case RuleAll(rules):
            return " and ".join(describe(inner) for inner in rules)
        case RuleSignOff(sign_off=ids):
            return "signed by " + ", ".join(ids)
        case _:
            return "another rule"


def test_typed_use() -> None:
    votes = Votes(more_than="1/2", of="cast", weights={"ana": 2, "bo": 1})
    rule = RuleAll([RuleVotes(votes), RuleSignOff(["bo"]), {"sign_off": ["ana"]}])
    answer: ExplainAnswer = coprod.power.explain(members=[Member(id="ana"), "bo"], rule=rule)
    weights: Mapping[str, Fraction] | None = votes.weights
    assert weights is not None
    assert sum(weights.values()) == 3
    assert describe(answer.expanded) == "more than 1/2 and signed by bo and signed by ana"


def test_plain_use() -> None:
    answer = coprod.power.explain(members=["ana"], rule={"sign_off": ["ana"]})
    words: tuple[str, ...] = answer.words
    assert words


def test_refusals() -> None:
    try:
        coprod.power.explain(members=[], rule={"sign_off": ["ana"]})
    except coprod.InvalidRequestError as error:
        code: str = error.code
        assert code == "empty_group"
        assert error.path == "/members"


def mistakes() -> None:
    """Each of these would be an error without its comment, and a comment that is not needed is one too."""
    coprod.power.explain(members=["ana"])  # type: ignore[call-arg]
    coprod.power.explain(members=["ana"], rule="majority")  # type: ignore[arg-type]
    Votes(more_than=0.5, of="cast")  # type: ignore[arg-type]
    Votes(more_than="1/2", of="casts")  # type: ignore[arg-type]
    Member(id="ana").id = "bo"  # type: ignore[misc]
    coprod.powers.explain  # type: ignore[attr-defined]  # noqa: B018
