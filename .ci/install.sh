#!/usr/bin/env bash
# The action's first step: transcheck in an environment of its own, which no setting of the job
# and no file of the repository that is checked can steer (python -I, and for what pip starts the
# variables that -I leaves to its children).
set -euo pipefail
unset PYTHONHOME PYTHONPATH

stop() {
  echo "::error title=transcheck::$1"
  exit 2
}
python=""
for name in python3 python; do
  if "$name" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
[ -n "$python" ] || stop "Python 3.11 or newer is needed: put actions/setup-python before this step"

folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/transcheck-XXXXXX")/program
"$python" -I -m venv "$folder" || stop "No virtual environment could be made: put actions/setup-python before this step"
bin=$folder/bin
[ -d "$bin" ] || bin=$folder/Scripts # Windows
"$bin/python" -I -m pip install --quiet --disable-pip-version-check -- "${WANTED:-$ACTION_PATH}"
echo "program=$bin/transcheck" >>"${GITHUB_OUTPUT:-/dev/stdout}"
