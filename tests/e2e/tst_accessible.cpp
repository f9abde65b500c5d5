// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include <QTest>

using namespace lvs::e2e;
using namespace Qt::StringLiterals;

/// The driver against a small window, so that a failure of the main job is never one of the driver.
class TestAccessible : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_program.reset(); }

    void fillsAFormAndConfirmsADialog();
    void choosesFromMenuAndToolBar();
    void readsAndSelectsCells();
    void pointerAndKeyboardEditACell();
    void refusesWhatIsDisabled();

private:
    QString logged() { return m_program->need(role::Label, u"Log").description(); }

    std::unique_ptr<Program> m_program;
};

void TestAccessible::init()
{
    m_program = std::make_unique<Program>(QStringLiteral(SPECIMEN));
    m_program->start();
}

void TestAccessible::fillsAFormAndConfirmsADialog()
{
    m_program->setText(u"Address", u"172.18.100.6"_s);
    m_program->setText(u"Password", u"geheim"_s);
    m_program->setValue(u"Weight", 10);
    m_program->choose(u"Scheduler", u"wrr");
    m_program->check(u"Persistent", true);
    m_program->press(u"Add");
    m_program->need(role::Dialog, u"Really?");
    m_program->press(u"Yes");
    QTRY_COMPARE(logged(), u"172.18.100.6 geheim 10 wrr 1"_s);
    QVERIFY(m_program->find(role::Dialog, u"Really?").isNull());
    QCOMPARE(m_program->need(role::Text, u"Address").text(), u"172.18.100.6"_s);
    QCOMPARE(m_program->need(role::SpinBox, u"Weight").value(), 10.0);
}

void TestAccessible::choosesFromMenuAndToolBar()
{
    m_program->openMenu({u"File"_s, u"Refresh"_s});
    QTRY_COMPARE(logged(), u"refreshed"_s);
    m_program->press(u"Undo");
    QTRY_COMPARE(logged(), u"undone"_s);
}

void TestAccessible::readsAndSelectsCells()
{
    const auto tree = m_program->need(role::Tree, u"Services");
    QCOMPARE(tree.rowCount(), 3);
    QCOMPARE(Program::findColumn(tree, u"Weight"), 1);
    QCOMPARE(Program::findColumn(tree, u"Nothing"), -1);
    const int row = Program::findRow(tree, u"192.168.10.12:80");
    QCOMPARE(row, 2);
    QCOMPARE(tree.cell(row, 1).name(), u"3"_s);
    QVERIFY(!tree.cell(row, 0).is(State::Selected));
    QVERIFY(tree.selectRow(row));
    QVERIFY(tree.cell(row, 0).is(State::Selected));
}

void TestAccessible::pointerAndKeyboardEditACell()
{
    const auto tree = m_program->need(role::Tree, u"Services");
    Program::doubleClick(tree.cell(2, 1));
    Program::typeText(u"42"_s);
    Program::typeKey(u"Return"_s);
    QTRY_COMPARE(tree.cell(2, 1).name(), u"42"_s);
}

void TestAccessible::refusesWhatIsDisabled()
{
    const auto button = m_program->need(role::Button, u"Never");
    QVERIFY(!button.is(State::Enabled));
    QVERIFY(!button.press());
    QVERIFY(m_program->find(role::Button, u"No such button").isNull());
    QVERIFY(Accessible().isNull());
}

QTEST_GUILESS_MAIN(TestAccessible)
#include "tst_accessible.moc"
