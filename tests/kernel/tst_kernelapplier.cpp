// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/kernelbackend.h"
#include "tests/kernel/freshnetwork.h"
#include "tests/support/appliercontract.h"

#include <QTest>

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    lvs::test::ApplierContract contract([] { return std::make_unique<lvs::KernelBackend>(); });
    return QTest::qExec(&contract, argc, argv);
}
