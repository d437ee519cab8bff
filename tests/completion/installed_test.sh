#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# An installed kindly brings its completions to where the shells look for them, in English, whoever built it.
set -eu
kindly=$1 build=$2 cmake=$3

HOME=$(mktemp -d)
export HOME LC_ALL=C
trap 'rm -rf "$HOME"' EXIT
unset XDG_DATA_HOME XDG_CONFIG_HOME KINDLY_DATA_DIR LANGUAGE

failed=0
same_script() { # shell, file
    if ! "$kindly" completion "$1" | cmp - "$2"; then failed=1; fi
}
"$cmake" --install "$build" --prefix "$HOME/local" >/dev/null
same_script bash "$HOME/local/share/bash-completion/completions/kindly"
same_script zsh "$HOME/local/share/zsh/site-functions/_kindly"
same_script fish "$HOME/local/share/fish/vendor_completions.d/kindly.fish"

# A system's own: Debian's zsh looks in another folder.
DESTDIR=$HOME/root "$cmake" --install "$build" --prefix /usr >/dev/null
folder=site-functions
[ ! -e /etc/debian_version ] || folder=vendor-completions
same_script zsh "$HOME/root/usr/share/zsh/$folder/_kindly"

# Built by somebody who speaks German.
LC_ALL=C.UTF-8 LANGUAGE=de "$kindly" completion fish | cmp - "$HOME/local/share/fish/vendor_completions.d/kindly.fish" || failed=1
exit "$failed"
