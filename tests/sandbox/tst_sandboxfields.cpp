// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxbackend.h"
#include "tests/contract/fieldchanges.h"

#include <QTest>

int main(int argc, char *argv[])
{
    lvs::SandboxBackend backend;
    lvs::FieldChanges changes(backend);
    return QTest::qExec(&changes, argc, argv);
}
