"""Which spellings are one name, and which of them is right: guards and two judgements."""
