// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keepalived/configtextdialog.h"
#include "app/keepalived/keepaliveddialog.h"
#include "app/keepalived/keepalivedtools.h"
#include "app/pages/directorview.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/text/ownertext.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/pendingdock.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>
#include <QTreeWidget>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using keepalived::ConfigFile;

namespace {

/// The web service of the course as keepalived has it, with another weight.
const QString config = u"virtual_server 172.18.100.6 80 {\n    lvs_sched rr\n    lvs_method NAT\n    protocol TCP\n"
                       "    real_server 192.168.10.11 80 {\n        weight 7\n    }\n"
                       "    real_server 192.168.10.12 80 {\n        TCP_CHECK {\n        }\n    }\n}\n"_s;

/// A director beside whose console keepalived may run.
class OwnedDirector : public FakeDirector
{
public:
    QFuture<Result<TableOwners>> readOwners() override
    {
        return QtFuture::makeReadyValueFuture(Result<TableOwners>(owners));
    }
    QFuture<Result<std::vector<ConfigFile>>> readKeepalived() override { return QtFuture::makeReadyValueFuture(files); }

    TableOwners owners{.isKnown = true, .running = {TableOwner::Keepalived}};
    Result<std::vector<ConfigFile>> files = std::vector<ConfigFile>{{u"/etc/keepalived/keepalived.conf"_s, config}};
};

} // namespace

/// What the console says and offers where keepalived keeps the table.
class TestKeepalived : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_session.reset();
        m_director = std::make_unique<OwnedDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_session->watcher()->watch(this, {});
        m_director->open();
        m_director->unlock();
        m_director->answer(*courseTable().read());
        QTRY_VERIFY(m_session->isEditable());
    }

    void ownerIsNamed()
    {
        look();
        const Snapshot *snapshot = m_session->watcher()->latest().get();
        QCOMPARE(ownersText(*m_session->ownership(), snapshot), u"keepalived owns 1 of 2"_s);
        QCOMPARE(m_session->ownership()->ownerOf(web), TableOwner::Keepalived);
        QCOMPARE(m_session->ownership()->ownerOf(database), std::nullopt);
    }

    void unreadableConfigurationMayOwnEverything()
    {
        m_director->files = std::unexpected(Error{.code = ErrorCode::FileNotRead, .values = {u"/etc/x"_s}});
        m_session->ownership()->setWatched(true);
        QTRY_VERIFY(m_session->ownership()->keepalivedError());
        QCOMPARE(ownersText(*m_session->ownership(), nullptr), u"keepalived runs here"_s);
        QCOMPARE(m_session->ownership()->ownerOf(database), TableOwner::Keepalived);
        QVERIFY(ownersExplanation(*m_session->ownership()).contains(u"/etc/x"_s));
    }

    void nobodyIsSilent()
    {
        m_director->owners = {.isKnown = true};
        const QSignalSpy looked(m_session->ownership(), &TableOwnership::changed);
        m_session->ownership()->setWatched(true);
        QTRY_VERIFY(!looked.isEmpty());
        QVERIFY(ownersText(*m_session->ownership(), nullptr).isEmpty());
        QCOMPARE(m_session->ownership()->ownerOf(web), std::nullopt);
    }

    void whatCannotBeSeenIsSaid()
    {
        QVERIFY(ownersText(*m_session->ownership(), nullptr).isEmpty()); // nobody has looked
        m_director->owners = {.isKnown = false};
        m_session->ownership()->setWatched(true);
        QTRY_COMPARE(ownersText(*m_session->ownership(), nullptr), u"other owners not known"_s);
        QVERIFY(ownersExplanation(*m_session->ownership()).contains(u"unseen"_s));
        m_director->owners = {.isKnown = false, .running = {TableOwner::Ldirectord}};
        m_session->ownership()->setWatched(true);
        QTRY_COMPARE(ownersText(*m_session->ownership(), nullptr), u"ldirectord runs here"_s);
        QVERIFY(ownersExplanation(*m_session->ownership()).contains(u"unseen"_s));
    }

    void configurationIsReachedFromEveryPage()
    {
        ServiceActions actions;
        SessionList sessions;
        HostList hosts;
        DirectorView view(m_session.get(), &actions, &sessions, &hosts);
        view.show();
        auto *configuration = view.findChild<QPushButton *>(u"ownersConfiguration"_s);
        QTRY_VERIFY(configuration->isVisible());
        for (const PageId page : pageIds()) {
            view.showPage(page);
            for (const auto &ask : {std::function([&] { configuration->click(); }),
                                    std::function([&] { actions.compareKeepalived->trigger(); })}) {
                ask();
                QPointer dialog = view.findChild<KeepalivedDialog *>();
                QVERIFY(dialog);
                dialog->close();
                QTRY_VERIFY(!dialog);
            }
        }
        m_director->owners = {.isKnown = true};
        m_session->ownership()->setWatched(true);
        QTRY_VERIFY(!configuration->isVisible());
        view.hide();
        QVERIFY(!actions.exportKeepalived->isEnabled());
    }

    void editIsWarnedOfAndTheConfigurationOffered()
    {
        PendingDock dock;
        dock.setSession(m_session.get());
        dock.show();
        look();
        auto *warning = dock.findChild<MessageBar *>(u"undoWarning"_s);
        QVERIFY(warning->isHidden());
        QVERIFY(m_session->setWeight({database, server(13, 5, 3306)}, 2));
        QVERIFY(warning->isHidden()); // not keepalived's
        QVERIFY(m_session->setWeight({web, server(11, 1)}, 9));
        QVERIFY(warning->isVisible());
        QVERIFY(warning->accessibleName().startsWith(u"keepalived will undo"_s));

        Q_EMIT warning->actionTriggered();
        ConfigTextDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = dock.findChild<ConfigTextDialog *>()));
        const QString text = dialog->findChild<QPlainTextEdit *>(u"configText"_s)->toPlainText();
        QCOMPARE(text, QString(config).replace(u"weight 7"_s, u"weight 9"_s));
        Q_EMIT warning->actionTriggered();
        QTRY_COMPARE(dock.findChildren<ConfigTextDialog *>().size(), 2);
        QCOMPARE(dock.findChildren<KeepalivedTools *>().size(), 1);
        const QString problems = dialog->findChild<QLabel *>(u"configProblems"_s)->text();
        QVERIFY(problems.contains(u"192.168.10.13:3306"_s)); // is not in it

        m_session->discardDraft();
        QVERIFY(warning->isHidden());
    }

    void differencesAreListedAndDrafted()
    {
        look();
        KeepalivedDialog dialog(m_session.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_director->answer(*courseTable().read());
        auto *list = dialog.findChild<QTreeWidget *>(u"driftList"_s);
        auto *draft = dialog.findChild<QPushButton *>(u"draftDrift"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        QVERIFY(!draft->isEnabled());
        QTreeWidgetItem *weight = list->topLevelItem(0);
        QCOMPARE(weight->text(1), u"Weight"_s);
        QCOMPARE(weight->text(2), u"1"_s);
        QCOMPARE(weight->text(3), u"7"_s);
        QCOMPARE(list->topLevelItem(1)->text(4), u"Not keepalived's"_s);
        weight->setCheckState(0, Qt::Checked);
        QVERIFY(draft->isEnabled());
        draft->click();
        RealServer heavier = server(11, 7);
        QTRY_COMPARE(m_session->draft().plan(), (ChangePlan{{EditServer{web, server(11, 1), heavier}}}));
        QTRY_VERIFY(!dialog.isVisible());
    }

    void chosenFileIsRead()
    {
        m_director->owners = {.isKnown = true};
        m_director->files = std::unexpected(Error{.code = ErrorCode::NotSupported});
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(config.toUtf8() + "bogus\n");
        file.close();
        KeepalivedDialog dialog(m_session.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.openFile(file.fileName());
        QTRY_COMPARE(dialog.findChild<QLabel *>(u"configSource"_s)->text(), file.fileName());
        auto *notes = dialog.findChild<QTreeWidget *>(u"configNotes"_s);
        QCOMPARE(notes->topLevelItemCount(), 1);
        QVERIFY(notes->topLevelItem(0)->text(0).endsWith(u":13:1"_s));
    }

    void tableIsExported()
    {
        QWidget window;
        KeepalivedTools tools(m_session.get(), &window);
        tools.exportTable();
        m_director->answer(*courseTable().read());
        QPlainTextEdit *text = nullptr;
        QTRY_VERIFY((text = window.findChild<QPlainTextEdit *>(u"configText"_s)));
        QVERIFY(text->toPlainText().contains(u"virtual_server 172.18.100.6 80 {"_s));
    }

private:
    void look()
    {
        m_session->ownership()->setWatched(true);
        QTRY_VERIFY(m_session->ownership()->keepalived());
    }

    std::unique_ptr<OwnedDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
};

QTEST_MAIN(TestKeepalived)
#include "tst_keepalived.moc"
