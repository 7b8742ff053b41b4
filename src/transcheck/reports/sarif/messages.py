"""Messages of a SARIF log: text in which nothing of an article becomes a link."""

from __future__ import annotations

import re

from transcheck.text.controls import show_controls

_LINK = re.compile(r"\\|\[(?=[^\]]*\]\()")


def make_message(*lines: str) -> dict[str, str]:
    r"""Return a message; what would be a link, `[text](target)`, is written `\[text](target)`."""
    text = "\n".join(show_controls(line) for line in lines)
    return {"text": _LINK.sub(r"\\\g<0>", text) if "](" in text else text}
