"""Composed articles: the same for a seed, no two alike, of the length asked for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.composed import compose_article, compose_articles, compose_long, write_articles


def test_the_same_seed_gives_the_same_article() -> None:
    assert compose_article(5) == compose_article(5)
    assert compose_article(5) != compose_article(6)


def test_no_two_articles_are_alike() -> None:
    assert len(set(compose_articles(200))) == 200


def test_articles_have_news_length_and_paragraphs() -> None:
    for text in compose_articles(20):
        assert 500 <= len(text.split()) < 620
        assert 10 < text.count("\n") < 40
        assert "{" not in text


def test_names_differ_from_article_to_article() -> None:
    forms = [{word for word in text.split() if word[0].isupper()} for text in compose_articles(50)]
    assert min(len(one) for one in forms) > 40
    assert len(set().union(*forms)) > 500


def test_some_articles_hold_damaged_names() -> None:
    plain = compose_article(0, words=40)
    assert plain.strip()
    stripped = [text for text in compose_articles(60) if "ić" in text and "ic " in text]
    assert stripped


def test_long_texts_have_exactly_the_length_asked_for() -> None:
    assert len(compose_long(50_000)) == 50_000
    line = compose_long(30_000, one_line=True)
    assert len(line) == 30_000
    assert "\n" not in line


def test_articles_are_written_one_a_file(tmp_path: Path) -> None:
    write_articles(tmp_path, 3)
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["article-00000.txt", "article-00001.txt", "article-00002.txt"]
    assert (tmp_path / names[1]).read_text(encoding="utf-8") == list(compose_articles(3))[1]
