"""Text made safe for Markdown and for HTML inside Markdown: no word of an article is markup."""

from __future__ import annotations

import re
from html import escape

from transcheck.text.controls import show_controls

_MARKUP = re.compile(r"([\\`*_\[\]|~#:$])|([<>&@])|(?<![A-Za-z])(www)(?=\.)", re.IGNORECASE)
# What would read as markup in a comment, and there alone: a comment is also shown as it is.
_IN_COMMENT = re.compile(r"[\\`*\[\]<>~$]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|\A[#+=-]")
# What a forge makes a link or a call of, wherever it stands in a text that was read already.
_REFERENCE = re.compile(
    r"@|#(?=\d)|(?<!\w)[#!~%&$](?=\w)|(?<!\w):(?=[\w+-]+:)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)", re.I
)
_CALL = re.compile(r"@|#(?=\d)|\bGH-(?=\d)")
_BREAK = "\u200b"
_PLAIN = re.compile(r"[\w./ ()+,=%:-]+")
_LONGEST_PATH = 120


def escape_markdown(text: str, limit: int = 0) -> str:
    """Return `text` as it reads, cut to `limit` characters when there is a limit."""
    return _MARKUP.sub(_escape, _CALL.sub(rf"\g<0>{_BREAK}", show_controls(_cut(text, limit))))


def escape_comment(text: str) -> str:
    """Return one line of a comment as it reads: reviewdog hands it to a forge as Markdown.

    Nobody is called by name and nothing is linked; ordinary names stand as they are, since the
    same line is also printed.
    """
    broken = _REFERENCE.sub(lambda found: f"{found.group()}{_BREAK}", show_controls(text))
    return _IN_COMMENT.sub(r"\\\g<0>", broken)


def escape_html(text: str, limit: int = 0) -> str:
    """Return `text` as it reads inside an HTML block, where Markdown is not looked for."""
    return escape(show_controls(_cut(text, limit)))


def code(text: str) -> str:
    """Return a path or an id as code; a long path keeps its end."""
    if len(text) > _LONGEST_PATH:
        text = "…" + text[-_LONGEST_PATH:]
    if _PLAIN.fullmatch(text) and text == text.strip():
        return f"`{text}`"
    return f"<code>{escape_markdown(text)}</code>"


def _escape(match: re.Match[str]) -> str:
    sign, entity, _ = match.groups()
    if sign:
        return f"\\{sign}"
    return f"&#{ord(entity)};" if entity else f"{match.group()}&#8203;"


def _cut(text: str, limit: int) -> str:
    return text if not limit or len(text) <= limit else text[: limit - 1].rstrip() + "…"
