# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The LVS Console developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Messages and places shared by the commands; sourced, not run.

say() { printf '==> %s\n' "$*" >&2; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Everything that is made once and kept lives here: build roots, compiler cache, lab states.
: "${LVS_CACHE:=${XDG_CACHE_HOME:-$HOME/.cache}/lvs-console}"
export LVS_CACHE

# package_list FILE: the packages named in a list, one a line.
package_list() { grep -Ev '^(#|$)' "$1"; }
