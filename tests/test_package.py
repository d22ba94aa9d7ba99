"""The wheel, installed somewhere else: it brings its people along, and needs nothing of the checkout."""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.core.shell import EXECUTIVE, GOOD, schema

ROOT = Path(__file__).parents[1]
pytest.importorskip("hatchling", reason="comes with the extra `dev`")
pytest.importorskip("build", reason="comes with the extra `dev`")


def run(*arguments: object, cwd: Path, lines: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """A program of its own, with nothing of this checkout in its environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "REHEARSE"))}
    return subprocess.run(
        [str(a) for a in arguments],
        input=lines, capture_output=True, text=True, timeout=180, check=False, cwd=cwd, env=kept | more,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it and what it depends on, but not the checkout."""
    home = tmp_path_factory.mktemp("elsewhere") / "it's another folder"
    assert run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=wheel.parent).returncode == 0
    python = home / "venv" / "bin" / "python"
    installed = run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--no-compile", wheel, cwd=home
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
    (packages,) = home.glob("venv/lib/python*/site-packages")
    # A folder named in a .pth file is looked in, and its own .pth files (an editable checkout) are not.
    (packages / "dependencies.pth").write_text("".join(f"{p}\n" for p in site.getsitepackages()), "utf-8")
    return home


def test_the_wheel_holds_the_program_and_its_people_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert "rehearse/_files/skeptical-executive.yaml" in names
    assert "rehearse/_files/rubrics/buy-in.yaml" in names
    assert any(n.startswith("rehearse/_files/scenarios/") for n in names)
    assert any(n.startswith("ui/") for n in names)
    assert {"rehearse/vectors/words.bin", "rehearse/vectors/words.json", "rehearse/vectors/NOTICE"} <= set(names)
    assert {n.split("/")[0].split("-")[0] for n in names} == {"rehearse", "ui"}
    assert not [n for n in names if "/test" in f"/{n.lower()}" or n.endswith((".pyc", ".pyo")) or "__pycache__" in n]


def test_it_runs_elsewhere_with_nothing_of_the_checkout(place: Path) -> None:
    python = place / "venv" / "bin" / "python"
    found = run(python, "-c", "import rehearse, sys; print(rehearse.__file__); print(*sys.path, sep='\\n')", cwd=place)
    file, *paths = found.stdout.splitlines()
    assert file.startswith(str(place))
    assert not [p for p in paths if p and Path(p).resolve() == ROOT]
    assert not [p for p in paths if p and Path(p, "rehearse", "__init__.py").exists() and not p.startswith(str(place))]


def test_its_commands_work_there(place: Path) -> None:
    rehearse = place / "venv" / "bin" / "rehearse"
    home = {"REHEARSE_HOME": str(place / "data")}
    listed = run(rehearse, "list", "personas", "--json", cwd=place, **home)
    assert (listed.returncode, listed.stderr) == (0, "")
    items = {i["id"]: i for i in json.loads(listed.stdout)["items"]}
    assert items["skeptical-executive"]["file"].startswith(str(place))
    assert not any(i["faults"] for i in items.values())

    talked = run(rehearse, "talk", *EXECUTIVE, "--json", cwd=place, lines=GOOD, **home)
    assert (talked.returncode, talked.stderr) == (0, "")
    meeting = json.loads(talked.stdout)
    schema("rehearsal").validate(meeting)
    assert meeting["review"]["judged"]

    checked = run(rehearse, "check", items["skeptical-executive"]["file"], cwd=place, **home)
    assert checked.returncode == 0, checked.stdout
    broken = place / "broken.yaml"
    broken.write_text("id: broken\n", "utf-8")
    assert run(rehearse, "check", broken, cwd=place, **home).returncode == 1
    assert run(rehearse, "--version", cwd=place).stdout.startswith("rehearse ")
