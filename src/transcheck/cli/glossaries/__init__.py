"""The subcommands of `transcheck glossary`, one module each."""
