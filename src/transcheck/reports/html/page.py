"""From views to a page: the templates, the style sheet, the script, and the page's own lock."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from transcheck.reports.html.beside import Beside
from transcheck.text.controls import calm_page

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = (
    "tokens.css",
    "page.css",
    "article.css",
    "card.css",
    "decide.css",
    "source.css",
    "index.css",
    "print.css",
)
# they share one scope: what a script uses of another stands before it, or is called later
SHARED_SCRIPTS = ("page.js", "keys.js", "download.js")
SCRIPTS = (
    *SHARED_SCRIPTS,
    "findings.js",
    "store.js",
    "decisions.js",
    "rail.js",
    "current.js",
    "cards.js",
    "marks.js",
    "asking.js",
    "deciding.js",
    "counts.js",
    "dock.js",
    "export.js",
    "shared.js",
    "search.js",
    "links.js",
    "start.js",
)


def fill(template: str, store: str = "", *, beside: bool = False, **values: Any) -> str:
    """Set a page. What comes from articles and glossaries is escaped, always.

    `store` is a script that keeps decisions in place of the browser's own (store.js): that of a
    server which serves the page, and which the page may then ask. A page of a folder finds style
    and script `beside` it (`files_beside`), any other holds them.
    """
    environment = _environment_beside() if beside else _environment(store)
    text = environment.get_template(template).render(values)
    # a lone surrogate cannot be written as UTF-8: show it as a question mark
    return calm_page(text.encode("utf-8", "replace").decode("utf-8"))


def lock_of(store: str = "") -> str:
    """Return the policy that pages are locked with, those of a server with a store of its own."""
    return str(_environment(store).globals["lock"])


def read_asset(name: str, package: str = "transcheck.reports.html") -> str:
    """Return a style sheet or a script of a package that sets pages."""
    path = files(package).joinpath("assets", name)
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def join_scripts(scripts: Iterable[str]) -> str:
    """Return scripts as one that leaves no name behind on the page."""
    return "".join(('(() => {\n"use strict";\n', *scripts, "})();\n"))


@cache
def files_beside() -> Beside:
    """Return the style sheet and the script that the pages of a folder share."""
    return Beside(_join_style() + read_asset("beside.css"), _join_script(""))


def _join_style() -> str:
    return "".join(read_asset(name) for name in STYLES)


def _join_script(store: str) -> str:
    return join_scripts(
        store if store and name == "store.js" else read_asset(name) for name in SCRIPTS
    )


@cache
def _environment_beside() -> Environment:
    beside = files_beside()
    loading = join_scripts([beside.name_in(read_asset("beside.js"))])
    environment = open_templates(read_asset("alone.css"), loading)
    environment.globals["beside"] = beside
    environment.globals["lock"] = beside.open_lock(str(environment.globals["lock"]))
    return environment


@cache
def _environment(store: str) -> Environment:
    environment = open_templates(_join_style(), _join_script(store))
    if store:
        environment.globals["lock"] = f"{environment.globals['lock']}; connect-src 'self'"
    return environment


def open_templates(style: str, script: str, *packages: str) -> Environment:
    """Open the templates with escaping forced and unknown names refused.

    Those of `packages` come before the report's own of the same name.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader(one, "templates") for one in (*packages, "transcheck.reports.html")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # the only text that is not escaped: the package's own style sheet and script
    environment.globals["style"] = Markup(style)  # noqa: S704
    environment.globals["script"] = Markup(script)  # noqa: S704
    environment.globals["lock"] = _lock(style, script)
    environment.globals["beside"] = None
    return environment


def _lock(style: str, script: str) -> str:
    """Allow this style sheet and this script and nothing else: no network, no forms, no frames."""
    return (
        "default-src 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
