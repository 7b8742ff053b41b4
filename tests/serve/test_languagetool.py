"""LanguageTool's interface: what its clients send and read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

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


def test_rules_are_switched_off_and_on(client: TestClient) -> None:
    def ids(**fields: str) -> list[str]:
        return [match[0] for match in check(client, text=TEXT, **fields)]

    assert ids(disabledRules="name-respelt") == ["name-diacritics"]
    assert ids(disabledCategories="TYPOS") == []
    assert ids(enabledRules="name-respelt", enabledOnly="true") == ["name-respelt"]
    assert ids(enabledRules="name-respelt") == ["name-respelt", "name-diacritics"]


def test_text_without_a_word_has_no_match(client: TestClient) -> None:
    assert check(client, text="") == check(client, text=" \n ") == []


@pytest.mark.parametrize("path", ["/v2/languages", "/v2/info", "/v2/maxtextlength", "/healthz"])
def test_other_questions_are_answered(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.text


def test_the_variants_of_english_are_listed(client: TestClient) -> None:
    listed = client.get("/v2/languages").json()
    assert {"name", "code", "longCode"} == set(listed[0])
    assert {"en", "en-US", "en-GB"} <= {one["longCode"] for one in listed}


REFUSED = {
    "no language": (400, {"data": {"text": "a"}}, "language"),
    "an unknown language": (400, {"data": {"text": "a", "language": "tlh"}}, "en-US"),
    "no text": (400, {"data": {"language": "en"}}, "text"),
    "text and data": (400, {"data": {"text": "a", "data": "{}", "language": "en"}}, "one of"),
    "data that is no JSON": (400, {"data": {"data": "{", "language": "en"}}, "annotat"),
    "a piece that is neither": (
        400,
        {"json": {"data": {"annotation": [{}]}, "language": "en"}},
        "",
    ),
    "JSON that is none": (
        400,
        {"content": b"{", "headers": {"content-type": "application/json"}},
        "not JSON",
    ),
    "JSON that is a list": (400, {"json": []}, "object"),
    "a field of another type": (400, {"json": {"text": 1, "language": "en"}}, "string"),
    "bytes that are no UTF-8": (400, {"content": b"text=%ff&language=en"}, "UTF-8"),
    "a long text": (413, {"data": {"text": "a" * 200_001, "language": "en"}}, "200,000"),
    "a large request": (413, {"content": b"a" * 5_000_001}, "larger"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_request_is_told_what_is_wrong(client: TestClient, case: str) -> None:
    status, request, words = REFUSED[case]
    answer = client.post("/v2/check", **request)
    assert answer.status_code == status
    assert answer.text.startswith("Error: ") and words in answer.text
    assert "\n" not in answer.text.rstrip("\n")


def test_a_body_without_an_end_is_cut_off(client: TestClient) -> None:
    parts = (b"a" * 100_000 for _ in range(60))
    assert client.post("/v2/check", content=parts).status_code == 413


def test_another_host_is_refused_before_anything_is_read(client: TestClient) -> None:
    for host in ("evil.example", "testserver.evil.example", "127.0.0.1.evil.example:8081", ""):
        answer = client.post("/v2/check", data={"text": TEXT}, headers={"host": host})
        assert answer.status_code == 421


def test_a_page_of_another_site_may_ask_when_it_is_named(client: TestClient) -> None:
    def allowed(origin: str) -> str | None:
        answer = client.get("/v2/languages", headers={"origin": origin})
        return answer.headers.get("access-control-allow-origin")

    assert allowed("https://cms.example") == "https://cms.example"
    assert allowed("https://evil.example") is None


def test_what_is_not_there_is_said_with_its_status(client: TestClient) -> None:
    assert client.get("/v2/words").status_code == 404
    assert client.put("/v2/check").status_code == 405
