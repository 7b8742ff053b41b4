#!/usr/bin/env bash
# The action's one step: annotations on stdout, a job summary, an HTML report, the gate's exit code.
# Inputs come through the environment, one item a line, and are never expanded by the shell.
set -uo pipefail

arguments=()
add() { # add --option "value", once for each line
  local option=$1 line
  while IFS= read -r line; do
    [ -n "$line" ] && arguments+=("$option" "$line")
  done <<<"$2"
}
add --glossary "${INPUT_GLOSSARY:-}"
add --source-lang "${INPUT_SOURCE_LANG:-}"
add --fail-on "${INPUT_FAIL_ON:-}"
add --min-certainty "${INPUT_MIN_CERTAINTY:-}"
add --config "${INPUT_CONFIG:-}"
arguments+=(--)
while IFS= read -r line; do
  [ -n "$line" ] && arguments+=("$line")
done <<<"${INPUT_PATHS:?name the paths to check}"

report=${INPUT_REPORT:-transcheck-report.html}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

transcheck check --format github "${arguments[@]}"
code=$?
if [ "$code" -le 2 ]; then
  transcheck check --format markdown --exit-zero "${arguments[@]}" >"$folder/summary.md" 2>/dev/null
  transcheck check --format html --exit-zero -o "$report" "${arguments[@]}" 2>/dev/null
  transcheck check --format json --exit-zero "${arguments[@]}" >"$folder/report.json" 2>/dev/null
fi
[ -n "${GITHUB_STEP_SUMMARY:-}" ] && cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  findings=$(python3 -c 'import json, sys
print(sum(json.load(open(sys.argv[1]))["summary"]["findings"].values()))' "$folder/report.json" 2>/dev/null || echo 0)
  {
    echo "passed=$([ "$code" -eq 0 ] && echo true || echo false)"
    echo "findings=$findings"
    echo "report=$report"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
