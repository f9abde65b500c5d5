// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/environmenttext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

} // namespace

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Unmarked:
        break;
    case Environment::Test:
        return Words::tr("test");
    case Environment::Production:
        return Words::tr("production");
    }
    return {};
}

QString directorText(const QString &hostName, Environment environment)
{
    const QString name = hostName.isEmpty() ? Words::tr("This computer") : hostName;
    const QString mark = environmentText(environment);
    return mark.isEmpty() ? name : Words::tr("%1 (%2)", "director and its environment").arg(name, mark);
}

} // namespace lvs
