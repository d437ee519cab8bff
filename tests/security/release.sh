#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Builds what people run (preset "release") where it is not built yet, and looks at how it defends itself.
#
#   tests/security/release.sh SOURCE_TREE
set -eu
cd "$1"
cmake --preset release >/dev/null
cmake --build --preset release
tests/security/hardening.sh --release build/release/src/kindly
