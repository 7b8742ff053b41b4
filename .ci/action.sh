#!/usr/bin/env bash
# The action's second step: one check that writes annotations to stdout, a job summary, SARIF, JSON
# and an HTML report, and leaves with the gate's exit code.
# Inputs come through the environment, one item a line, and are never expanded by the shell.
set -uo pipefail
unset PYTHONHOME PYTHONPATH # of the job: they could lead to modules of what is checked

program=${TRANSCHECK:-transcheck}
arguments=()
trim() { # trim "  value  "
  local value=$1
  value=${value#"${value%%[![:space:]]*}"}
  printf '%s' "${value%"${value##*[![:space:]]}"}"
}
add() { # add --option "value", once for each line; `=` keeps a value from being an option
  local option=$1 line
  while IFS= read -r line; do
    line=$(trim "$line")
    [ -n "$line" ] && arguments+=("$option=$line")
  done <<<"$2"
}
add --glossary "${INPUT_GLOSSARY:-}"
add --source-lang "${INPUT_SOURCE_LANG:-}"
add --fail-on "${INPUT_FAIL_ON:-}"
add --min-certainty "${INPUT_MIN_CERTAINTY:-}"
add --config "${INPUT_CONFIG:-}"
add --waivers "${INPUT_WAIVERS:-}"
add --baseline "${INPUT_BASELINE:-}"
add --diff-base "${INPUT_DIFF_BASE:-}"
add --resume "${INPUT_RESUME:-}"

paths=()
while IFS= read -r line; do
  line=$(trim "$line")
  [ -n "$line" ] && paths+=("$line")
done <<<"${INPUT_PATHS:-}"

folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/transcheck-XXXXXX")
report=$(trim "${INPUT_REPORT:-}")
report=${report%%[[:cntrl:]]*}
report=${report:-$folder/report}
sarif=$(trim "${INPUT_SARIF:-}")
sarif=${sarif%%[[:cntrl:]]*}
sarif=${sarif:-$folder/transcheck.sarif}
mkdir -p -- "$(dirname -- "$sarif")" 2>/dev/null # what cannot be made the program says
touch "$folder/begun"

# Both streams are read as they come: stdout by the runner, stderr by people, and once more here.
{
  "$program" check --format github \
    --report "markdown=$folder/summary.md" --report "json=$folder/report.json" \
    --report "sarif=$sarif" --report "html=${report%/}/" \
    ${arguments[@]+"${arguments[@]}"} -- ${paths[@]+"${paths[@]}"} 2>&1 >&3 | tee "$folder/said" >&2
  code=${PIPESTATUS[0]}
} 3>&1

if [ ! -s "$folder/report.json" ]; then
  said=$(tail -n 1 "$folder/said")
  said=${said#transcheck: }
  said=${said//[[:cntrl:]]/ }
  echo "::error title=transcheck::${said//%/%25}"
  echo "## ⊘ transcheck: nothing was checked, see the log of the job" >"$folder/summary.md"
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -s "$folder/summary.md" ]; then
  cat -- "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  python=python3
  [ "${program%/*}" != "$program" ] && python=${program%/*}/python
  "$python" -I -c 'import json, sys
summary = json.load(open(sys.argv[1], encoding="utf-8"))["summary"]
print("articles=%d\nfindings=%d" % (summary["articles"], sum(summary["findings"].values())))' \
    "$folder/report.json" >>"$GITHUB_OUTPUT" 2>/dev/null || printf 'articles=0\nfindings=0\n' >>"$GITHUB_OUTPUT"
  made() { # made PATH: print it when this run wrote it
    [ "$1" -nt "$folder/begun" ] && printf '%s' "$1"
  }
  {
    echo "passed=$([ "$code" -eq 0 ] && echo true || echo false)"
    echo "report=$(made "$report")"
    echo "sarif=$(made "$sarif")"
    echo "json=$(made "$folder/report.json")"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
