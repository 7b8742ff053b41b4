"""The glossaries that come with transcheck: clean, found everywhere, worth having."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from transcheck.glossary import find_shipped, load_glossaries
from transcheck.glossary.lint import KINDS, lint
from transcheck.text.fold import fold

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = find_shipped()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_lint_has_nothing_to_say(path):
    assert lint(str(path)) == ()


def test_they_are_found_in_a_checkout():
    assert tuple(sorted((ROOT / "glossaries").glob("*.csv"))) == SHIPPED


def test_they_are_found_in_an_installed_package(tmp_path):
    package = tmp_path / "lib" / "transcheck"
    (package / "shipped").mkdir(parents=True)
    for name in ("b.csv", "a.csv", "notes.txt"):
        (package / "shipped" / name).touch()
    assert [path.name for path in find_shipped(package)] == ["a.csv", "b.csv"]


def test_every_kind_of_name_but_none_unknown():
    kinds = {concept.kind for concept in load_glossaries([]).concepts}
    assert kinds == set(KINDS)


def test_no_form_belongs_to_two_concepts():
    owners: dict[str, set[str]] = {}
    for concept in load_glossaries([]).concepts:
        for form in (concept.name, *concept.admitted, *concept.rejected):
            owners.setdefault(form, set()).add(concept.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_no_source_form_is_the_english_form_of_something_else():
    concepts = load_glossaries([]).concepts
    english = {form: c.id for c in concepts for form in (c.name, *c.admitted)}
    clashes = [
        (concept.id, term.text)
        for concept in concepts
        for term in concept.sources
        if english.get(term.text, concept.id) != concept.id
    ]
    assert clashes == []


def test_a_name_that_lost_its_marks_is_not_admitted_for_towns_of_the_region():
    rows = {c.name: c for c in load_glossaries([]).concepts if c.kind == "place"}
    for name in ("Zvečan", "Brčko", "Niš", "Čačak", "Nikšić", "Goražde"):
        assert fold(name) not in map(str.lower, rows[name].admitted)


@pytest.mark.parametrize(
    ("name", "admitted"),
    [("Kyiv", "Kiev"), ("Pristina", "Priština"), ("Turkey", "Türkiye"), ("Donbas", "Donbass")],
)
def test_contested_names_admit_both_forms(name, admitted):
    (row,) = (c for c in load_glossaries([]).concepts if c.name == name)
    assert admitted in row.admitted


BUILT = ("countries.csv", "cities.csv", "places-balkans.csv")


def test_every_built_row_says_where_it_comes_from():
    rows = [concept for concept in load_glossaries([]).concepts if concept.file in BUILT]
    assert len(rows) >= 2_000
    known = re.compile(r"(cldr:[\w/-]+|geonames:\d+|hand)( (geonames:\d+|hand|cldr:[\w/-]+))*")
    assert [c.name for c in rows if not known.fullmatch(c.ref)] == []


def test_their_licences_lie_beside_them():
    text = (SHIPPED[0].parent / "LICENSES.md").read_text(encoding="utf-8")
    for part in (
        "UNICODE LICENSE V3",
        "geonames.org",
        "creativecommons.org/licenses/by/4.0",
        *BUILT,
    ):
        assert part in text


@pytest.mark.parametrize(
    ("name", "serbian", "albanian"),
    [
        ("Peja", "Peć", "Pejë"),
        ("Gjakova", "Đakovica", "Gjakovë"),
        ("Suhareka", "Suva Reka", "Suharekë"),
        ("Mitrovica", "Kosovska Mitrovica", "Mitrovicë"),
        ("Zvečan", "Zvečan", "Zveçan"),
        ("Štrpce", "Štrpce", "Shtërpcë"),
        ("Pristina", "Priština", "Prishtinë"),
        ("Banjska", "Banjska", "Banjskë"),
    ],
)
def test_kosovo_admits_both_names_and_knows_which_is_whose(name, serbian, albanian):
    (row,) = (c for c in load_glossaries([]).concepts if c.name == name)
    assert {serbian, albanian} <= {row.name, *row.admitted}
    sources = {(term.lang, term.text) for term in row.sources}
    assert {("sr", serbian), ("sq", albanian)} <= sources


def test_every_place_of_kosovo_knows_both_languages():
    rows = [c for c in load_glossaries([]).concepts if c.note.endswith("Kosovo")]
    assert len(rows) >= 50
    for row in rows:
        if row.file == "places-balkans.csv":
            assert {"sr", "sq"} <= {term.lang for term in row.sources}, row.name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Beč", "Vienna"), ("Solun", "Thessaloniki"), ("Lavov", "Lviv"), ("Rim", "Rome"),
        ("Cirih", "Zurich"), ("Keln", "Cologne"), ("Drač", "Durrës"), ("Segedin", "Szeged"),
        ("Dunaj", "Vienna"), ("Benátky", "Venice"), ("Львов", "Lviv"), ("Кельн", "Cologne"),
        ("Hrvatska", "Croatia"), ("Хрватска", "Croatia"),
        ("Severna Makedonija", "North Macedonia"), ("Újvidék", "Novi Sad"), ("Tetova", "Tetovo"),
    ],
)  # fmt: skip
def test_exonyms_lead_to_the_english_name(form, name):
    found = [c.name for c in load_glossaries([]).concepts if form in {t.text for t in c.sources}]
    assert found == [name]


@pytest.mark.long
def test_they_are_found_in_a_wheel_installed_elsewhere(tmp_path):
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("transcheck-*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = tmp_path / "venv" / scripts / "python"
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", str(wheel)], check=True)
    # What transcheck needs comes from here; transcheck itself must not.
    libraries = sysconfig.get_paths()["purelib"]
    code = (
        "import transcheck; from transcheck.glossary import load_glossaries, find_shipped;"
        "print(transcheck.__file__); print(len(load_glossaries([]).concepts));"
        "print(*find_shipped(), sep='\\n')"
    )
    done = subprocess.run(
        [str(python), "-c", code],
        env={**os.environ, "PYTHONPATH": libraries},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    module, count, *files = done.stdout.splitlines()
    assert module.startswith(str(tmp_path))
    assert int(count) == len(load_glossaries([]).concepts)
    assert all(file.startswith(str(tmp_path)) for file in files)
    assert [Path(file).name for file in files] == [path.name for path in SHIPPED]
