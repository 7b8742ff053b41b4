"""The native glossary, a CSV file: its rows, cells and lists, read strictly and written plainly."""
