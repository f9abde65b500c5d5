// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/directorview.h"
#include "app/pages/rulespage.h"
#include "tests/app/windowtest.h"
#include "tests/support/objects.h"
#include "tests/support/sharedmachine.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QThreadPool>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The window while directors take turns in it: what belongs to a hidden one does not reach the person.
class TestMainWindow : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_machine = std::make_unique<SharedMachine>();
        m_machine->execute({AddService{service(web)}, AddServer{web, server(11)}, AddService{service(database)},
                            AddServer{database, server(13)}});
        openWindow([this] { return m_machine->makeBackend(); }, 2);
        m_other = addDirector(u"other"_s);
    }
    void readingThatOutlastsTheVisitOpensNoDialog_data();
    void readingThatOutlastsTheVisitOpensNoDialog();
    void statusBarIsOfTheShownDirector();
    void howOftenItIsReadIsShown();
    void cleanup()
    {
        m_window.reset();
        m_other.reset();
        m_director.reset();
        m_machine.reset();
    }

private:
    std::unique_ptr<SharedMachine> m_machine;
    std::unique_ptr<LocalDirector> m_other;
};

void TestMainWindow::readingThatOutlastsTheVisitOpensNoDialog_data()
{
    QTest::addColumn<PageId>("page");
    QTest::addColumn<QString>("what");
    QTest::newRow("clear the table") << PageId::Services << u"clear"_s;
    QTest::newRow("duplicate") << PageId::Services << u"duplicate"_s;
    QTest::newRow("start a sync daemon") << PageId::System << u"masterDaemon"_s;
}

void TestMainWindow::readingThatOutlastsTheVisitOpensNoDialog()
{
    QFETCH(const PageId, page);
    QFETCH(const QString, what);
    const auto ask = [&] {
        auto *view = m_window->findChild<DirectorView *>();
        view->showPage(page);
        if (page == PageId::Services) {
            choose({model()->indexOf(web)});
            trigger(what);
        } else {
            QTRY_VERIFY(find<QPushButton>(what)->isEnabled());
            find<QPushButton>(what)->click();
        }
    };
    const auto answered = [this] {
        const auto later = m_director->read({.allServers = true}); // behind the one the dialog waits for
        return QTest::qWaitFor([&] { return later.isFinished(); });
    };
    ask();
    QTRY_VERIFY(m_window->findChild<QDialog *>()); // so it is while the person stays
    m_window->findChild<QDialog *>()->reject();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());

    m_machine->hold();
    const auto change = m_director->apply({{EditServer{web, server(11), server(11, 5)}}}); // what is read waits for it
    ask();
    m_window->select(m_other.get());
    m_machine->release();
    QVERIFY(answered());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!m_window->findChild<QDialog *>());
}

void TestMainWindow::statusBarIsOfTheShownDirector()
{
    const auto *said = m_window->statusBar()->findChild<QLabel *>();
    m_window->findChild<DirectorView *>()->showPage(PageId::Rules);
    auto *hidden = m_window->findChild<RulesPage *>();
    Q_EMIT hidden->summaryChanged(u"of the first"_s);
    QCOMPARE(said->text(), u"of the first"_s);
    m_window->select(m_other.get());
    const QString before = said->text();
    QVERIFY(before != u"of the first"_s);
    Q_EMIT hidden->summaryChanged(u"of the first"_s); // as when its rules have been checked
    QCOMPARE(said->text(), before);
}

void TestMainWindow::howOftenItIsReadIsShown()
{
    const auto *pace = m_window->findChild<DirectorView *>()->findChild<QLabel *>(u"readingPace"_s);
    QTRY_VERIFY(pace->isVisible());
    QCOMPARE(pace->text(), u"read every 1 s"_s);
    QVERIFY2(pace->toolTip().contains(u" ms"_s), qPrintable(pace->toolTip()));
    QCOMPARE(pace->accessibleDescription(), pace->toolTip());
    m_window->select(m_other.get()); // nobody looks any more
    QTRY_VERIFY(pace->isHidden());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
