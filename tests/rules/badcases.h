// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace lvs::test {

/// A bad rule file and what is found first in it. In data/bad there is a line for each: "CODE LINE:COLUMN TEXT", where
/// \n, \r, \t, \\ and \xNN stand for bytes that a line can't hold; lines and columns count from 1.
struct BadCase {
    QString name{};
    QByteArray bytes{};
    QString code{};
    int line = 0;
    int column = 0;
};

QList<BadCase> badCases();

} // namespace lvs::test
