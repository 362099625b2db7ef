# shellcheck shell=bash
# Tests of the service and in a browser wait for other processes, as a client or a reader would, on a machine that others slow down as they please.
# The few that failed are tried once more, alone. What passes then is counted as passed and named in the summary; what is broken fails twice.

# as_was REPORT OUTCOME: the names of the cases that ended so, a line each, as they are written in the report.
as_was() { { grep -o '<UnitTestResult [^>]*' "$1" 2> /dev/null || true; } | sed -n "s/.*testName=\"\([^\"]*\)\" outcome=\"$2\".*/\1/p" | sort; }

# again REPORT COMMAND…: runs what failed once more, where at most four did; prints the names of the cases that passed then.
again() {
  local report=$1 methods=() method
  shift
  as_was "$report" Failed > "$report.failed"
  mapfile -t methods < <(sed 's/(.*//' "$report.failed" | sort -u)
  ((${#methods[@]} > 0 && ${#methods[@]} <= 4)) || return 0
  for method in "${methods[@]}"; do set -- "$@" -method "$method"; done
  "$@" -noAutoReporters -result-trx "$report.again" >&2 < /dev/null || true
  comm -12 "$report.failed" <(as_was "$report.again" Passed)
}

# why REPORT NAME: the first words of a failed case, on one line.
why() {
  NAME=$2 awk 'BEGIN { RS = "<UnitTestResult "; name = "testName=\"" ENVIRON["NAME"] "\"" }
    index($0, name) && match($0, /<Message>[^<]*/) { words = substr($0, RSTART + 9, RLENGTH - 9); gsub(/[ \r\n]+|&#x[AaDd];/, " ", words); print substr(words, 1, 600); exit }' "$1"
}
