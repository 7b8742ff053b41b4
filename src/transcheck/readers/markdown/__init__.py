"""Markdown read for its text: what is markup is left out, what is text knows where it stood."""
