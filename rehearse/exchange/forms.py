"""What a meeting can be written as."""

from __future__ import annotations

from typing import Final, Literal, get_args

Form = Literal["md", "html", "json", "pdf"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)
NAMES: Final[dict[Form, str]] = {"md": "Markdown", "html": "Web page", "json": "JSON", "pdf": "PDF"}
