// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace lvs::test {

struct TestCertificate {
    QSslCertificate certificate{};
    QSslKey key{};
};

/// One that has signed itself, good for a day; the same for the same number as long as the program runs.
const TestCertificate &testCertificate(int number);

} // namespace lvs::test
