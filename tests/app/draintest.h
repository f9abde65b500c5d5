// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/drainwatch.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace lvs::test {

/// A Qt Test class on a session whose director answers when the test lets it.
class DrainTest : public QObject
{
    Q_OBJECT

protected:
    /// For init(): an unlocked director with a table that has been read.
    void begin(const TableOfTest &table)
    {
        m_watch.reset();
        m_session.reset();
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_watch = std::make_unique<DrainWatch>(m_session.get());
        m_session->watcher()->watch(this, {.allServers = true});
        m_director->open();
        m_director->unlock();
        m_table = table;
        read();
    }
    void read()
    {
        m_session->watcher()->refresh();
        QSignalSpy taken(m_session->watcher(), &TableWatcher::snapshotTaken);
        m_director->answer(*m_table.read());
        QVERIFY(QTest::qWaitFor([&] { return taken.size() > 0; }));
    }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
    std::unique_ptr<DrainWatch> m_watch;
    TableOfTest m_table;

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
};

} // namespace lvs::test
