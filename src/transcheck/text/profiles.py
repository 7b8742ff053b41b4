"""langdetect, seeded, with the profiles of one script at a time.

Its default set of 55 profiles costs 0.4 s to load; the 15 of the Latin script or the 4 of
Cyrillic cost a few hundredths, and only when a passage needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_LATIN = tuple("cs de en es fr hr hu it nl pl pt ro sk sl sq tr".split())
_CYRILLIC = tuple("bg mk ru uk".split())
_SURE = 0.9


def detect(text: str, hits: Mapping[str, int]) -> str | None:
    """Return what langdetect reads `text` as, None when it is not sure.

    There is no profile of Serbian Cyrillic, which it takes for Macedonian: the function words
    counted in `hits` tell the two apart.
    """
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text) * 2 > len(text)
    detector = _factory(_CYRILLIC if cyrillic else _LATIN).create()
    detector.append(text)
    from langdetect.lang_detect_exception import LangDetectException

    try:
        found = detector.get_probabilities()
    except LangDetectException:  # nothing in the text that a profile knows
        return None
    if not found or found[0].prob < _SURE:
        return None
    tag = str(found[0].lang)
    if tag == "mk" and hits.get("sh", 0) >= hits.get("mk", 0):
        return "sh"
    return "sh" if tag == "hr" else tag


@lru_cache(maxsize=2)
def _factory(tags: tuple[str, ...]) -> Any:
    from importlib import resources

    from langdetect.detector_factory import DetectorFactory

    DetectorFactory.seed = 0  # unseeded, it answers differently from call to call
    factory = DetectorFactory()
    folder = resources.files("langdetect") / "profiles"
    factory.load_json_profile([(folder / tag).read_text(encoding="utf-8") for tag in tags])
    return factory
