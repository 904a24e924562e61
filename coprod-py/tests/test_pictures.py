"""Pictures in notebooks."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

from coprod import power, workload
from coprod._model import Picture

MEMBERS = [{"id": "sam", "constituency": "students"}, {"id": "<script>", "constituency": 'tutors"&'}]


def shown(picture: Picture) -> tuple[str, str]:
    """What a notebook shows, and the picture in it."""
    page = picture._repr_html_()
    found = re.search(r'<img src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)" alt="([^"<>]+)"', page)
    assert found
    return page, base64.b64decode(found[1]).decode()


def test_a_picture_is_shown_with_its_text_and_table() -> None:
    picture = power.picture(members=MEMBERS, rule={"majority": {"of": "members"}})
    page, svg = shown(picture)
    assert svg == picture.svg
    assert ElementTree.fromstring(svg).get("role") == "img"
    assert "students: 1 of 2 seats, 1/2 (50 %)" in page
    assert page.count("<tr>") == 1 + len(picture.table.rows)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_rules_are_drawn_side_by_side_in_their_order() -> None:
    rules: dict[str, dict[str, Any]] = {"both": {"unanimity": {}}, "any_two": {"votes": {"at_least": 2}}}
    picture = power.compare_picture(members=["ana", "bo", "cy"], rules=rules)
    assert [row[0] for row in picture.table.rows] == ["both"] * 3 + ["any_two"] * 3
    assert shown(picture)[1] == picture.svg


def test_work_is_drawn_from_who_has_what() -> None:
    shown_work = {
        "people": [{"id": "ana", "capacity": "10"}, {"id": "bo", "name": "<b>Bo</b>", "capacity": "4"}],
        "tasks": [{"id": "draft", "hours": "6", "due": "2026-06-30"}],
        "assignments": [{"task": "draft", "people": ["ana"]}],
    }
    for key, row in (("hours", "6 of 10 agreed hours"), ("rota", "draft due on 30 June 2026")):
        picture = workload.picture(of={key: shown_work})
        page, svg = shown(picture)
        assert svg == picture.svg
        assert ElementTree.fromstring(svg).get("role") == "img"
        assert row in page
        assert "<b>" not in page


def test_what_somebody_else_drew_cannot_run() -> None:
    text = power.picture(members=["ana"], rule={"majority": {}}).to_json()
    page, _ = shown(Picture.from_json(text.replace("<title>", "<script>alert(1)</script><title>")))
    assert "<script>" not in page
