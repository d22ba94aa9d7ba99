"""Writing people, situations and rubrics: a file being edited, drafts and published versions, and trying them out. No disk but
in `shelf`; no screen anywhere.
"""
