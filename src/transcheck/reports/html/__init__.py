"""The HTML report: what an editor sees, built as plain data first and set in templates after."""
