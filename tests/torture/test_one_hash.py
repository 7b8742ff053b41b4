"""The same articles give the same bytes: fifty runs, each in other circumstances."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

RUNS = 50
KINDS = (
    "json", "jsonl", "sarif", "junit", "gitlab", "checkstyle", "rdjson", "csv", "xlsx", "markdown",
    "github", "text",
)  # fmt: skip
LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "sr_RS.UTF-8", "xx_XX")
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Belgrade", "Asia/Kathmandu")
DESK = """name,kind,admitted,rejected,source,lang,note,ref
Zvečan,place,,Zvecan,sr:Zvečan,,"a town, north",
Mark Rutte,person,,,sr:Mark Rute,,,hand
Đurđevac,place,,,,,,
Çavuşoğlu,person,,,,,,
"""
CONFIG = 'no-glossaries = true\nglossary = ["desk.csv"]\ntoday = "2026-11-02"\n'
TEXTS = (
    "The boat left Zvečan on Friday.\n\nIn Zvecan number {} people waited for Rute.\n",
    "Mark Rutte came to Đurđevac. Rute said to the people of Durdevac, number {}, that it rains.\n",
    "# Cavusoglu in Zvečan\n\nÇavuşoğlu said that that was well. “Zvecan, number {}.\n",
    "Ordinary news, number {}: all is well, and the boat leaves on Friday as it always does.\n",
)
WAIVER = """# the desk's
[[waiver]]
check = "name-rejected"
form = "Zvecan"
path = "wire/004.txt"
reason = "Quoted"
"""
# one process for all commands of a run: what is said on stdout counts as well
DRIVER = """
import json, sys
from contextlib import redirect_stdout
from transcheck.cli import main
for path, *words in json.loads(sys.argv[1]):
    with open(path, "w", encoding="utf-8", newline="") as out, redirect_stdout(out):
        try:
            main(words)
        except SystemExit as left:
            print("exit", left.code)
"""


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 32 articles in four formats, two that cannot be read, and what a desk keeps."""
    folder = tmp_path_factory.mktemp("desk")
    folder.joinpath("wire", "deep").mkdir(parents=True)
    for number in range(24):
        kind = (".txt", ".md", ".txt", ".txt")[number % 4]
        place = "wire/deep" if number % 5 == 0 else "wire"
        text = TEXTS[number % 4].format(number)
        folder.joinpath(place, f"{number:03}{kind}").write_text(text, encoding="utf-8")
    rows = [{"id": f"row-{n}", "text": TEXTS[n % 4].format(n)} for n in (3, 1, 2, 0)]
    folder.joinpath("wire/rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    page = "<html><body><article><h1>Boats</h1><p>Zve&#269;an. {}</p></article></body></html>"
    folder.joinpath("wire/page.html").write_text(page.format(TEXTS[0].format(1) * 4), "utf-8")
    folder.joinpath("wire/old.txt").write_bytes(b"Zv\xe8an")
    folder.joinpath("wire/empty.txt").write_bytes(b"")
    for name, text in {
        "desk.csv": DESK, "transcheck.toml": CONFIG, "transcheck-waivers.toml": WAIVER,
    }.items():  # fmt: skip
        folder.joinpath(name).write_text(text, "utf-8")
    return folder


def commands(paths: list[str], jobs: int, prints: list[str]) -> list[list[str]]:
    """Return the commands of one run, each after the file that its stdout goes to."""
    options = ["-j", str(jobs)]
    reports = [f"--report={kind}=out/report.{kind}" for kind in KINDS]
    pages = ["--report=html=out/report.html", "--report=html=out/pages/"]
    new = ["--waivers", "out/new.toml", "--by", "Anna Lund", "--reason", "Quoted"]
    return [
        ["out/check", "check", *paths, *options, *reports, *pages],
        ["out/known", "baseline", *paths, *options, "-o", "out/baseline.json"],
        ["out/after", "check", *paths, *options, "--baseline", "out/baseline.json"],
        ["out/waived", "waive", *prints, *paths, *options, *new],
        ["out/fix", "fix", *paths, *options, "--likely"],
    ]


def hash_outputs(folder: Path) -> dict[str, str]:
    """Return a digest of each file that a run wrote."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_fifty_runs_give_one_hash_of_every_output(wire: Path) -> None:
    chance = random.Random(50)
    files = sorted(p.relative_to(wire).as_posix() for p in wire.joinpath("wire").rglob("*.*"))
    listed = subprocess.run(
        [sys.executable, "-m", "transcheck", "check", "wire", "--format", "json"],
        cwd=wire, capture_output=True, check=False,
    )  # fmt: skip
    found = [f for one in json.loads(listed.stdout)["articles"] for f in one["findings"]]
    prints = [f["fingerprint"] for f in found[::3] if not f["waived"]]
    assert len(prints) >= 5
    first: dict[str, str] = {}
    for number in range(RUNS):
        shutil.rmtree(wire / "out", ignore_errors=True)
        wire.joinpath("out").mkdir()
        paths, marks = files[:], prints[:]
        chance.shuffle(paths)
        chance.shuffle(marks)
        given = ["wire"] if number % 10 == 9 else paths
        how = {
            "PYTHONHASHSEED": str(chance.choice((0, 1, chance.randrange(2**32)))),
            "LC_ALL": chance.choice(LOCALES),
            "TZ": chance.choice(ZONES),
            "COLUMNS": str(chance.choice((40, 80, 200))),
        }
        jobs = (1, 2, 8)[number % 3]
        driver = [sys.executable, "-c", DRIVER, json.dumps(commands(given, jobs, marks))]
        done = subprocess.run(
            driver, cwd=wire, env=os.environ | how, capture_output=True, check=False
        )
        assert done.returncode == 0, (how, done.stderr.decode())
        outputs = hash_outputs(wire / "out")
        first = first or outputs
        assert len(outputs) > len(KINDS) + 30
        differing = [name for name in outputs if first.get(name) != outputs[name]]
        assert outputs.keys() == first.keys()
        assert not differing, (differing, how, jobs)
