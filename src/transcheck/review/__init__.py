"""Decisions of an editor, and writing them where they belong: rows into a desk's glossary."""
