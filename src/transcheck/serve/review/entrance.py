"""The page that a stranger sees: it sends the token of its address, or says what to open."""

from __future__ import annotations

from functools import cache

from transcheck.reports.html.page import open_templates, read_asset

_HERE = "transcheck.serve.review"


@cache
def entrance() -> tuple[str, str]:
    """Return the page and the header that locks it."""
    script, style = read_asset("entrance.js", _HERE), read_asset("entrance.css", _HERE)
    page = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><title>transcheck review</title>'
        f"<style>{style}</style></head>\n<body><main><h1>transcheck review</h1>"
        '<p role="status">Open the address that <code>transcheck review</code> printed, whole '
        "and in one browser: it lets in once.</p></main>"
        f"<script>{script}</script></body></html>\n"
    )
    lock = open_templates(style, script).globals["lock"]
    return page, f"{lock}; connect-src 'self'; frame-ancestors 'none'"
