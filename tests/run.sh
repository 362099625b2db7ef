#!/usr/bin/env bash
# Runs the tests of the product and ends in one line that counts them:
#     N passed, N failed, N skipped
# Needs a .NET 10 SDK and Node.js; a browser, Redis, a C compiler, Python with NumPy and, where asked for, PyTorch are installed where that can be done, when a suite needs them.
# A suite that dies, writes no report or finds no test counts as failed. The exit code is 1 when anything failed.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: bash tests/run.sh [--with-torch]
       bash tests/run.sh quick
       bash tests/run.sh [--with-torch] --only SUITE [NAMESPACE]
       bash tests/run.sh --culture NAME [quick | --only SUITE [NAMESPACE]]
       bash tests/run.sh --help

Builds what is needed and runs all suites: library, service, page, cultures, types, format, browser; page, types and format beside the first two.
What fails in the service or the browser is tried once more, alone; the summary names what passed only then, and what failed.
  quick          the library without its long laws, and the service
  --only         one suite; of library, service and browser also one namespace, such as Calculus.Tests.Taylor, with all below it
  --culture      the library and the service as on a machine of another language, such as tr-TR; needs ICU
  --with-torch   also runs the programs that are written for PyTorch; without it they are not among the tests
TEXT
}

misused() { echo "$1" >&2; usage >&2; exit 2; }

suites=(library service page cultures types format browser)
torch='' quick='' only='' namespace='' culture=''
while (($#)); do
  case $1 in
    --with-torch) torch=1; shift ;;
    quick) quick=1 suites=(library service); shift ;;
    --culture) (($# > 1)) || misused "--culture needs a name"; culture=$2 suites=(library service); shift 2 ;;
    --only)
      (($# > 1)) || misused "--only needs a suite"
      only=$2; shift 2
      case $only in
        library | service | browser) if (($#)) && [[ $1 != -* ]]; then namespace=$1; shift; fi ;;
        page | types | format | cultures) ;;
        *) misused "unknown suite: $only" ;;
      esac
      suites=("$only") ;;
    --help) usage; exit 0 ;;
    *) misused "unknown option: $1" ;;
  esac
done
[[ -z $quick || -z $only$torch ]] || misused "quick goes with no option"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

scratch=$(mktemp -d)
running=
# One compiler for all projects of a build: it has the analyzers compiled by the second one. Its name is this run's own.
compiler=calcapi-tests-$$
compilation=(-property:UseSharedCompilation=true "-property:SharedCompilationId=$compiler")
end_compiler() {
  local process
  for process in $(pgrep -f "VBCSCompiler.*-pipename:$compiler\$" 2> /dev/null || true); do kill "$process" 2> /dev/null || true; done
}
# shellcheck disable=SC2317 # called by the trap
clean_up() {
  if [[ -n $running ]]; then kill "$running" 2> /dev/null || true; fi
  for beside in $(jobs -p); do kill "$beside" 2> /dev/null || true; done
  end_compiler
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Nothing that a build starts should outlive it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# The laws are numbers crunched: optimized code takes half the time.
configuration=Release
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

passed=0 failed=0 skipped=0
summary=()

# shellcheck source=tests/needed.sh
source tests/needed.sh
# shellcheck source=tests/beside.sh
source tests/beside.sh
# shellcheck source=tests/again.sh
source tests/again.sh

heading() { printf '\n=== %s\n' "$1"; }

# record SUITE PASSED FAILED SKIPPED [REMARK]
record() {
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
  summary+=("$(printf '%-24s %6d passed %4d failed %4d skipped  %s' "$1" "$2" "$3" "$4" "${5-}")")
}

finish() {
  heading "summary"
  ((${#summary[@]} == 0)) || printf '%s\n' "${summary[@]}"
  echo
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0)) || exit 1
  exit 0
}

# judge SUITE EXIT_CODE PASSED FAILED SKIPPED: counts that contradict the exit code count as a failure.
judge() {
  local suite=$1 code=$2 good=$3 bad=$4 idle=$5
  if ((good + bad + idle == 0)); then
    record "$suite" 0 1 0 "no test was reported (exit code $code)"
  elif ((code != 0 && bad == 0)); then
    record "$suite" "$good" 1 "$idle" "died with exit code $code"
  else
    record "$suite" "$good" "$bad" "$idle"
  fi
}

# check NAME COMMAND…: one command that passes when it exits with 0.
check() {
  local name=$1 code=0
  shift
  heading "$name"
  "$@" || code=$?
  if ((code == 0)); then record "$name" 1 0 0; else record "$name" 0 1 0 "exit code $code"; fi
}

# prepare NAME COMMAND…: a step that every test needs; it counts only when it fails.
prepare() {
  local name=$1 code=0
  shift
  heading "$name"
  "$@" || code=$?
  if ((code != 0)); then
    record "$name" 0 1 0 "exit code $code"
    finish
  fi
}

# watched COMMAND…: ends a suite that hangs; a blocked thread ignores the test runner's own time-out.
watched() {
  local deadline=() code=0
  if command -v timeout > /dev/null; then deadline=(timeout --kill-after=30s 25m); fi
  "${deadline[@]}" "$@" < /dev/null &
  running=$!
  wait "$running" || code=$?
  running=
  return "$code"
}

require() {
  command -v "$1" > /dev/null || { echo "$2" >&2; record "$1" 0 1 0 "missing"; finish; }
}

project_of() {
  case $1 in
    library) echo tests/Calculus.Tests ;;
    service) echo tests/CalcApi.Tests ;;
    browser) echo tests/CalcApi.BrowserTests ;;
  esac
}

# run_dotnet_suite SUITE OPTION…: the built test program itself; one for each project, so that a suite that dies cannot hide another.
run_dotnet_suite() {
  local suite=$1 project program name="$1${culture:+ in $culture}" report=$scratch/$1$culture.trx counters code=0
  project=$(project_of "$suite") program=$(project_of "$suite")
  program+=/bin/$configuration/net10.0/$(basename "$project")
  heading "$name"; mkdir -p "$scratch/$suite"
  local command=("$program")
  if [[ -n $culture ]]; then
    sed 's/"System.Globalization.Invariant": true/"System.Globalization.Invariant": false/' "$program.runtimeconfig.json" > "$scratch/$suite.runtimeconfig.json"
    command=(env "LC_ALL=${culture/-/_}.UTF-8" dotnet exec --runtimeconfig "$scratch/$suite.runtimeconfig.json" "$program.dll")
  fi
  TMPDIR=$scratch/$suite watched "${command[@]}" -noAutoReporters -result-trx "$report" "${filters[@]}" "${@:2}" || code=$?
  # xunit writes <Counters total="…" executed="…" passed="…" failed="…" error="…" … />
  counters=$(grep -ho '<Counters [^>]*' "$report" 2> /dev/null | awk '
    { for (i = 2; i <= NF; i++) { split($i, pair, "="); gsub(/[^0-9]/, "", pair[2]); sum[pair[1]] += pair[2] } }
    END {
      bad = sum["failed"] + sum["error"] + sum["timeout"] + sum["aborted"]
      # Tests that only run on request, and were not requested, do not count in this run.
      printf "%d %d %d", sum["passed"], bad, sum["total"] - sum["passed"] - bad - sum["notRunnable"]
    }') || true
  local good=0 bad=0 idle=0 late=() lost=()
  read -r good bad idle <<< "${counters:-0 0 0}"
  if ((bad > 0)); then
    if [[ $suite != library ]]; then mapfile -t late < <(again "$report" "${command[@]}"); fi
    mapfile -t lost < <(comm -23 <(as_was "$report" Failed) <(printf '%s\n' "${late[@]}"))
    ((${#late[@]} < bad)) || code=0
  fi
  judge "$name" "$code" $((good + ${#late[@]})) $((bad - ${#late[@]})) "$idle"
  local each
  for each in "${lost[@]}"; do summary+=("  failed: $each: $(why "$report" "$each")"); done
  for each in "${late[@]}"; do summary+=("  passed at its second try: $each; at its first: $(why "$report" "$each")"); done
}

# What reads and writes, with a decimal comma, an i without a dot, other digits and signs.
run_cultures() {
  local filters=(); if [[ $(ldconfig -p 2> /dev/null) != *libicuuc* ]]; then record cultures 0 0 1 "no ICU"; return; fi
  for culture in tr-TR de-DE ar-SA; do
    run_dotnet_suite library -namespace Calculus.Tests.Syntax -namespace Calculus.Tests.Printing -trait- Length=long
  done
  run_dotnet_suite service -namespace CalcApi.Tests.Parse -namespace CalcApi.Tests.Evaluate -namespace CalcApi.Tests.Problems -namespace CalcApi.Tests.Limits -trait- Length=long
  culture=
}

run_page_suite() {
  local report=$scratch/page.tap code=0 files=()
  heading "page"
  mapfile -t files < <(find tests/page -name node_modules -prune -o -type f -name '*.test.*js' -print | sort)
  if ((${#files[@]} == 0)); then
    record page 0 1 0 "no test file under tests/page"
    return
  fi
  watched node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report" "${files[@]}" || code=$?
  tap() { sed -n "s/^# $1 \([0-9]*\)$/\1/p" "$report" | tail -n 1; }
  judge page "$code" "$(($(tap pass) + 0))" "$(($(tap fail) + $(tap cancelled) + 0))" \
    "$(($(tap skipped) + $(tap todo) + 0))"
}

# Whatever an analyzer finds breaks the build already; the build sees neither white space nor the order of imports.
formatted() {
  local code=0
  dotnet format whitespace . --folder --verify-no-changes || code=$?
  dotnet format style CalcApi.sln --no-restore --verify-no-changes --diagnostics IMPORTS || code=$?
  return "$code"
}

filters=()
if [[ -n $namespace ]]; then filters+=(-namespace "$namespace" -namespace "$namespace.*"); fi
if [[ -n $quick ]]; then filters+=(-trait- Length=long); fi

require dotnet "The tests need the .NET 10 SDK: https://dotnet.microsoft.com"
require node "The tests need Node.js 20 or newer: https://nodejs.org"
require npm "The page's libraries are installed by npm, which comes with Node.js."

if [[ -z $only$quick ]]; then
  prepare "restore" dotnet restore CalcApi.sln --locked-mode
  prepare "build" dotnet build CalcApi.sln --no-restore --configuration "$configuration" "${compilation[@]}"
  end_compiler
else
  for suite in "${suites[@]}"; do
    case $suite in
      format) prepare "restore" dotnet restore CalcApi.sln --locked-mode ;;
      # The page's libraries and its type checker, by npm.
      cultures) prepare "build" dotnet build CalcApi.sln --configuration "$configuration" --verbosity quiet -property:RestoreLockedMode=true ;;
      page | types) prepare "the page's libraries" dotnet msbuild src/CalcApi/CalcApi.csproj -nologo -verbosity:minimal -target:VendorLibs ;;
      *) prepare "build" dotnet build "$(project_of "$suite")" --configuration "$configuration" --verbosity quiet -property:RestoreLockedMode=true ;;
    esac
  done
fi

# Nothing goes on beside the browser, whose tests wait as a reader would; cultures are tests of the same programs again.
for suite in "${suites[@]}"; do [[ $suite == cultures ]] || beside "$suite"; done
for suite in "${suites[@]}"; do
  options=()
  case $suite in
    format | types) beside "$suite"; check_begun "$suite"; continue ;;
    page | cultures) beside "$suite"; suite_begun "$suite"; continue ;;
    library)
      # Programs of other languages belong to the long tests.
      if [[ -z $quick && (Calculus.Tests.CodeExport == "$namespace"* || $namespace == Calculus.Tests.CodeExport*) ]]; then
        ensure_languages || record "languages of code" 0 1 0 "missing"
      fi
      # Tests that have to be asked for.
      if [[ -n $torch ]]; then options=(-explicit on); fi ;;
    service) command -v redis-server > /dev/null || install Redis redis-server || record Redis 0 1 0 "missing: the tests of runs need redis-server" ;;
    browser)
      if ! ensure_browser; then record browser 0 1 0 "no browser"; continue; fi ;;
  esac
  run_dotnet_suite "$suite" "${options[@]}"
done
finish
