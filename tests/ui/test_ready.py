"""What a first meeting needs is made ready beforehand: nothing is kept of it, and nothing at fault is said before it matters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from rehearse.choice import Choice
from tests.ui.test_home_setting import Place, apps, places, settled
from ui.app import App
from ui.ready import MODULES
from ui.theme.theme import Theme

PERSON, SCENARIO = "finance-partner", "trial-budget-from-finance"


@pytest.fixture
def place(tmp_path: Path, qtbot: Any) -> Iterator[Place]:
    yield from places(tmp_path / "data", qtbot)


@pytest.fixture
def app(qapp: QApplication, qtbot: Any) -> Iterator[App]:
    yield from apps(qapp, qtbot)


def test_who_is_chosen_is_at_hand_and_nothing_is_kept(theme: Theme, place: Place) -> None:
    ready = place.desk.ready
    place.wait(lambda: ready.expect(PERSON, SCENARIO))
    place.wait(ready.make)
    assert set(MODULES) <= set(sys.modules)
    catalog = place.desk.catalog
    assert catalog.scenario(SCENARIO) is catalog.scenario(SCENARIO)
    assert place.ids() == []
    meeting = place.wait(lambda: place.desk.start(Choice(scenario=SCENARIO, seed=1)))
    assert meeting.setting.persona.id == PERSON
    assert place.ids() == [str(meeting.rehearsal)]


def test_a_file_at_fault_is_passed_over_until_the_meeting_is_begun(theme: Theme, place: Place) -> None:
    place.persona_file("odd.yaml", PERSON, (f"id: {PERSON}", "id: odd"), ("register:", "registre:"))
    ready = place.desk.ready
    place.wait(lambda: ready.expect("odd", ""))
    place.wait(ready.make)
    place.wait(lambda: ready.expect("gone", "gone"))
    place.wait(lambda: ready.expect("", ""))


def test_home_says_who_is_chosen(app: App, qtbot: Any) -> None:
    home = app.window.home
    other = home._people[1]
    home.grid.chosen.emit(other.id)
    settled(qtbot, lambda: app.desk.ready._chosen == (other.id, ""))


def test_whoever_lets_choose_imports_nothing_that_holds_a_meeting() -> None:
    told = "import sys, ui.home.choices; from rehearse.choice import Choice; Choice('x')"
    told += "; print([m for m in sys.modules if m.startswith(('rehearse.signals', 'rehearse.stakeholder', 'rehearse.meeting'))])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
