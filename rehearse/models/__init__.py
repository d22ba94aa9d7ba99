"""Talking to language models: any OpenAI-compatible address, its keys, its faults. Imported late, never by Home."""
