"""Calibration and intervals: bins, errors, drawings of articles anew."""

from __future__ import annotations

import math

import pytest

from benchmarks.intervals import Drawn, draw_articles, interval
from benchmarks.reliability import expected_error, list_bins

BOUNDS = (0.0, 0.5, 1.0)


def test_bins_hold_what_was_said_and_what_came_true() -> None:
    low, high = list_bins([(0.2, False), (0.4, True), (0.5, True), (1.0, True)], BOUNDS)
    assert (low.count, low.said, low.true) == (2, pytest.approx(0.3), 0.5)
    assert (high.count, high.said, high.true) == (2, pytest.approx(0.75), 1.0)


def test_an_empty_bin_is_left_out() -> None:
    assert [one.low for one in list_bins([(0.9, True)], BOUNDS)] == [0.5]
    assert list_bins([], BOUNDS) == []


def test_the_error_is_weighted_by_count() -> None:
    bins = list_bins([(0.0, True), *[(1.0, True)] * 3], BOUNDS)
    assert expected_error(bins) == pytest.approx(0.25)
    assert expected_error([]) == 0.0


def test_the_same_articles_are_drawn_every_time() -> None:
    assert draw_articles(["a", "b", "c"], 20) == draw_articles(["a", "b", "c"], 20)
    assert all(sum(one.times.values()) == 3 for one in draw_articles(["a", "b", "c"], 20))


def test_an_article_drawn_twice_counts_twice() -> None:
    assert Drawn({"a": 2}).count(["a", "a", "b"]) == 4


def test_an_interval_holds_the_inner_nine_tenths() -> None:
    assert interval(float(n) for n in range(101)) == (5.0, 95.0)
    assert interval([math.nan, 0.5]) == (0.5, 0.5)
    assert all(math.isnan(bound) for bound in interval([]))
