#!/bin/bash
# `swift build` with the flags that every build of this project takes, so that none of them builds again what another has built.
# More arguments follow: --build-tests, -c release, --product shiming.
set -euo pipefail
cd "$(dirname "$0")/.."
exec swift build --explicit-target-dependency-import-check error "$@"
