// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/realserverspage.h"
#include "app/pages/serviceactions.h"
#include "app/setup/setupwizard.h"
#include "tests/app/setupcluster.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace lvs::test {

inline constexpr auto patience = std::chrono::minutes(2);

/// The page of a cluster's director.
struct Shown {
    Shown()
        : page(&cluster.session, &actions, &cluster.sessions, &cluster.hosts)
    {
        page.resize(1200, 760);
        page.show();
    }
    bool isOpen()
    {
        cluster.director.director().open();
        return QTest::qWaitFor([this] { return isConnected(cluster.director.director().status().link); }, patience) &&
               QTest::qWaitForWindowActive(&page);
    }
    template<class T = QWidget> T *find(const QString &name) const
    {
        T *found = page.findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    SetupWizard *wizard() const { return page.findChild<SetupWizard *>(); }
    bool openWizard(const std::optional<ServiceKey> &service = {})
    {
        page.setUp(service);
        // The page below may still be about to become the active window.
        return QTest::qWaitFor([this] { return wizard() && wizard()->isVisible(); }, patience) &&
               QTest::qWaitFor(
                   [this] {
                       wizard()->activateWindow();
                       return wizard()->isActiveWindow();
                   },
                   patience);
    }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
    bool click(const QString &name) const
    {
        const bool enabled = QTest::qWaitFor([&] { return button(name)->isEnabled(); }, patience);
        QTest::mouseClick(button(name), Qt::LeftButton);
        return enabled;
    }
    QString title() const { return find<QLabel>(QStringLiteral("wizardTitle"))->text(); }

    SetupCluster cluster;
    ServiceActions actions;
    RealServersPage page;
};

inline QStringList columnOf(const QTreeView &view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        texts << view.model()->index(row, column).data().toString();
    return texts;
}

} // namespace lvs::test
