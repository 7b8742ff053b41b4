"""Glossary formats: one file each, discovered by its GLOSSARY_FORMAT."""
