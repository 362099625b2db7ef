#!/usr/bin/env bash
# Three services share their runs by a Redis; one after another they are killed, and at last each is asked to end and started again under load:
#     bash tests/Load/chaos.sh [RUNS [KILLS [SECONDS_APART]]]
# 10,000 runs, ten kills, a minute apart, where nothing is said. Needs redis-server. Each line is a figure; the exit code is 1 where something does not hold.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v redis-server > /dev/null || { echo "redis-server is missing: apt-get install redis-server" >&2; exit 2; }
published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet publish src/CalcApi --configuration Release --output "$published/service" --verbosity quiet
dotnet build tests/Load --configuration Release --output "$published/load" --verbosity quiet
dotnet "$published/load/Load.dll" "$published/service" --chaos "${1:-10000}" "${2:-10}" "${3:-60}"
