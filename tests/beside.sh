# shellcheck shell=bash
# Checks and suites that go on beside others, with what they say kept until their turn comes.
declare -A begun=()

# begin NAME COMMAND…: a check that goes on beside the library's and the service's tests, with its words kept until check_begun NAME.
begin() {
  local name=$1
  shift
  (renice -n 19 "$BASHPID" > /dev/null; code=0; "$@" > "$scratch/$name.log" 2>&1 || code=$?; echo "$code" > "$scratch/$name.code") < /dev/null &
  begun[$name]=$!
}

# begin_suite NAME FUNCTION: the same for suites, whose counts are handed over to suite_begun NAME.
begin_suite() {
  local name=$1
  (renice -n 19 "$BASHPID" > /dev/null; summary=() passed=0 failed=0 skipped=0
    "$2" > "$scratch/$name.log" 2>&1 || record "$name" 0 1 0 "died with exit code $?"
    { echo "$passed $failed $skipped"; printf '%s\n' "${summary[@]}"; } > "$scratch/$name.counts") < /dev/null &
  begun[$name]=$!
}

suite_begun() {
  local good=0 bad=1 idle=0 lines=("$1: died")
  wait "${begun[$1]}" || true
  cat "$scratch/$1.log"
  if [[ -s $scratch/$1.counts ]]; then { read -r good bad idle; mapfile -t lines; } < "$scratch/$1.counts"; fi
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + idle)) summary+=("${lines[@]}")
}

# beside SUITE: begins what can go on beside others.
beside() {
  [[ -z ${begun[$1]-} ]] || return 0
  case $1 in
    format) begin format formatted ;;
    types) begin types npm run --silent --prefix src/CalcApi types ;;
    cultures) begin_suite cultures run_cultures ;;
    page) begin_suite page run_page_suite ;;
  esac
}

check_begun() {
  wait "${begun[$1]}" || true
  check "$1" ended "$1"
}

ended() { cat "$scratch/$1.log"; return "$(cat "$scratch/$1.code" 2> /dev/null || echo 1)"; }
