"""Meetings out of the program and transcripts into it: JSON, Markdown, `Name: text`."""
