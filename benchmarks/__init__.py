"""Benchmarks of accuracy, speed and set-up; each prints its figure, its goal and a peer."""
