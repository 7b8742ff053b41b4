"""Run transcheck as its users do, in one process, and read its JSON report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, Corpus
from benchmarks.scorer import Finding


@dataclass(frozen=True)
class Outcome:
    """What a run gave: the exit code, each article's part of the report, what was skipped."""

    exit: int
    articles: dict[Path, dict[str, Any]]
    skipped: list[dict[str, Any]]

    def findings(self, path: Path) -> list[Finding]:
        """Return an article's findings; an article without a report has none."""
        article = self.articles.get(path)
        return list(article["findings"]) if article else []


def check(
    paths: Sequence[Path],
    source_lang: str | None = None,
    glossaries: bool = True,
    exit_zero: bool = True,
    given: Sequence[Path] = (),
) -> Outcome:
    """Check files with the command line and return its report; `given` are glossaries."""
    names = {str(path): path for path in paths}
    options = ["--exit-zero"] if exit_zero else []
    options += [] if glossaries else ["--no-glossaries"]
    options += [part for path in given for part in ("--glossary", str(path))]
    code, report = _run([*options, *names], source_lang)
    articles = {names[one["path"]]: one for one in report["articles"]}
    return Outcome(code, articles, report["skipped"])


def check_texts(texts: Iterable[str], source_lang: str | None = None) -> list[list[Finding]]:
    """Check texts as the rows of one file; return the findings of each."""
    rows = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        _, report = _run(["--exit-zero", str(path)], source_lang)
    found = {one["id"]: one["findings"] for one in report["articles"]}
    return [found.get(str(number), []) for number in range(len(rows))]


def _run(arguments: Sequence[str], source_lang: str | None) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "transcheck", "check", "--format", "json"]
    command += ["--source-lang", source_lang] if source_lang else []
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    done = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, encoding="utf-8", env=environment
    )
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        raise SystemExit(
            f"transcheck gave no report (exit {done.returncode}):\n{done.stderr[-4000:]}"
        ) from None


def check_corpus(
    corpus: Corpus, source_lang: str | None, glossaries: bool
) -> tuple[dict[str, list[Finding]], dict[str, dict[str, Any]]]:
    """Check a corpus; return the findings and the parts of the report by slug.

    What was skipped is said on stderr.
    """
    paths = {slug: corpus.path(slug) for slug in corpus.texts}
    outcome = check(list(paths.values()), source_lang, glossaries)
    for one in outcome.skipped:
        print(f"skipped: {one['path']} {one.get('check') or ''}: {one['reason']}", file=sys.stderr)
    articles = {s: outcome.articles[p] for s, p in paths.items() if p in outcome.articles}
    return {slug: list(one["findings"]) for slug, one in articles.items()}, articles
