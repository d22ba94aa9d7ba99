"""Finds, loads and validates the files that people write: personas, scenarios, rubrics, common lines.

Ask `rehearse.catalog.catalog.Catalog`. Listing reads an index and imports neither pydantic nor ruamel.yaml.
"""

from rehearse.catalog.catalog import Catalog
from rehearse.catalog.entries import Entry, Origin

__all__ = ["Catalog", "Entry", "Origin"]
