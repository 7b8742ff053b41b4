"""What a glossary knows of an article's names: terms, people, house forms, languages."""
