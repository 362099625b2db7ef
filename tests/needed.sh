#!/usr/bin/env bash
# What suites need of the machine, found or installed; run.sh reads this.

find_browser() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" > /dev/null; then return 0; fi
  done
  return 1
}

# install WHAT PACKAGE…: Debian's packages, where that can be done without asking.
install() {
  local what=$1 as_root=()
  shift
  if ((EUID != 0)); then as_root=(sudo -n); fi
  if ! command -v apt-get > /dev/null || ! "${as_root[@]}" true 2> /dev/null; then return 1; fi
  heading "installing $what"
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
      install -y --no-install-recommends "$@"
}

ensure_browser() {
  if find_browser; then return 0; fi
  if install Chromium chromium-headless-shell fonts-dejavu-core && find_browser; then return 0; fi
  cat >&2 <<'TEXT'
The browser tests need Chromium or Google Chrome on the PATH, as chromium-headless-shell, chromium, chromium-browser,
google-chrome or google-chrome-stable, and one font. On Debian or Ubuntu run this as root, elsewhere use the system's own installer:
    apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell fonts-dejavu-core
TEXT
  return 1
}

# The programs that the service writes are run: by gcc, and by a Python that has NumPy.
find_languages() {
  local python
  command -v gcc > /dev/null && echo 'int main(void) { return 0; }' | gcc -x c -o "$scratch/compiles" - -lm 2> /dev/null || return 1
  for python in python3 /usr/bin/python3; do
    if "$python" -c "import numpy${torch:+, torch}" 2> /dev/null; then
      CALCAPI_PYTHON=$(command -v "$python")
      export CALCAPI_PYTHON
      return 0
    fi
  done
  return 1
}

ensure_languages() {
  local packages=(gcc libc6-dev python3 python3-numpy)
  if [[ -n $torch ]]; then packages+=(python3-torch); fi
  if find_languages; then return 0; fi
  if install "a C compiler and Python's libraries" "${packages[@]}" && find_languages; then return 0; fi
  cat >&2 <<TEXT
The tests of exported code need gcc and a Python 3 with NumPy${torch:+ and PyTorch}. On Debian or Ubuntu run this as root:
    apt-get update && apt-get install -y --no-install-recommends ${packages[*]}
TEXT
  return 1
}
