"""Language tags as glossary files of other programs write them."""

from __future__ import annotations

from functools import lru_cache

from transcheck.errors import UsageError
from transcheck.text.tags import check_tag, primary


@lru_cache(maxsize=1_024)
def usual_tag(tag: str) -> str:
    """Return a language tag in its usual spelling, as it stands where it names no language."""
    if not tag.strip():
        return "und"
    try:
        return check_tag(tag)
    except UsageError:
        return tag.strip()


@lru_cache(maxsize=4_096)
def covers(asked: str, tag: str) -> bool:
    """Say whether a form in `tag` is one in the language asked for: en-GB is, under en."""
    if asked == tag:
        return True
    if primary(asked) != primary(tag):
        return False
    (script, region), (other_script, other_region) = _parts(asked), _parts(tag)
    return (not script or not other_script or script == other_script) and (
        not region or not other_region or region == other_region
    )


def _parts(tag: str) -> tuple[str, str]:
    script = region = ""
    for part in tag.lower().split("-")[1:]:
        if len(part) == 1:
            break
        if len(part) == 4 and part.isalpha():
            script = part
        elif len(part) == 2 or (len(part) == 3 and part.isdigit()):
            region = part
    return script, region
