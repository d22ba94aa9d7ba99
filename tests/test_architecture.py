"""Who may import whom: one sentence a rule. This file is the architecture document's other half."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Highest first. Each may import from its own layer (its own package) and from those below.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("ui",),
    ("rehearse.__main__",),
    ("rehearse.cli",),
    ("rehearse.bundles",),
    ("rehearse.writing",),
    ("rehearse.exchange", "rehearse.making"),
    ("rehearse.example",),
    ("rehearse.preparation", "rehearse.series", "rehearse.playtest"),
    ("rehearse.meeting",),
    ("rehearse.library",),
    ("rehearse.review",),
    ("rehearse.stakeholder",),
    ("rehearse.catalog",),
    ("rehearse.heard_worries",),
    ("rehearse.signals", "rehearse.models"),
    ("rehearse.pitches",),
    ("rehearse.rubrics", "rehearse.snapshots", "rehearse.kept", "rehearse.choice"),
    ("rehearse.scenarios",),
    ("rehearse.personas", "rehearse.conversation"),
    (
        "rehearse.errors",
        "rehearse.paths",
        "rehearse.events",
        "rehearse.clock",
        "rehearse.settings",
        "rehearse.libraries",
        "rehearse.vectors",
        "rehearse.hearing",
        "rehearse.eye",
    ),
    ("rehearse.weights",),
)
LATE = ("openai", "keyring", "pydantic", "ruamel", "httpx2", "cryptography", "rfc8785", "pyrage")
PURE = (
    "rehearse/stakeholder/stance.py", "rehearse/stakeholder/act.py", "rehearse/stakeholder/ladder.py",
    "rehearse/stakeholder/trust.py", "rehearse/stakeholder/status.py", "rehearse/stakeholder/appraisal.py",
    "rehearse/stakeholder/about.py", "rehearse/stakeholder/reply.py", "rehearse/stakeholder/guard.py",
    "rehearse/review/marks.py", "rehearse/review/evidence.py", "rehearse/review/ledger.py", "rehearse/review/decision.py",
)  # fmt: skip
IMPURE = {"os", "io", "pathlib", "sqlite3", "asyncio", "time", "socket", "tempfile"}


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("rehearse", "ui"):
        for file in sorted((ROOT / top).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def imports(file: Path, *, top_only: bool = False) -> Iterator[str]:
    """Every module that a file imports, with `top_only` those imported when it is imported itself."""
    tree = ast.parse(file.read_text("utf-8"))
    nodes = _top(tree.body) if top_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{a.name}" for a in node.names)


def _top(body: list[ast.stmt]) -> Iterator[ast.AST]:
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        yield node
        for field in ("body", "orelse", "finalbody"):
            yield from _top([n for n in getattr(node, field, []) if isinstance(n, ast.stmt)])


def layer(module: str) -> int | None:
    for n, names in enumerate(LAYERS):
        if any(module == name or module.startswith(name + ".") for name in names):
            return n
    return None


def package(module: str) -> str:
    return next((name for names in LAYERS for name in names if module == name or module.startswith(name + ".")), module)


EVERY = tuple(modules())


@pytest.mark.parametrize(("module", "file"), EVERY, ids=[m for m, _ in EVERY])
def test_imports_run_downwards_only(module: str, file: Path) -> None:
    mine = layer(module)
    if module == "rehearse":
        return
    assert mine is not None, f"{module} has no layer: give it one in LAYERS"
    for imported in imports(file):
        theirs = layer(imported)
        if theirs is None or package(imported) == package(module):
            continue
        assert theirs >= mine, f"{module} imports {imported}, which lies above it"
        assert theirs > mine, f"{module} imports its neighbour {imported}"


def test_what_is_being_written_touches_the_disk_on_its_shelf_only() -> None:
    shelf = tuple(f"rehearse.writing.{name}" for name in ("shelf", "drafts", "versions", "publishing"))
    for module, file in EVERY:
        if module.startswith("rehearse.writing") and module not in shelf:
            assert not any(i.split(".")[0] in ("os", "tempfile", "sqlite3") for i in imports(file)), module


def test_signals_and_models_do_not_know_each_other() -> None:
    for module, file in EVERY:
        if module.startswith("rehearse.signals"):
            assert not any(i.startswith("rehearse.models") for i in imports(file)), module
        if module.startswith("rehearse.models"):
            assert not any(i.startswith("rehearse.signals") for i in imports(file)), module


def test_the_core_never_imports_qt_or_the_app() -> None:
    for module, file in EVERY:
        if module.startswith("rehearse"):
            for imported in imports(file):
                assert imported.split(".")[0] not in ("PySide6", "shiboken6", "ui"), f"{module} imports {imported}"


def test_what_is_slow_to_import_is_imported_late() -> None:
    """Files that are only ever imported late themselves may import it at their top."""
    late_themselves = {"rehearse.catalog.schema", "rehearse.catalog.convert", "rehearse.catalog.fields"}
    for module, file in EVERY:
        if module in late_themselves or module.startswith("rehearse.cli"):
            continue
        for imported in imports(file, top_only=True):
            if module.startswith(("rehearse.catalog", "rehearse.models")):
                continue  # the next test looks at what Home really loads
            assert imported.split(".")[0] not in LATE, f"{module} imports {imported} at its top"


def test_home_loads_none_of_the_slow_ones() -> None:
    """What the first window needs, in a fresh interpreter (pytest-qt has loaded Qt into this one)."""
    code = (
        "import sys; import rehearse.catalog.catalog, rehearse.library.front, rehearse.settings, rehearse.paths; "
        f"print([m for m in {LATE!r} + ('PySide6', 'click') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", PURE)
def test_rules_touch_neither_disk_nor_network_nor_clock(name: str) -> None:
    for imported in imports(ROOT / name):
        assert imported.split(".")[0] not in IMPURE, f"{name} imports {imported}"
    text = (ROOT / name).read_text("utf-8")
    assert "datetime.now" not in text
    assert "import random" not in text


def test_signals_are_pure() -> None:
    for module, file in EVERY:
        if module.startswith("rehearse.signals"):
            for imported in imports(file):
                assert imported.split(".")[0] not in IMPURE | {"random"}, f"{module} imports {imported}"


def test_the_meeting_never_imports_the_review() -> None:
    assert not any(i.startswith("rehearse.review") for i in imports(ROOT / "rehearse/meeting.py"))


def test_the_library_knows_types_of_the_stakeholder_only() -> None:
    for module, file in EVERY:
        if module.startswith("rehearse.library"):
            for imported in imports(file):
                assert not imported.startswith(("rehearse.stakeholder.offline", "rehearse.stakeholder.model")), module


def test_widgets_know_nothing_of_the_product() -> None:
    for module, file in EVERY:
        if module.startswith(("ui.widgets", "ui.theme")):
            assert not any(i.split(".")[0] == "rehearse" for i in imports(file)), module


def test_the_review_screen_does_not_know_the_mentor_who_reads_with_it() -> None:
    for module, file in EVERY:
        if module.startswith("ui.review"):
            assert not any(i.startswith("ui.mentor") for i in imports(file)), module


def test_only_the_bridge_knows_asyncio_in_the_app() -> None:
    for module, file in EVERY:
        if module.startswith("ui") and module != "ui.engine":
            assert not any(i.split(".")[0] == "asyncio" for i in imports(file)), module


def test_the_catalog_does_not_know_the_library() -> None:
    for module, file in EVERY:
        if module.startswith("rehearse.catalog"):
            assert not any(i.startswith("rehearse.library") for i in imports(file)), module
