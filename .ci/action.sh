#!/usr/bin/env bash
# The action's one step: annotations on stdout, a job summary, an HTML report, the gate's exit code.
# Inputs come through the environment, one item a line, and are never expanded by the shell.
set -uo pipefail

arguments=()
trim() { # trim "  value  "
  local value=$1
  value=${value#"${value%%[![:space:]]*}"}
  printf '%s' "${value%"${value##*[![:space:]]}"}"
}
add() { # add --option "value", once for each line
  local option=$1 line
  while IFS= read -r line; do
    line=$(trim "$line")
    [ -n "$line" ] && arguments+=("$option" "$line")
  done <<<"$2"
}
add --glossary "${INPUT_GLOSSARY:-}"
add --source-lang "${INPUT_SOURCE_LANG:-}"
add --fail-on "${INPUT_FAIL_ON:-}"
add --min-certainty "${INPUT_MIN_CERTAINTY:-}"
add --config "${INPUT_CONFIG:-}"

paths=()
while IFS= read -r line; do
  line=$(trim "$line")
  [ -n "$line" ] && paths+=("$line")
done <<<"${INPUT_PATHS:-}"
if [ "${#paths[@]}" -eq 0 ]; then
  echo "::error title=transcheck::The input paths is empty: name files, folders or globs, one a line"
  exit 2
fi
arguments+=(-- "${paths[@]}")

report=${INPUT_REPORT:-transcheck-report.html}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

transcheck check --format github "${arguments[@]}"
code=$?
quiet() { # run a format again for its file; what it says was said above
  transcheck check --exit-zero "$@" "${arguments[@]}" 2>"$folder/said"
  [ $? -le 2 ]
}
quiet --format markdown >"$folder/summary.md"
quiet --format json >"$folder/report.json"
quiet --format html -o "$report"
if [ ! -e "$report" ]; then # too many articles for one page: a folder of pages
  report=${report%.html}
  quiet --format html -o "$report"
fi
if [ ! -e "$report" ]; then
  echo "::warning title=transcheck::No HTML report was written: $(tr '\r\n' '  ' <"$folder/said")"
  report=""
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
