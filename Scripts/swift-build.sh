#!/bin/bash
# `swift build` with the flags that every build of this project takes, so that none of them builds again what another has built.
# More arguments follow: --build-tests, -c release, --product shiming.
# --tested alone builds what `make test` runs: the program, optimised as it is shipped, and all tests. They reach what is internal, which takes
# a flag of its own, so this lies in a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = --tested ]; then
    set -- -c release --scratch-path .build/tested -Xswiftc -enable-testing --build-tests
fi
exec swift build --explicit-target-dependency-import-check error "$@"
