"""Clean articles about people in no shipped glossary: what is raised on them is a false alarm."""
