#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# What a finished program can and cannot do, read from the program itself.
#
#   tests/security/hardening.sh [--release] KINDLY_BINARY
#
# Always: no network, no shell and no other way to run what a text says; nothing on its stack is run as code, and,
# but for a build with sanitizers, it can be loaded anywhere. --release: also what cmake/Compiler.cmake adds for people.
# Prints a line for each; exits 1 if one does not hold.
#
# The shared libraries that it loads are the system's: the C library has sockets, and none of ours calls them. What they
# bring is listed, so that nobody has to believe more than is shown.
set -u

release=no
[ "${1-}" != --release ] || { release=yes && shift; }
[ $# -eq 1 ] && [ -x "$1" ] || { echo "usage: hardening.sh [--release] KINDLY_BINARY" >&2; exit 2; }
binary=$1
export LC_ALL=C
failed=no
shows() { # what is shown; whether it is so, 0 or not
    if [ "$2" = 0 ]; then echo "holds   $1"; else echo "FAILS   $1" >&2; failed=yes; fi
}
used=$(nm -D --undefined-only "$binary" | sed -E 's/^ *[Uw] //; s/@.*//' | sort -u)
none_of() { ! printf '%s\n' "$used" | grep -xE "$1" >&2; }
libraries=$(readelf -dW "$binary" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | tr '\n' ' ')
sanitized=no archives=no
printf '%s\n' "$used" | grep -q '^__asan_init' && sanitized=yes
case $libraries in *sqlite*ncurses* | *ncurses*sqlite*) ;; *) archives=yes ;; esac

[ -n "$used" ]
shows "its symbols can be read" $?
if [ "$sanitized" = yes ]; then
    echo "left out: what it calls (sanitizers bring calls of their own)"
else
    none_of '(__)?(socket|socketpair|connect|bind|listen|accept4?|send|sendto|sendmsg|sendmmsg|recv|recvfrom|recvmsg|recvmmsg|getaddrinfo|getnameinfo|gethostby.*|res_.*|getpeername|getsockname|shutdown|if_.*)'
    shows "no call of its own reaches a network" $?
    none_of 'system|popen|execl|execle|execlp|execv|execvp|execvpe|fexecve|wordexp|posix_openpt'
    shows "no shell, and no other way to run what a text says" $?
    # A program that SQLite and ncurses are part of has their calls among its own.
    [ "$archives" = yes ] && echo "left out: calls without a limit, loading by name (SQLite or ncurses are part of it)"
    [ "$archives" = yes ] || none_of 'dlopen|dlmopen|sqlite3_enable_load_extension'
    shows "no library is loaded by name" $?
    [ "$archives" = yes ] || none_of 'gets|strcpy|strcat|sprintf|vsprintf|tmpnam|tempnam|mktemp|mkstemp|tmpfile'
    shows "no call without a limit, no temporary file that others could guess" $?
fi
none_of 'ptrace|process_vm_.*|setuid|seteuid|setresuid|setgid'
shows "nothing about other programs, nothing about other users" $?
! readelf -lW "$binary" | grep -q 'GNU_STACK.*E'
shows "nothing on the stack is run as code" $?
! readelf -lW "$binary" | grep -E '^ *LOAD' | grep -q 'RWE'
shows "no memory is both written and run" $?
if [ "$sanitized" = yes ]; then
    echo "left out: whether it can be loaded anywhere (with sanitizers it cannot; cmake/Compiler.cmake says why)"
else
    readelf -hW "$binary" | grep -q 'Type:.*DYN'
    shows "it can be loaded anywhere (PIE)" $?
fi
! readelf -dW "$binary" | grep -qE '\((RPATH|RUNPATH)\)'
shows "it looks for libraries nowhere of its own" $?
if [ "$release" = yes ]; then
    readelf -lW "$binary" | grep -q GNU_RELRO && readelf -dW "$binary" | grep -qE 'BIND_NOW|FLAGS.*NOW'
    shows "what links calls is read-only once it is started (full RELRO)" $?
    printf '%s\n' "$used" | grep -qx __stack_chk_fail
    shows "a stack that was written over ends the program" $?
    printf '%s\n' "$used" | grep -qE '^__.*_chk$'
    shows "calls of the C library know the size of what they fill (FORTIFY)" $?
    printf '%s\n' "$used" "$(nm "$binary" 2>/dev/null | sed 's/.* //')" | grep -qx '_ZSt21__glibcxx_assert_failPKciS0_S0_'
    shows "the C++ library checks what it is given" $?
    if readelf -hW "$binary" | grep -q 'Machine:.*X86-64'; then
        # Not the program's own note: it is set only where every library and the C run time have it too.
        [ "$(objdump -d --no-show-raw-insn --section=.text "$binary" | grep -c endbr64)" -gt 1000 ]
        shows "its functions are marked as places where jumps may lead (CET)" $?
    fi
fi
echo "shared libraries: $libraries"
[ "$failed" = no ]
