#!/bin/bash
# Installs what a fresh Debian 12 with a Swift toolchain lacks, and the Python environment of the system tests.
# May be run at any time; does nothing, quickly, when all is there. Without root and without sudo that asks no password it prints
# the command to type and ends with 1. With --bench it installs what `make bench` needs besides.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "setup: $*" >&2; }

# --- Swift: never installed for you, only named.
if ! command -v swift > /dev/null; then
    say "no Swift toolchain found; Swift 6.2 or newer is needed: https://www.swift.org/install/linux/"
    exit 1
fi
version=$(swift --version 2> /dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
read -r major minor <<< "${version:-0 0}"
if ((major < 6 || (major == 6 && minor < 2))); then
    say "this is Swift $major.$minor; 6.2 or newer is needed: https://www.swift.org/install/linux/"
    exit 1
fi

# --- Packages: libraries we link, what the Swift compiler needs for C and C++, tools of the tests.
packages=(
    libsqlite3-dev libpq-dev libzip-dev libexpat1-dev libjpeg-dev libpng-dev libqpdf-dev libqrencode-dev libssl-dev zlib1g-dev
    libtesseract-dev tesseract-ocr-chi-sim libdlib-dev libzbar-dev libfreetype-dev libcurl4-openssl-dev fonts-noto-cjk
    pkg-config gcc g++ libc6-dev make git
    python3 python3-venv sqlite3 postgresql postgresql-client curl ca-certificates valgrind
    fonts-ocr-b chromium-headless-shell
)
tools=(pkg-config cc c++ make git python3 sqlite3 psql curl valgrind)
if [ "${1:-}" = --bench ]; then
    packages+=(wrk nginx)
    tools+=(wrk nginx)
fi

if command -v dpkg-query > /dev/null; then
    installed=$(dpkg-query -W -f='${binary:Package} ${db:Status-Abbrev}\n' "${packages[@]}" 2> /dev/null | sed -nE 's/^([^: ]+)(:[a-z0-9]+)? ii ?$/\1/p' || true)
    missing=()
    for package in "${packages[@]}"; do
        grep -qxF "$package" <<< "$installed" || missing+=("$package")
    done
    if ((${#missing[@]})); then
        if [ "$(id -u)" = 0 ]; then as_root=(); elif sudo -n true 2> /dev/null; then as_root=(sudo -n); else as_root=(false); fi
        if [ "${as_root[*]:-}" = false ]; then
            say "these packages are missing; please type"
            say "    sudo apt-get update && sudo apt-get install -y ${missing[*]}"
            exit 1
        fi
        say "installing ${missing[*]}"
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
        if [[ " ${missing[*]} " == *" nginx "* ]]; then
            # Debian starts what it installs; the benchmark starts an nginx of its own.
            "${as_root[@]}" service nginx stop > /dev/null 2>&1 || true
            "${as_root[@]}" update-rc.d nginx disable > /dev/null 2>&1 || true
        fi
    fi
else
    # Another system: what cannot be found is named, in Debian's words.
    missing=()
    for tool in "${tools[@]}"; do command -v "$tool" > /dev/null || missing+=("$tool"); done
    command -v chromium-headless-shell chromium > /dev/null || missing+=(chromium)
    for library in sqlite3 libpq libzip expat libjpeg libpng libqpdf libqrencode libcrypto zlib tesseract dlib-1 zbar freetype2 libcurl; do
        pkg-config --exists "$library" 2> /dev/null || missing+=("$library (headers)")
    done
    if ((${#missing[@]})); then
        say "this is no Debian; please install the equivalents of: ${missing[*]}"
        exit 1
    fi
fi

# The letters of the watermark, and of comparisons: no program finds them missing before a copy is asked for.
fonts=/usr/share/fonts/opentype/noto
for font in NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc; do
    [ -f "$fonts/$font" ] || say "$fonts/$font is missing; until it is there evidence cannot be opened"
done

# --- The Python environment, made again when its list of packages or the interpreter changes.
wanted=$(sha256sum Tests/System/requirements.txt | cut -d ' ' -f 1)
if [ "$(cat .venv/requirements.sha256 2> /dev/null)" != "$wanted" ] || [ ! -x .venv/bin/python ]; then
    say "making the Python environment in .venv"
    rm -rf .venv
    python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement Tests/System/requirements.txt
    echo "$wanted" > .venv/requirements.sha256
fi
