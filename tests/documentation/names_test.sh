#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What the pages for people name is there: every link between them leads to a file, and to a heading of it; every file, folder and
# script that ARCHITECTURE.md, CONTRIBUTING.md, SECURITY.md, the README and po/README.md write like `code` exists; the manual
# pages refer to pages and to sections that there are.
#
# NAME, ID, CODE and other words in capitals stand for any name.
set -eu
cd "$1"
failed=0
fails() {
    echo "$*"
    failed=1
}
pages=(README.md ARCHITECTURE.md CONTRIBUTING.md SECURITY.md CHANGELOG.md po/README.md exercises/README.md)

# A heading as a link writes it: small letters, a hyphen for each space, nothing else but letters and digits.
headings() { sed -nE 's/^#+ (.*)/\1/p' "$1" | tr '[:upper:]' '[:lower:]' | tr -cd 'a-z0-9 \n-' | tr ' ' '-'; }

links=0
for page in "${pages[@]}"; do
    [ -f "$page" ] || { fails "$page is missing"; continue; }
    while IFS= read -r link; do
        case $link in http://* | https://*) continue ;; esac
        links=$((links + 1))
        file=${link%%#*}
        if [ -z "$file" ]; then target=$page; else target=$(dirname "$page")/$file; fi
        if [ ! -e "$target" ]; then
            fails "$page: the link ($link) leads nowhere"
        elif [ "$file" != "$link" ] && ! headings "$target" | grep -qxF -- "${link#*#}"; then
            fails "$page: there is no heading for the link ($link)"
        fi
    done < <(sed '/^```/,/^```/d' "$page" | grep -oE '\]\([^) ]+\)' | sed 's/^](//; s/)$//')
done
[ "$links" -ge 5 ] || fails "too few links were found"

# Files: with a folder before them, or with an ending, or the name of a folder of src/ with a file of it.
there() { # name
    local name=$1 pattern
    name=${name#./}
    pattern=$(sed -E 's/[A-Z][A-Z]+/*/g' <<<"$name")
    for pattern in "$name" "$pattern" "src/$pattern" "src/$pattern.?pp" "tests/$pattern" "man/$pattern"; do
        if compgen -G "$pattern" >/dev/null; then return 0; fi
    done
    # A file named without its folder, after one of the same folder.
    [[ $name != */* ]] && [ -n "$(find src exercises cmake po tests/support -name "$name" -print -quit)" ]
}
names=0
for page in ARCHITECTURE.md CONTRIBUTING.md SECURITY.md README.md po/README.md; do
    [ -f "$page" ] || continue
    while IFS= read -r name; do
        case $name in
            *[\ \"\(\<\>=\$~\;,]* | -* | /* | *//* | .[a-z].* | build/*) continue ;; # commands, options, folders of a machine
            *.db | *.jsonl | *.json.* | config.toml | me.json | contacts.json | endwin*) continue ;; # what it keeps
        esac
        [[ $name == */* || $name =~ ^[A-Za-z_.*-]+\.(cpp|hpp|md|sh|json|cmake|txt|po|pot)$ ]] || continue
        names=$((names + 1))
        there "$name" || { [ "$page" = po/README.md ] && there "po/$name"; } || fails "$page: there is no $name"
    done < <(sed '/^```/,/^```/d' "$page" | grep -oE '`[^`]+`' | tr -d '`')
done
[ "$names" -ge 60 ] || fails "too few names of files were found"

# Each layer is in the drawing of ARCHITECTURE.md, in its table, and in src/.
for layer in $(sed -nE 's/^kindly_layer\(([a-z]+).*/\1/p' src/CMakeLists.txt); do
    [ -d "src/$layer" ] || fails "src/CMakeLists.txt names the layer $layer, and there is no such folder"
    grep -qE "^$layer +[a-z]" ARCHITECTURE.md || fails "ARCHITECTURE.md does not say what $layer is"
    grep -qE "^\| $layer[, ]" ARCHITECTURE.md || fails "ARCHITECTURE.md does not say what $layer may include"
done

references=0
for page in man/*; do
    while read -r name section; do
        references=$((references + 1))
        [ -f "man/$name.$section" ] || fails "$page refers to $name($section), which there is not"
    done < <(sed -nE 's/.*\.?Xr (kindly[a-z-]*) ([0-9]).*/\1 \2/p' "$page")
    while IFS= read -r heading; do
        grep -qE "^\.S[hs] $heading\$" "$page" || fails "$page refers to a section \"$heading\" that it does not have"
    done < <(sed -nE 's/^\.(Pq see )?Sx (.*[A-Za-z]) ?[.,)]*$/\2/p' "$page")
done
[ "$references" -ge 10 ] || fails "too few references were found"
for page in "${pages[@]}"; do
    while IFS= read -r reference; do
        name=${reference%(*} section=${reference#*(}
        [ -f "man/$name.${section%)}" ] || fails "$page names $reference, which there is not"
    done < <(grep -oE 'kindly[a-z-]*\([0-9]\)' "$page" | sort -u)
done
exit "$failed"
