"""Full names with one half damaged or both, and people of nearly those names."""
