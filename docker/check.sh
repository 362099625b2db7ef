#!/usr/bin/env bash
# Builds the image, starts it as docker/compose.yaml does, and looks whether it keeps what is promised of it:
#     bash docker/check.sh
# With Docker it uses Docker. Without, on Debian as root, it uses buildah, podman and runc (apt-get install buildah podman runc debootstrap) and makes
# base images of its own: one with the SDK and Node.js of this machine, and one without a shell that holds the runtime and the libraries that it needs.
# Each line says what was seen; what could not be seen here is said too. The exit code is 1 where something does not hold.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

port=${PORT:-8089} name=calcapi-check image=localhost/calcapi/check
scratch=$(mktemp -d)
failed=0
engine=()

holds() { printf 'holds      %s\n' "$1"; }
fails() { printf 'FAILS      %s\n' "$1"; failed=1; }
unseen() { printf 'not seen   %s\n' "$1"; }
# check WHAT COMMAND…
check() { if "${@:2}" > "$scratch/out" 2>&1; then holds "$1"; else fails "$1: $(tail -n 1 "$scratch/out")"; fi; }
# equal WHAT EXPECTED ACTUAL
equal() { if [[ $2 == "$3" ]]; then holds "$1: $3"; else fails "$1: $3, not $2"; fi; }

# shellcheck disable=SC2317 # called by the trap
clean_up() {
  if ((${#engine[@]})); then "${engine[@]}" rm -f "$name" > /dev/null 2>&1 || true; fi
  rm -rf "$scratch"
}
trap clean_up EXIT

# Files with the libraries that they are linked with, where the loader looks for them.
with_libraries() {
  local file
  for file; do
    printf '%s\n' "$file"
    ldd "$file" 2> /dev/null | grep -o '/[^ ]*\.so[^ ]*' || true
  done | sort -u
}

# An image without a shell: the runtime, what it is linked with, certificates and a user.
make_runtime() {
  local dotnet=$1 root=$scratch/runtime file ssl
  mkdir -p "$root"/{tmp,etc/ssl/certs,usr/share/dotnet,home/app,app}
  for file in host shared dotnet; do cp -a "$dotnet/$file" "$root/usr/share/dotnet/"; done
  ssl=$(ldconfig -p | grep -o '/[^ ]*lib\(ssl\|crypto\)\.so\.3' | sort -u)
  # shellcheck disable=SC2086 # one word a library
  while read -r file; do
    mkdir -p "$root$(dirname "$file")"
    cp -L "$file" "$root$file"
  done < <(with_libraries "$dotnet/dotnet" "$dotnet"/host/fxr/*/*.so "$dotnet"/shared/Microsoft.NETCore.App/*/*.so $ssl | grep -v "^$dotnet")
  cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  printf 'root:x:0:0::/:/none\napp:x:1654:1654::/home/app:/none\n' > "$root/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' > "$root/etc/group"
  mkdir -p "$root/usr/bin" && ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
  local container
  container=$(buildah from scratch)
  buildah copy -q "$container" "$root" / > /dev/null
  buildah config --env DOTNET_ROOT=/usr/share/dotnet --env PATH=/usr/bin --env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$container"
  buildah commit -q --rm "$container" localhost/calcapi/runtime > /dev/null
}

# An image to build in: Debian, the SDK and Node.js of this machine.
make_sdk() {
  local dotnet=$1 root=$scratch/sdk mirror npm part
  mirror=$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2> /dev/null | head -n 1 | tr -d ' ')
  debootstrap --variant=minbase --include=ca-certificates,libssl3,libstdc++6,zlib1g bookworm "$root" ${mirror:+"$mirror"} > "$scratch/debootstrap.log"
  mkdir -p "$root/usr/share/dotnet" "$root/usr/lib/node_modules"
  for part in host shared dotnet sdk sdk-manifests packs templates; do cp -a "$dotnet/$part" "$root/usr/share/dotnet/"; done
  ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  cp -aL "$npm" "$root/usr/lib/node_modules/npm"
  while read -r part; do
    mkdir -p "$root$(dirname "$part")"
    [[ -e $root$part ]] || cp -L "$part" "$root$part"
  done < <(with_libraries "$(readlink -f "$(command -v node)")")
  cp -L "$(command -v node)" "$root/usr/bin/node"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/bin/npm"
  local container
  container=$(buildah from scratch)
  buildah copy -q "$container" "$root" / > /dev/null
  buildah config --env DOTNET_ROOT=/usr/share/dotnet --env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 \
    --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt --env SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt "$container"
  buildah commit -q --rm "$container" localhost/calcapi/sdk > /dev/null
}

build() {
  local lent=() file
  if [[ ${engine[0]} == docker ]]; then docker build -t "$image" . && return; fi
  local dotnet
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  buildah inspect localhost/calcapi/runtime > /dev/null 2>&1 || make_runtime "$dotnet"
  buildah inspect localhost/calcapi/sdk > /dev/null 2>&1 || make_sdk "$dotnet"
  # Where packages come from, this machine knows; nothing of it stays in the image.
  for file in /etc/ssl/certs "$HOME/.npmrc" "$HOME/.nuget/NuGet" /usr/etc/npmrc; do
    if [[ -e $file ]]; then lent+=(-v "$file:${file/#$HOME//root}:ro"); fi
  done
  buildah bud --isolation chroot --network host --pull=never --format docker "${lent[@]}" \
    --build-arg NODE_IMAGE=localhost/calcapi/sdk --build-arg SDK_IMAGE=localhost/calcapi/sdk --build-arg RUNTIME_IMAGE=localhost/calcapi/runtime -t "$image" .
}

if docker info > /dev/null 2>&1; then
  engine=(docker) network=(-p "127.0.0.1:$port:8080") limits=() inside=8080
elif ((EUID == 0)) && command -v buildah podman runc debootstrap dotnet node > /dev/null; then
  # Old systems need the two ulimits; a network of its own is not to be had everywhere.
  engine=(podman --runtime runc) network=(--network host) limits=(--ulimit nofile=20000:20000 --ulimit nproc=10000:10000) inside=$port
else
  unseen "everything: there is neither Docker nor, as root, buildah with podman, runc, debootstrap, the SDK and Node.js"
  exit 1
fi

if [[ ${1-} != --built ]]; then
  build > "$scratch/build.log" 2>&1 || { tail -n 20 "$scratch/build.log"; fails "the image is built"; exit 1; }
  holds "the image is built"
fi

# As in docker/compose.yaml.
start() {
  "${engine[@]}" run -d --name "$name" "${network[@]}" "${limits[@]}" -e "ASPNETCORE_HTTP_PORTS=$inside" --read-only --tmpfs /tmp:size=16m,mode=1777 --cap-drop ALL \
    --security-opt no-new-privileges --cpus 2 --memory 1g --memory-swap 1g --pids-limit 256 "$image"
}
start > "$scratch/start.log" 2>&1 || { tail -n 3 "$scratch/start.log"; fails "it starts"; exit 1; }

site=http://127.0.0.1:$port
ready() { local i; for ((i = 0; i < 300; i++)); do curl -sf -o /dev/null "$site/health/ready" && return; sleep 0.2; done; return 1; }
ask() { curl -sf -H 'Content-Type: application/json' -d '{"function": "secretword^2", "point": 3}' "$site/api/v1/derivative"; }
has() { grep -q -- "$1" "$scratch/answer"; }

check "it gets ready" ready
ask > "$scratch/answer" || true
check "it answers a question" has '"value":6'
curl -s "$site/" > "$scratch/answer"
check "it serves the page" has '<!doctype html>'
check "the image's own health check passes" "${engine[@]}" exec "$name" dotnet CalcApi.dll --health "http://127.0.0.1:$inside/health/live"
if "${engine[@]}" exec "$name" sh -c true > /dev/null 2>&1; then
  if [[ ${engine[0]} == docker ]]; then fails "there is no shell"; else unseen "there is no shell: the base image has one"; fi
else
  holds "there is no shell"
fi

pid=$("${engine[@]}" inspect -f '{{.State.Pid}}' "$name")
status() { awk -v key="$1:" '$1 == key { print $2 }' "/proc/$pid/status" 2> /dev/null || true; }
if [[ -r /proc/$pid/status ]]; then
  equal "its user" 1654 "$(status Uid)"
  equal "its capabilities" 0000000000000000 "$(status CapEff)"
  equal "those that it could get" 0000000000000000 "$(status CapBnd)"
  equal "no new privileges" 1 "$(status NoNewPrivs)"
  if [[ $(status Seccomp) == 2 ]]; then holds "a filter of system calls"; else unseen "a filter of system calls: this engine has none"; fi
  check "its root is read-only" awk '$5 == "/" && $6 ~ /(^|,)ro(,|$)/ { found = 1 } END { exit !found }' "/proc/$pid/mountinfo"
  limit() { # CONTROLLER FILE: of cgroups of either version
    local group
    group=$(awk -F: -v c="$1" '$2 == c || $2 == "" { print $3 }' "/proc/$pid/cgroup" | head -n 1)
    cat "/sys/fs/cgroup/$1$group/$2" "/sys/fs/cgroup$group/$3" 2> /dev/null | head -n 1
  }
  equal "bytes of memory, at most" 1073741824 "$(limit memory memory.limit_in_bytes memory.max)"
  equal "threads, at most" 256 "$(limit pids pids.max pids.max)"
else
  unseen "user, capabilities, read-only root and limits: the engine runs elsewhere"
fi

"${engine[@]}" logs "$name" > "$scratch/answer" 2>&1
check "a line of the log for a request is JSON and names its route" has '"Route":"/api/v1/derivative"'
if has secretword; then fails "no line of the log has what a user wrote"; else holds "no line of the log has what a user wrote"; fi

# Questions go on while it ends: each has its answer, or was not taken in.
for ((i = 0; i < 400; i++)); do
  code=0
  got=$(curl -s -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' -d '{"function": "x^2", "point": 3}' "$site/api/v1/derivative") || code=$?
  # 7 is a connection that was refused.
  printf '%s %s\n' "$got" "$code"
  ((code == 7)) && break
done > "$scratch/asked" &
asking=$!
sleep 0.5
start_of_end=$SECONDS
"${engine[@]}" stop -t 45 "$name" > /dev/null 2> "$scratch/stop.log"
wait "$asking"
equal "its exit code at SIGTERM" 0 "$("${engine[@]}" inspect -f '{{.State.ExitCode}}' "$name")"
equal "questions lost while it ended" 0 "$(grep -cvE '^(200 0|503 0|000 7)$' "$scratch/asked" || true)"
holds "it ended within $((SECONDS - start_of_end)) s, and answered $(grep -c '^200 ' "$scratch/asked") questions on the way"
unseen "the compose files themselves, a network of the engine's own, and published images by their names: no registry is asked"
exit "$failed"
