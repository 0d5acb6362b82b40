#!/bin/bash
# Builds the program and lets it do the whole job in a fresh folder, then serve until it is stopped (`shiming demo`).
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d .build/debug ] || echo "First build: some minutes, most of them for the packages this stands on."
Scripts/swift-build.sh --product shiming
rm -rf .demo
exec "$(swift build --show-bin-path)/shiming" demo --data .demo ${DEMO:-}
