#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# A rule that cannot fail keeps nothing: each is broken once, in a made-up tree, and must be found.
set -eu

rules=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/rules.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=no

fresh() {
    rm -rf "$tree/src"
    mkdir -p "$tree"/src/{base,render,exercise,session,guide,person,journal,commands}
    for layer in base render exercise session guide person journal commands; do
        printf '// SPDX-License-Identifier: MIT\n// A header.\n#pragma once\n' >"$tree/src/$layer/part.hpp"
        printf '// SPDX-License-Identifier: MIT\n#include "%s/part.hpp"\n' "$layer" >"$tree/src/$layer/part.cpp"
    done
    printf '// SPDX-License-Identifier: MIT\nint main() {}\n' >"$tree/src/main.cpp"
    printf '%s\n' 'base      x' 'render    x' 'exercise  x' 'session   x' 'guide     x' 'person    x' 'journal   x' 'commands  x' \
        >"$tree/ARCHITECTURE.md"
}

found() { # what is done to the tree, then the file that must be named
    if "$rules" "$tree" >"$tree/said"; then
        echo "not found: $1" >&2
        failed=yes
    elif ! grep -qF "$2" "$tree/said"; then
        echo "found, but not at $2: $1" >&2
        cat "$tree/said" >&2
        failed=yes
    fi
}

fresh
"$rules" "$tree" >/dev/null || { echo "a clean tree is refused" >&2; failed=yes; }
printf '// std::cout is not used here\n' >>"$tree/src/base/part.cpp"
"$rules" "$tree" >/dev/null || { echo "a comment is refused" >&2; failed=yes; }

breaks() { # file, line
    fresh
    printf '%s\n' "$2" >>"$tree/src/$1"
    found "$2" "src/$1"
}
breaks session/part.cpp '#include <iostream>'
breaks session/part.cpp '#include <nlohmann/json.hpp>'
breaks session/part.hpp '#include "base/clock.hpp"'
breaks session/part.cpp '#include <SQLiteCpp/SQLiteCpp.h>'
breaks commands/part.cpp 'auto now = std::chrono::steady_clock::now();'
breaks journal/part.cpp 'auto now = std::time(nullptr);'
breaks render/part.cpp '#include "exercise/exercise.hpp"'
breaks render/part.hpp '#include <kainjow/mustache.hpp>'
breaks guide/part.cpp '#include "journal/journal.hpp"'
breaks guide/part.cpp '#include "person/preferences.hpp"'
breaks person/part.cpp '#include <CLI/CLI.hpp>'
breaks commands/part.cpp '#include <CLI/CLI.hpp>'
breaks base/part.cpp 'void f() { std::cerr << 1; }'
breaks journal/part.cpp 'void f() { exit(1); }'
breaks exercise/part.cpp '#include <sys/socket.h>'
breaks commands/part.hpp '#include <nlohmann/json.hpp>'
fresh && sed -i 1d "$tree/src/base/part.cpp" && found "no licence" src/base/part.cpp
fresh && sed -i 2d "$tree/src/base/part.hpp" && found "a header without a word" src/base/part.hpp
fresh && yes '// line' | head -n 401 >>"$tree/src/base/part.cpp" && found "a long file" src/base/part.cpp
fresh && mkdir "$tree/src/extra" && found "a layer that nobody names" extra

[ "$failed" = no ]
