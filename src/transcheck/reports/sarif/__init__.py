"""Parts of a SARIF log: the rules, the results and what the run has to tell about itself."""
