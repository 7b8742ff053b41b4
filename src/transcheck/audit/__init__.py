"""Many articles and many rows at once: what a glossary misses, and whether its rows hold."""
