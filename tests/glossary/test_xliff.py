"""XLIFF 2: the glossary module, wherever it stands, and a file that holds nothing else."""

from __future__ import annotations

import pytest
from exchanged import build, from_native, show
from lxml import etree

from transcheck.errors import UsageError
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats.xliff import read, write
from transcheck.model import Term

XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"{langs}'
    ' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f1">{body}</file></xliff>'
)
LANGS = ' srcLang="sr" trgLang="en"'


def load(body, langs=LANGS, target="en"):
    text = XLIFF.format(langs=langs, body=body)
    return read(GlossaryFile("desk/names.xlf", text.encode()), Pair(target))


def entry(term, *translations, definition=""):
    parts = [f"<gls:term>{term}</gls:term>"]
    parts += [f"<gls:translation>{form}</gls:translation>" for form in translations]
    parts += [f"<gls:definition>{definition}</gls:definition>"] if definition else []
    return f"<gls:glossEntry>{''.join(parts)}</gls:glossEntry>"


def glossary(*entries):
    return f"<gls:glossary>{''.join(entries)}</gls:glossary>"


def rows(reading):
    return [show(concept) for concept in reading.concepts]


LUND = build("Lund", admitted=("Lunde",), sources=(("sr", "Lund"),), note="a town")


def test_an_entry_becomes_a_concept():
    reading = load(glossary(entry("Lund", "Lund", "Lunde", definition="a town")))
    assert rows(reading) == [show(LUND)]
    assert reading.losses == ()


UNIT = "<unit id='u{}'>{}<segment><source>a</source></segment></unit>"


def test_the_module_is_read_wherever_it_stands():
    one, two = (glossary(entry(name, name)) for name in ("Lund", "Malm"))
    body = glossary(entry("Visby", "Visby")) + UNIT.format(1, one)
    body += f"<group id='g'>{UNIT.format(2, two)}</group>"
    assert [concept.name for concept in load(body).concepts] == ["Visby", "Lund", "Malm"]


def test_an_entry_of_another_namespace_is_none():
    body = (
        glossary(entry("Lund", "Lund"))
        + "<x:glossEntry xmlns:x='urn:x'><gls:term>Malm</gls:term></x:glossEntry>"
    )
    assert len(load(body).concepts) == 1


def test_the_source_language_may_be_the_target():
    reading = load(glossary(entry("Lund", "Лунд")), ' srcLang="en" trgLang="mk"')
    assert rows(reading) == [show(build("Lund", sources=(("mk", "Лунд"),)))]


def test_without_a_target_language_it_is_the_one_asked_for():
    reading = load(glossary(entry("Lund", "Lunde")), ' srcLang="sr"')
    assert rows(reading) == [show(build("Lunde", sources=(("sr", "Lund"),)))]


def test_terms_of_the_same_translations_are_one_concept():
    body = glossary(entry("A", "X", "Y"), entry("B", "X", "Y"), entry("C", "X"), entry("C", "X"))
    assert rows(load(body)) == [
        show(build("X", admitted=("Y",), sources=(("sr", "A"), ("sr", "B")))),
        show(build("X", sources=(("sr", "C"),))),
        show(build("X", sources=(("sr", "C"),))),
    ]


def test_terms_of_different_definitions_are_two_concepts():
    body = glossary(entry("A", "X", definition="a town"), entry("B", "X", definition="a man"))
    assert [concept.note for concept in load(body).concepts] == ["a town", "a man"]


def test_an_entry_with_a_definition_only_is_named_by_its_term():
    reading = load(glossary(entry("Lund", definition="grad")))
    assert rows(reading) == [show(build("Lund", lang="sr", note="grad"))]


def test_what_has_no_place_is_counted():
    body = (
        "<gls:glossary><gls:glossEntry id='g1' ref='#m1'><gls:term source='t'>Lund</gls:term>"
        "<gls:translation id='t1' source='u'>Lund</gls:translation><m:x xmlns:m='urn:m'/>"
        "</gls:glossEntry></gls:glossary>"
    )
    assert load(body).losses == (
        "2 text sources: no place in transcheck",
        "1 other element (x): no place in transcheck",
    )


REFUSED = [
    ('<xliff version="1.2"/>', "is XLIFF 1.2, which has no glossary module"),
    (XLIFF.format(langs=LANGS, body=UNIT.format(1, "")), "holds no glossary, only texts"),
    ("<tmx/>", "is not XLIFF: its root is <tmx>"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_holds_no_glossary_is_refused(text, words):
    with pytest.raises(UsageError) as failure:
        read(GlossaryFile("a.xlf", text.encode()), Pair())
    assert words in str(failure.value)


def test_what_is_written():
    concepts = from_native("Lund,place,Lunde,Lundt,sr:Lund|mk:Лунд|sr:Lunt,,a town,Q1\n")
    writing = write(concepts, Pair())
    assert writing.losses == (
        "1 rejected form: no place in an XLIFF glossary, TBX and TMX keep such",
        "1 kind: no place in an XLIFF glossary, TBX and TMX keep such",
        "1 reference: no place in an XLIFF glossary, TBX and TMX keep such",
        "1 source form (mk): left out, as the file has one source language, sr: see --source-lang",
    )
    back = read(GlossaryFile("a.xlf", writing.content), Pair())
    sources = (("sr", "Lund"), ("sr", "Lunt"))
    assert rows(back) == [show(build("Lund", admitted=("Lunde",), sources=sources, note="a town"))]
    root = etree.fromstring(writing.content)
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "sr", "en")
    unit = root.find("{*}file/{*}unit")
    assert [etree.QName(part).localname for part in unit] == ["glossary", "segment"]


GLOSSARY = (
    "A,,,,sr:A|mk:А,,,\n"
    "B,,,,mk:Б,,,\n"
    "C,,,,mk:В,,,\n"
    "D,,,,,,,\n"
    "E,,,,mk:Д,de,,\n"
)  # fmt: skip


@pytest.mark.parametrize(("source", "names"), [(None, ["A", "B", "C"]), ("sr", ["A"])])
def test_the_source_language_is_the_one_asked_for_or_the_most_frequent(source, names):
    writing = write(from_native(GLOSSARY), Pair("en", source))
    back = read(GlossaryFile("a.xlf", writing.content), Pair())
    assert [concept.name for concept in back.concepts] == names
    lang = source or "mk"
    left_out = "B, C, D" if source else "D"
    assert any(
        f"({left_out}): left out, having no form in {lang}" in loss for loss in writing.losses
    )
    assert "1 concept (de): left out, as the file is for en" in writing.losses


def test_a_glossary_of_one_language_cannot_be_written():
    with pytest.raises(UsageError, match="no name has a form in a source language"):
        write(from_native("Lund,,,,,,,\n"), Pair())


def test_a_script_of_the_source_language_counts():
    concepts = from_native("Lund,,,,sr-Latn:Lund,,,\n")
    back = read(GlossaryFile("a.xlf", write(concepts, Pair("en", "sr")).content), Pair())
    assert back.concepts[0].sources == (Term("Lund", "sr"),)
