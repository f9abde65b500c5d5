// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/drainassistant.h"
#include "tests/app/draintest.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The assistant beside a director whose answers come when the test lets them.
class TestDrainAssistant : public DrainTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_assistant.reset();
        TableOfTest table = courseTable();
        for (ServerState &state : table.servers(web)) {
            state.config.weight = 0;
            state.activeConnections = 5;
        }
        begin(table);
        m_watch->add({{web, server(11, 0)}, {web, server(12, 0)}});
        m_assistant = std::make_unique<DrainAssistant>(m_session.get(), m_watch.get(), nullptr);
        m_assistant->show();
    }

    void selectionStaysWithTheServer()
    {
        list()->setCurrentItem(list()->topLevelItem(1));
        m_table.servers(web).erase(m_table.servers(web).begin());
        read();
        QCOMPARE(list()->topLevelItemCount(), 1);
        QVERIFY(list()->topLevelItem(0)->isSelected());
        QCOMPARE(list()->topLevelItem(0)->text(0), u"192.168.10.12:80"_s);
    }

    void selectionDoesNotFallOnAnother()
    {
        list()->setCurrentItem(list()->topLevelItem(0));
        m_assistant->findChild<QCheckBox *>(u"whenEmpty"_s)->click();
        m_watch->forget({web, server(11).key});
        const auto &left = m_watch->drains();
        QCOMPARE(left.size(), 1u);
        QVERIFY(!left.front().removeWhenEmpty);
        QVERIFY(!m_assistant->findChild<QCheckBox *>(u"whenEmpty"_s)->isChecked());
    }

    void leavingTheMinutesKeepsTheDeadline()
    {
        auto *minutes = m_assistant->findChild<QSpinBox *>(u"minutes"_s);
        m_assistant->findChild<QCheckBox *>(u"atDeadline"_s)->click();
        const QDateTime earlier = m_watch->drains().front().deadline.addSecs(-600); // as if it had been set long ago
        m_watch->setDeadline({web, server(11).key}, earlier);
        minutes->setFocus();
        m_assistant->findChild<QPushButton *>(u"forget"_s)->setFocus();
        QCOMPARE(m_watch->drains().front().deadline, earlier);

        minutes->selectAll();
        QTest::keyClicks(minutes, u"45"_s);
        QCOMPARE(m_watch->drains().front().deadline, earlier); // not with each digit
        QTest::keyClick(minutes, Qt::Key_Return);
        QVERIFY(m_watch->drains().front().deadline > earlier);
    }

private:
    QTreeWidget *list() const { return m_assistant->findChild<QTreeWidget *>(u"drainList"_s); }

    std::unique_ptr<DrainAssistant> m_assistant;
};

QTEST_MAIN(TestDrainAssistant)
#include "tst_drainassistant.moc"
