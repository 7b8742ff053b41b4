"""The lists of translation engines and plain lists: two columns, or one a language."""
