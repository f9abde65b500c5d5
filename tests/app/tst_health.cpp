// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/healthdialog.h"
#include "app/models/findingsmodel.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/directorview.h"
#include "app/pages/healthbar.h"
#include "app/pages/healthtools.h"
#include "app/session/directorsession.h"
#include "app/text/healthtext.h"
#include "tests/app/windowtest.h"
#include "tests/support/objects.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The health of a sandbox's servers, as a person looks at it.
class TestHealth : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { openWindow(smallCluster, 2); }

    void namesAStoppedServer();
    void checksWhatIsSelected();
    void readsServersOutOfSightFirst();
    void countsOnlyThoseThatAnswer();
    void saysThatThereIsNobodyToCheck();
    void asksForTheChosenPage();
    void goesOnWhileThePageIsOpen();
    void aServiceWithoutServersThatAnswerIsAFinding();
    void saysWhyItCantLook();
    void saysWhatWasSeen();

private:
    QString state(const ServiceKey &service, const ServerKey &server) const
    {
        return model()->indexOf(service, server).siblingAtColumn(int(ServiceColumn::State)).data().toString();
    }
    QString barText() const
    {
        QStringList texts;
        for (const QLabel *label : find<HealthBar>(u"healthBar"_s)->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    }
    bool showsText(const QWidget *widget, const QString &text) const
    {
        return std::ranges::any_of(widget->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->text().contains(text); });
    }
};

void TestHealth::namesAStoppedServer()
{
    m_director->closePort(server(12).key);
    choose({model()->indexOf(web)});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    action(u"checkHealth"_s)->trigger();
    QTRY_COMPARE(state(web, server(12).key), u"unreachable (by probe)"_s);
    QCOMPARE(state(web, server(11).key), u"serving"_s);
    QVERIFY(find<HealthBar>(u"healthBar"_s)->isVisible());
    QVERIFY2(barText().contains(u"1 of 2 real servers don't answer"), qPrintable(barText()));
    QVERIFY2(barText().contains(u"192.168.10.12:80:  ping 0.3 ms · TCP refused · HTTP refused"), qPrintable(barText()));

    choose({model()->indexOf(web, server(12).key)});
    auto *details = find<QWidget>(u"detailsPane"_s);
    QTRY_VERIFY(showsText(details, u"ping 0.3 ms · TCP refused"_s));
    QVERIFY(showsText(details, u"from the director, "_s));

    auto *filter = find<QLineEdit>(u"serviceFilter"_s);
    filter->setText(u"state:unreachable"_s);
    QTRY_COMPARE(view()->model()->rowCount(view()->model()->index(0, 0)), 1);
}

void TestHealth::checksWhatIsSelected()
{
    choose({model()->indexOf(web, server(11).key)});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    QTest::keyClick(view(), Qt::Key_H);
    QTRY_VERIFY2(barText().contains(u"The real server answers"), qPrintable(barText()));
    view()->clearSelection();
    view()->setCurrentIndex({});
    action(u"checkHealth"_s)->trigger();
    QTRY_VERIFY2(barText().contains(u"All of 3 real servers answer"), qPrintable(barText()));
}

void TestHealth::readsServersOutOfSightFirst()
{
    const ServiceKey mail = tcp(u"172.18.100.7", 25);
    change({{AddService{service(mail, u"rr")}, AddServer{mail, server(14, 1, 25)}}});
    QTRY_VERIFY(model()->indexOf(mail).isValid());
    QVERIFY(!model()->serviceAt(model()->indexOf(mail))->serversKnown); // closed, so nobody needed them
    view()->clearSelection();
    view()->setCurrentIndex({});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    action(u"checkHealth"_s)->trigger();
    QTRY_VERIFY2(barText().contains(u"All of 4 real servers answer"), qPrintable(barText()));
}

void TestHealth::countsOnlyThoseThatAnswer()
{
    const ServiceKey mail = tcp(u"172.18.100.7", 25);
    RealServer direct = server(14, 1, 25);
    direct.forwarding = Forwarding::Gatewaying;
    change({{AddService{service(mail, u"rr")}, AddServer{mail, direct}, AddServer{mail, server(15, 1, 25)}}});
    m_director->closePort(direct.key);
    QTRY_VERIFY(model()->indexOf(mail).isValid());
    choose({model()->indexOf(mail)});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    action(u"checkHealth"_s)->trigger();
    QTRY_VERIFY2(barText().contains(u"1 of 2 real servers answer"), qPrintable(barText()));
    QCOMPARE(state(mail, direct.key), u"serving"_s);
}

void TestHealth::saysThatThereIsNobodyToCheck()
{
    const ServiceKey mail = tcp(u"172.18.100.7", 25);
    change({{AddService{service(mail, u"rr")}}});
    QTRY_VERIFY(model()->indexOf(mail).isValid());
    choose({model()->indexOf(mail)});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    action(u"checkHealth"_s)->trigger();
    QTRY_VERIFY2(barText().contains(u"There is no real server to check"), qPrintable(barText()));
}

void TestHealth::asksForTheChosenPage()
{
    const ServerKey other{.address = server(13).key.address, .port = 8443};
    m_director->closePort(other);
    choose({model()->indexOf(database)});
    QTRY_VERIFY(action(u"checkHealthWith"_s)->isEnabled());
    action(u"checkHealthWith"_s)->trigger();
    auto *dialog = m_window->findChild<HealthDialog *>();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"accept"_s);
    dialog->findChild<QLineEdit *>(u"port"_s)->setText(u"0"_s);
    QVERIFY(!accept->isEnabled());
    dialog->findChild<QLineEdit *>(u"port"_s)->setText(u"8443"_s);
    accept->click();
    QTRY_COMPARE(state(database, server(13, 5, 3306).key), u"failing (by probe)"_s);
    QVERIFY2(barText().contains(u"TCP 0.3 ms · HTTP refused"), qPrintable(barText()));
}

void TestHealth::goesOnWhileThePageIsOpen()
{
    QAction *keep = action(u"keepChecking"_s);
    choose({model()->indexOf(web)});
    QTRY_VERIFY(keep->isEnabled());
    keep->trigger();
    QVERIFY(keep->isChecked());
    QTRY_VERIFY2(barText().contains(u"All of 2 real servers answer"), qPrintable(barText()));
    m_director->closePort(server(11).key);
    QTRY_COMPARE_WITH_TIMEOUT(state(web, server(11).key), u"unreachable (by probe)"_s, 120'000);
    keep->trigger();
    QVERIFY(!keep->isChecked());
}

void TestHealth::aServiceWithoutServersThatAnswerIsAFinding()
{
    m_director->closePort(server(13, 5, 3306).key);
    choose({model()->indexOf(database)});
    QTRY_VERIFY(action(u"checkHealth"_s)->isEnabled());
    action(u"checkHealth"_s)->trigger();
    QTRY_COMPARE(model()->indexOf(database).siblingAtColumn(int(ServiceColumn::State)).data().toString(),
                 u"unreachable (by probe)"_s);
    m_window->findChild<DirectorView *>()->showPage(PageId::Overview);
    const auto *findings = m_window->findChild<FindingsModel *>();
    QTRY_COMPARE(findings->index(0, FindingsModel::Finding).data().toString(),
                 u"No real server answers (by probe): new connections fail."_s);
    QVERIFY(findings->index(0, FindingsModel::About).data().toString().contains(u"172.18.100.6:3306"));
}

void TestHealth::saysWhyItCantLook()
{
    QAction *check = action(u"checkHealth"_s);
    QTRY_VERIFY(check->isEnabled());
    QVERIFY(check->toolTip().contains(u"ping, TCP"));
    m_director->close();
    QTRY_VERIFY(!check->isEnabled());
    QVERIFY2(!check->toolTip().contains(u"ping, TCP"), qPrintable(check->toolTip()));
    m_director->open();
    QTRY_VERIFY(check->isEnabled());
}

void TestHealth::saysWhatWasSeen()
{
    ServerHealth health{
        .network = ProbeResult{.outcome = ProbeOutcome::Silent, .took = std::chrono::seconds(2)},
        .transport = ProbeResult{.outcome = ProbeOutcome::Answered, .took = std::chrono::milliseconds(5)},
        .application = HttpResult{.result = {.outcome = ProbeOutcome::Answered}, .status = 503, .bytes = 12},
        .at = QDateTime::currentDateTimeUtc()};
    QCOMPARE(healthText(health), u"ping no answer · TCP 5.0 ms · HTTP 503"_s);
    QCOMPARE(healthVantage(health, health.at.addSecs(42)), u"from the director, 42 s ago"_s);
    const QString evidence = healthEvidence(health);
    QVERIFY(evidence.contains(u"HTTP status 503, 12 B of content"));
    health.application->result.outcome = ProbeOutcome::Garbled;
    health.application->status = 0;
    QCOMPARE(healthText(health), u"ping no answer · TCP 5.0 ms · HTTP not understood"_s);
    health.transport = ProbeResult{.outcome = ProbeOutcome::Unreachable, .kernelErrno = EHOSTUNREACH};
    health.application.reset();
    QCOMPARE(healthText(health), u"ping no answer · TCP no way there"_s);
    QVERIFY(healthEvidence(health).contains(QString::fromLocal8Bit(std::strerror(EHOSTUNREACH))));
}

QTEST_MAIN(TestHealth)
#include "tst_health.moc"
