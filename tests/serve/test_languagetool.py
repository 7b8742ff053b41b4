"""LanguageTool's interface: what its clients send and read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from transcheck.config import Settings
from transcheck.desk import open_desk
from transcheck.serve import matches
from transcheck.serve.found import find_matches
from transcheck.serve.guard import allowed_hosts
from transcheck.serve.question import Question
from transcheck.text.sentences import find_sentences

JSON = {"content-type": "application/json"}
TEXT = "🎉 General Mark Rutte met reporters.\nRute said that Zvecan is near Zvečan."


def check(client: TestClient, **fields: Any) -> list[tuple[str, int, int, list[str]]]:
    answer = client.post("/v2/check", data={"language": "en-US", **fields})
    assert answer.status_code == 200, answer.text
    return [
        (m["rule"]["id"], m["offset"], m["length"], [r["value"] for r in m["replacements"]])
        for m in answer.json()["matches"]
    ]


def utf16(text: str, word: str) -> int:
    return len(text[: text.index(word)].encode("utf-16-le")) // 2


def test_offsets_count_utf16_units(client: TestClient) -> None:
    assert check(client, text=TEXT) == [
        ("name-respelt", utf16(TEXT, "Rute"), 4, ["Rutte"]),
        ("name-diacritics", utf16(TEXT, "Zvecan"), 6, ["Zvečan"]),
    ]


def test_a_match_shows_its_surroundings_and_its_kind(client: TestClient) -> None:
    match = client.post("/v2/check", data={"text": TEXT, "language": "en"}).json()["matches"][1]
    context = match["context"]
    shown = context["text"].encode("utf-16-le")
    start, end = 2 * context["offset"], 2 * (context["offset"] + context["length"])
    assert shown[start:end].decode("utf-16-le") == "Zvecan"
    assert match["sentence"] == "Rute said that Zvecan is near Zvečan."
    assert match["rule"]["issueType"] == "misspelling"
    assert "caron" in match["message"]


def test_a_replacement_keeps_the_capitals_of_its_place(client: TestClient) -> None:
    text = "European Commission President Ursula von der Leyen spoke. Fon der Lajen left."
    assert [match[3] for match in check(client, text=text)] == [["Von der Leyen"]]


def test_json_and_a_query_are_asked_alike(client: TestClient) -> None:
    form = client.post("/v2/check", data={"text": TEXT, "language": "en-US"}).json()
    assert client.post("/v2/check", json={"text": TEXT, "language": "en-US"}).json() == form
    assert client.get("/v2/check", params={"text": TEXT, "language": "en-US"}).json() == form
    assert client.post("/v2/check", data={"text": TEXT, "language": "auto"}).json()["matches"]


def test_markup_is_passed_over_and_counted(client: TestClient) -> None:
    pieces = [
        {"text": "General Mark Rutte met reporters."},
        {"markup": "<p>", "interpretAs": "\n\n"},
        {"markup": "<b>"},
        {"text": "Rute"},
        {"markup": "</b>"},
        {"text": " said so."},
    ]
    whole = "".join(piece.get("text", piece.get("markup", "")) for piece in pieces)
    found = check(client, data=json.dumps({"annotation": pieces}))
    assert found == [("name-respelt", whole.index("Rute"), 4, ["Rutte"])]


@pytest.mark.parametrize("letter", ["&#101;", "{\\relax e}", "e"])
def test_a_letter_that_is_written_as_markup_is_marked_whole(
    client: TestClient, letter: str
) -> None:
    pieces = [
        {"text": "General Mark Rutte met reporters. Then Rut"},
        {"markup": letter, "interpretAs": "e"},
        {"text": " said so. "},
        {"markup": letter.upper(), "interpretAs": "R"},
        {"text": "ute left."},
    ]
    whole = "".join(piece.get("text", piece.get("markup", "")) for piece in pieces)
    places = [
        whole[start : start + length]
        for _, start, length, _ in check(client, data=json.dumps({"annotation": pieces}))
    ]
    assert places == [f"Rut{letter}", f"{letter.upper()}ute"]


def test_rules_are_switched_off_and_on(client: TestClient) -> None:
    def ids(**fields: str) -> list[str]:
        return [match[0] for match in check(client, text=TEXT, **fields)]

    assert ids(disabledRules="name-respelt") == ["name-diacritics"]
    assert ids(disabledCategories="TYPOS") == []
    assert ids(enabledRules="name-respelt", enabledOnly="true") == ["name-respelt"]
    assert ids(enabledRules="name-respelt") == ["name-respelt", "name-diacritics"]


def test_text_without_a_word_has_no_match(client: TestClient) -> None:
    assert check(client, text="") == check(client, text=" \n ") == []


def test_an_address_may_be_told_with_v2_or_without(client: TestClient) -> None:
    for path in ("/check", "/v2/check", "/v2/v2/check"):
        assert client.post(path, data={"text": TEXT, "language": "en"}).json()["matches"]


@pytest.mark.parametrize("path", ["/v2/languages", "/v2/info", "/v2/maxtextlength", "/healthz"])
def test_other_questions_are_answered(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.text


def test_the_rules_are_listed_as_matches_name_them(client: TestClient) -> None:
    told = client.post("/v2/configinfo", data={"language": "en-US"}).json()
    assert told["parameter"]["maxTextLength"] == 200_000
    rules = {rule["ruleId"]: rule for rule in told["rules"]}
    for match in client.post("/v2/check", data={"text": TEXT, "language": "en"}).json()["matches"]:
        rule = rules[match["rule"]["id"]]
        assert rule["locQualityIssueType"] == match["rule"]["issueType"]
        assert rule["categoryId"] == match["rule"]["category"]["id"]
        assert rule["description"] == match["rule"]["description"]


def test_the_variants_of_english_are_listed(client: TestClient) -> None:
    listed = client.get("/v2/languages").json()
    assert {"name", "code", "longCode"} == set(listed[0])
    assert {"en", "en-US", "en-GB"} <= {one["longCode"] for one in listed}


def test_what_the_paragraphs_show_is_not_shown_again_of_the_whole(client: TestClient) -> None:
    first, second = "Reporters met Matej Hvorecký.", "Hvorecky said that Zvecan is near Zvečan."
    text = f"{first}\n\n{second}"

    def words(text: str, mode: str) -> list[str]:
        return [
            text[start : start + length]
            for _, start, length, _ in check(client, text=text, mode=mode)
        ]

    assert words(text, "all") == ["Hvorecky", "Zvecan"]
    assert words(text, "allButTextLevelOnly") == ["Hvorecky", "Zvecan"]
    assert words(second, "allButTextLevelOnly") == ["Zvecan"]
    assert words(text, "textLevelOnly") == ["Hvorecky"]


def test_a_paragraph_that_was_not_encoded_is_read_as_it_is(client: TestClient) -> None:
    text = "AT&T and S&P 100%25 + more: Mark Rutte met reporters. Rute said so."
    body = f"text={text}&language=en-US".encode()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/v2/check", content=body, headers=kind).json()
    assert [match["offset"] for match in answer["matches"]] == [text.index("Rute")]


def test_a_text_in_another_language_has_no_match_when_none_is_named(client: TestClient) -> None:
    text = (
        "Danas je u Beogradu govorio predsednik vlade i rekao je da će sutra otići u Prištinu. "
        "Novinari su ga pitali da li će se vratiti, ali on nije odgovorio na to pitanje."
    )
    answer = client.post("/v2/check", data={"text": text, "language": "auto"}).json()
    assert answer["matches"] == []
    assert answer["language"]["detectedLanguage"]["code"] != "en"
    assert answer["language"]["code"] == "en"


def test_a_name_half_typed_is_told_from_a_wrong_one(client: TestClient) -> None:
    def flags(text: str) -> list[bool]:
        found = client.post("/v2/check", data={"text": text, "language": "en"}).json()["matches"]
        return [match["ignoreForIncompleteSentence"] for match in found]

    said = "General Mark Rutte met reporters. "
    assert flags(said + "Then Mark Rut") == [True]
    assert flags(said + "Then Mark Rut said so.") == [False]
    assert flags(said + "Then Mark Rute") == [False]


def test_a_name_wrong_in_five_places_is_shown_in_five(client: TestClient) -> None:
    text = "Mark Rutte spoke. " + "Then Rute left. " * 5
    assert len(check(client, text=text)) == 5


def test_half_of_an_emoji_counts_one(client: TestClient) -> None:
    text = "\ud83d General Mark Rutte met \\ud83d reporters 🎉. Rute said so."
    assert '"\\ud83d Gen' in json.dumps({"text": text})
    for fields in ({"text": text}, {"data": {"text": text}}):
        body = json.dumps({**fields, "language": "en"})
        found = client.post("/v2/check", content=body, headers=JSON).json()["matches"]
        assert [match["offset"] for match in found] == [text.index("Rute") + 1]


def test_a_body_is_read_as_what_it_is(client: TestClient) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    text = {"text": TEXT, "language": "en-US"}
    for body, kind in (
        (
            urlencode({"data": json.dumps({"annotation": [{"text": TEXT}]}), "language": "en-US"}),
            JSON,
        ),
        (json.dumps(text), form),
        (json.dumps(text), {}),
    ):
        answer = client.post("/v2/check", content=body, headers=kind)
        assert len(answer.json()["matches"]) == 2


def test_a_client_may_ask_whether_anybody_is_here(client: TestClient) -> None:
    assert client.head("/v2/check").status_code == 200
    assert client.head("/v2/check", params={"text": TEXT}).status_code == 400


def test_a_server_is_asked_by_its_own_name() -> None:
    assert "127.0.0.2:8081" in allowed_hosts("127.0.0.2", 8081)
    assert "[::1]:8081" in allowed_hosts("::1", 8081)


def test_a_text_full_of_findings_is_cut_into_sentences_once(monkeypatch: Any) -> None:
    cut: list[str] = []

    def find_once(text: str, language: str) -> Any:
        cut.append(text)
        return find_sentences(text, language)

    monkeypatch.setattr(matches, "find_sentences", find_once)
    text = "Mark Rutte met reporters. " + "Rute said so. " * 50
    found = find_matches(Question(text=text, language="en", whole=text), open_desk(Settings()))
    assert [one["sentence"].strip() for one in found.matches] == ["Rute said so."] * 50
    offsets = [one["offset"] for one in found.matches]
    assert offsets == sorted(set(offsets)) and len(cut) == 1
