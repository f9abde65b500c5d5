# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The LVS Console developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What the lab's commands share; sourced, not run.
# LVS_LAB_STATE holds: lock (held while the lab's machine lives), pid, ssh_config with its keys, machines/NAME (each machine's changes to
# the common root), journal, log/.
lab=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
checkout=$(readlink -f "$lab/../..")
# shellcheck source=packaging/buildroot/common.sh
. "$checkout/packaging/buildroot/common.sh"
state=${LVS_LAB_STATE:?}

# The machine holds a lock, so a state left behind by a killed run is told from a living one without guessing at process ids.
lab_alive() { [ -e "$state/lock" ] && ! flock -n "$state/lock" true; }

lab_ready() { lab_alive && [ -e "$state/machines/director/changes/var/lib/lab/ready" ]; }

need_lab() { lab_ready || fail "the lab is not running; start it with tests/lab/lab up"; }

# on HOST CMD…: runs CMD on the host, with its arguments as they are and its exit status.
on() {
    local host=$1
    shift
    ssh -F "$state/ssh_config" -o ControlMaster=auto -o ControlPath="$state/%n.ssh" -o ControlPersist=60 -o LogLevel=ERROR \
        director "on $host ${*@Q}"
}
