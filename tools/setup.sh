#!/bin/sh
# Puts in place what the Makefile's targets need. Called by make; quiet when there is nothing to do.
#
#   tools/setup.sh venv LOCKFILE     .venv with exactly what the lock file says, and this project itself
#   tools/setup.sh debian THING...   programs and fonts from Debian; a THING is one of the names in package_of
#   tools/setup.sh node              node_modules as package-lock.json says
set -eu

PYTHON=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

# The Debian package of a thing that is missing here, or nothing when it is there.
package_of() {
    case $1 in
        dot) command -v dot >/dev/null || echo graphviz ;;
        fonts) has_fonts || echo fonts-dejavu-core ;;
        cjk) [ -e /usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf ] || echo fonts-droid-fallback ;;
        chromium) command -v chromium >/dev/null || echo chromium ;;
        java) command -v java >/dev/null || echo default-jre-headless ;;
        node) command -v node >/dev/null || echo nodejs ;;
        npm) command -v npm >/dev/null || echo npm ;;
        python) command -v "$PYTHON" >/dev/null || echo python3 ;;
        venv) "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || "$PYTHON" -c 'import sys
print("python3.%d-venv" % sys.version_info.minor)' ;;
        *) say "tools/setup.sh: unknown thing: $1"; exit 2 ;;
    esac
}

has_fonts() {
    [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] && return
    command -v fc-list >/dev/null && fc-list 'DejaVu Sans' | grep -q .
}

debian() {
    packages=
    for thing; do
        package=$(package_of "$thing")
        packages=$packages${package:+$package }
    done
    packages=${packages% }
    [ -n "$packages" ] || return 0
    command="apt-get install -y --no-install-recommends $packages"
    if ! command -v apt-get >/dev/null; then
        say "Missing here: what Debian calls $packages. Please install it, then run make again."
        exit 1
    elif [ "$(id -u)" -ne 0 ]; then
        say "Missing here: $packages. Please run this, then make again:"
        say "    sudo apt-get update && sudo $command"
        exit 1
    fi
    say "Installing $packages ..."
    log=$(mktemp)
    # shellcheck disable=SC2086  # the packages are separate words
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive $command; } >"$log" 2>&1; then
        tail -20 "$log" >&2
        exit 1
    fi
    rm -f "$log"
}

venv() {
    debian python
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        say "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..."
        exit 1
    }
    if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
        debian venv
        rm -rf .venv
        "$PYTHON" -m venv .venv
    fi
    say "Installing $1 into .venv ..."
    pip="-m pip install -qq --disable-pip-version-check"
    # shellcheck disable=SC2086  # the arguments are separate words
    .venv/bin/python $pip --require-hashes -r "$1" && .venv/bin/python $pip --no-deps --no-build-isolation -e .
}

node() {
    debian node npm
    say "Installing package-lock.json into node_modules ..."
    npm ci --ignore-scripts --loglevel=error >/dev/null
}

"$@"
