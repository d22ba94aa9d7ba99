"""Build hook: puts the index of the built-in people and scenarios into the wheel, so that the first start parses nothing."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds rehearse/_files/index.json. Where the parser is not at hand while building, the program makes the index itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if self.target_name != "wheel" or version == "editable" or (root / "personas" / "index.json").exists():
            return
        sys.path.insert(0, str(root))
        try:
            from rehearse.catalog.index import build

            self._folder = tempfile.mkdtemp(prefix="rehearse-index-")
            copy = Path(self._folder) / "files"
            shutil.copytree(root / "personas", copy)
            build_data["force_include"][str(build(copy))] = "rehearse/_files/index.json"
        except ImportError as missing:
            self.app.display_warning(f"Built without the index: {missing}")
        finally:
            sys.path.remove(str(root))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_folder"):
            shutil.rmtree(self._folder, ignore_errors=True)
