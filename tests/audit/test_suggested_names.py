"""Which names an archive is found to want a row for, in which form, kind and order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from transcheck.audit.proposals import Proposal, gather, propose, read_names
from transcheck.audit.proposals.proposal import OPEN, PART, WRONG
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.readers.formats.plain import read as read_plain

FILLER = "The committee said nothing more about it, and the talks went on until the evening.\n"


@cache
def desk(source: str | None = None, glossary: tuple[str, ...] = ()) -> Desk:
    return open_desk(Settings(no_glossaries=True, glossary=glossary), source)


def suggest(
    texts: Mapping[str, str], at: Desk | None = None, least: int = 2
) -> dict[str, Proposal]:
    """Return the proposals of an archive by name, in their order."""
    at = at or desk()
    articles = []
    for path, text in texts.items():
        found, _ = read_plain(path, f"{text}\n{FILLER}".encode(), None)
        articles += found
    archive = gather(read_names(one, at) for one in articles)
    return {one.name: one for one in propose(archive, at, least)}


def archive(*texts: str) -> dict[str, str]:
    return {f"{number}.txt": text for number, text in enumerate(texts)}


def forms(one: Proposal, standing: str) -> set[str]:
    return {variant.text for variant in one.variants if variant.standing == standing}


SAYS = "Talks ended late. Minister Ana Brzić said on Monday that the bridge would open."
SAYS_TOO = "In the capital Brzić told reporters that Ana Brzić would resign, and left."


def test_a_family_name_alone_is_folded_into_its_full_name():
    found = suggest(archive(SAYS, SAYS_TOO))
    assert list(found) == ["Ana Brzić"]
    one = found["Ana Brzić"]
    assert (one.kind, one.articles, one.places) == ("person", 2, 3)
    assert forms(one, PART) == {"Brzić"}


def test_a_family_name_alone_of_another_article_is_folded_too():
    found = suggest(archive(SAYS, "The bill failed because Brzić voted against it, they said."))
    assert list(found) == ["Ana Brzić"]
    assert found["Ana Brzić"].articles == 2


def test_lost_marks_are_a_variant_seen_and_no_form_of_the_row():
    found = suggest(archive(SAYS, "The bill failed because Ana Brzic voted against it again."))
    one = found["Ana Brzić"]
    assert forms(one, WRONG) == {"Ana Brzic"}
    assert (one.admitted, one.rejected) == ((), ())
    assert any("marks get lost" in line for line in one.evidence)


def test_the_place_with_its_caron_is_preferred():
    text = "The road to {0} was closed. Two people were hurt in {0}, near the river, police said."
    found = suggest(archive(text.format("Grdelač"), text.format("Grdelac")))
    assert list(found) == ["Grdelač"]
    assert found["Grdelač"].kind == "place"
    assert forms(found["Grdelač"], WRONG) == {"Grdelac"}


def test_a_spelling_by_ear_beside_the_full_name_is_one_thing():
    first = "NATO chief Mark Rutte came on Monday. Later Rute said that the talks went well."
    second = "The secretary general, Mark Rutte, was there, and everybody listened to Rutte."
    one = suggest(archive(first, second), desk("sr"))["Mark Rutte"]
    assert "Rute" in forms(one, WRONG)
    assert one.ways == 2


def test_a_name_in_several_ways_stands_above_one_in_more_articles():
    often = "They met in Lunevik. Everybody in Lunevik agreed with the plan."
    found = suggest(archive(SAYS, SAYS.replace("ć", "c"), often, often + " Again.", often + " So."))
    assert list(found)[:2] == ["Ana Brzić", "Lunevik"]


def test_one_article_is_not_enough_unless_asked_for():
    assert suggest(archive(SAYS, "Nothing else happened on that day, they said.")) == {}
    assert list(suggest(archive(SAYS), least=1)) == ["Ana Brzić"]


def test_the_same_text_under_two_paths_is_one_article():
    assert suggest({"a.txt": SAYS, "b.txt": SAYS}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately nothing came of it. Unfortunately they left on Monday in December.",
        "The Serbs and the Mexicans met the Albanians, and Serbian and Mexican dishes were served.",
        "At Christmas and in Ramadan the shops close, and Brexit changed nothing in that.",
        "Photo: Reuters\nThe road was closed for hours, they said (Tanjug).",
        "PRESIDENT GOES HOME EARLY TODAY\nThe road was closed for hours, they said.",
        "The Minister and the President met the Prime Minister and the Foreign Secretary.",
        "It cost 30 EUR at 5 PM, the CEO said, and the GDP of the EU rose by a little.",
    ],
)
def test_no_row_is_proposed_for(text):
    assert suggest(archive(text, f"{text} It happened again after that."), least=1) == {}


def test_whose_opinion_it_is_tells_no_place():
    text = "In Lunevik's opinion it was {} late. The director, Tomas Lunevik, said no more."
    found = suggest(archive(text.format("too"), text.format("very")))
    assert [(one.name, one.kind) for one in found.values()] == [("Tomas Lunevik", "person")]


def test_a_title_in_front_and_a_place_beside_are_cut_off():
    text = "Later Governor Tomas Ilver spoke at length, and Tomas Ilver went on to say {} things."
    assert list(suggest(archive(text.format("two"), text.format("six")))) == ["Tomas Ilver"]


def test_two_people_of_one_family_name_keep_their_rows_and_share_no_places():
    text = "On Monday Ana Brzić said so. On Tuesday Ivan Brzić said no, and {} left early."
    found = suggest(archive(text.format("they"), text.format("all")))
    assert set(found) == {"Ana Brzić", "Ivan Brzić"}


def test_two_people_whose_family_names_are_alike_are_two():
    one = "On Monday Ivan Marković said that he would {} the law, said Ivan Marković."
    other = "On Monday Ivan Karković said that he would {} the law, said Ivan Karković."
    texts = [text.format(verb) for text in (one, other) for verb in ("sign", "stop")]
    assert set(suggest(archive(*texts))) == {"Ivan Marković", "Ivan Karković"}


def test_a_body_is_proposed_whole_and_its_acronym_points_at_it():
    text = "The Danube Water Agency (DWA) met in spring. The DWA and the Danube Water Agency {}."
    found = suggest(archive(text.format("agreed"), text.format("disagreed")))
    assert found["Danube Water Agency"].kind == "org"
    assert (found["DWA"].kind, found["DWA"].ref) == ("acronym", "Danube Water Agency")


def test_two_accepted_forms_are_both_admitted_where_no_side_can_be_told():
    text = "Colonel {} Hryvenko spoke first. Then {} Hryvenko, the colonel, left the room."
    texts = [text.format(name, name) for name in ("Halyna", "Galyna")]
    (one,) = suggest(archive(*texts)).values()
    assert one.admitted
    assert forms(one, OPEN) == set(one.admitted)


GLOSSARY = "name,kind,admitted,source\nAna Brzić,person,,\nŠabovac,place,Shabovats,sr:Šabovc\n"


@pytest.mark.parametrize(
    "form", ["Ana Brzić", "Ana Brzic", "Šabovac", "Sabovac", "Shabovats", "Šabovacu"]
)
def test_what_a_glossary_has_in_any_form_is_not_proposed(form, tmp_path):
    path = tmp_path / "desk.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    text = f"They spoke of {form} all day long. Nobody had been to see {form} {{}} that week."
    found = suggest(archive(text.format("in"), text.format("before")), desk(None, (str(path),)))
    assert found == {}


def test_a_quote_shows_the_form_where_it_stands():
    one = suggest(archive(SAYS, SAYS_TOO))["Ana Brzić"]
    quote = one.quotes[0]
    assert (quote.path, quote.line, quote.text) == ("0.txt", 1, "Ana Brzić")
    assert f"{quote.before}{quote.text}{quote.after}" in SAYS


def test_a_spelling_by_ear_that_the_archive_shows_becomes_the_source_form():
    first = "Senator Jeff Flake spoke late. Then Flejk left the hall, and nobody followed Flake."
    second = "They asked Jeff Flake about it, and senator Jeff Flake said that he would stay."
    one = suggest(archive(first, second), desk("sr"))["Jeff Flake"]
    assert one.source == (("sr", "Džef Flejk"),)
    assert suggest(archive(first, second), desk("de"))["Jeff Flake"].source == ()
