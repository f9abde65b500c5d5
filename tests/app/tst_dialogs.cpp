// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"
#include "app/dialogs/servicedialog.h"
#include "tests/support/objects.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What can be entered, what is said about what can't, and what the dialogs give back.
class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadServices_data();
    void refusesBadServices();
    void refusesBadServers_data();
    void refusesBadServers();
    void saysNothingAboutFieldsNobodyTouched();
    void editKeepsWhatHasNoField();
    void showsTheCommand();
};

namespace {

void enter(const FormDialog &dialog, const QString &field, const QString &text)
{
    if (auto *combo = dialog.findChild<QComboBox *>(field))
        combo->setCurrentText(text);
    else
        dialog.findChild<QLineEdit *>(field)->setText(text);
}

QStringList shownErrors(const FormDialog &dialog)
{
    QStringList errors;
    for (const QLabel *label : dialog.findChildren<QLabel *>(u"fieldError"_s)) {
        if (label->isVisibleTo(&dialog))
            errors << label->text();
    }
    return errors;
}

bool canAccept(const FormDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"accept"_s)->isEnabled();
}

} // namespace

void TestDialogs::refusesBadServices_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("error");
    QTest::addRow("good") << u"172.18.100.6"_s << u"80"_s << QString();
    QTest::addRow("IPv6") << u"2001:db8::6"_s << u"80"_s << QString();
    QTest::addRow("name") << u"web"_s << u"80"_s << u"not an IPv4 or IPv6 address"_s;
    QTest::addRow("largest port") << u"172.18.100.6"_s << u"65535"_s << QString();
    QTest::addRow("port above") << u"172.18.100.6"_s << u"65536"_s << u"not between 0 and 65535"_s;
    QTest::addRow("no number") << u"172.18.100.6"_s << u"http"_s << u"not a decimal number"_s;
    QTest::addRow("every port") << u"172.18.100.6"_s << u"0"_s << u"has to be persistent"_s;
}

void TestDialogs::refusesBadServices()
{
    QFETCH(QString, address);
    QFETCH(QString, port);
    QFETCH(QString, error);
    const auto dialog = std::make_unique<ServiceDialog>();
    enter(*dialog, u"address"_s, address);
    enter(*dialog, u"port"_s, port);
    QCOMPARE(canAccept(*dialog), error.isEmpty());
    const QStringList shown = shownErrors(*dialog);
    QCOMPARE(shown.size(), error.isEmpty() ? 0 : 1);
    QVERIFY2(shown.join(u' ').contains(error), qPrintable(shown.join(u' ')));
}

void TestDialogs::refusesBadServers_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    QTest::addRow("good") << u"weight"_s << u"10"_s << QString();
    QTest::addRow("drained") << u"weight"_s << u"0"_s << QString();
    QTest::addRow("largest weight") << u"weight"_s << u"2147483647"_s << QString();
    QTest::addRow("weight above") << u"weight"_s << u"2147483648"_s << u"not between 0 and 2147483647"_s;
    QTest::addRow("negative weight") << u"weight"_s << u"-1"_s << u"not a decimal number"_s;
    QTest::addRow("multicast") << u"address"_s << u"224.0.0.1"_s << u"does not belong to a single machine"_s;
    QTest::addRow("other family") << u"address"_s << u"2001:db8::1"_s << u"mix IPv4 and IPv6"_s;
    QTest::addRow("other port with NAT") << u"port"_s << u"8080"_s << QString();
    QTest::addRow("lower above upper") << u"lowerThreshold"_s << u"5"_s << u"lower threshold is above"_s;
}

void TestDialogs::refusesBadServers()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, error);
    const auto dialog = std::make_unique<ServerDialog>(web, Forwarding::Masquerading, nullptr);
    enter(*dialog, u"address"_s, u"192.168.10.11"_s);
    enter(*dialog, u"upperThreshold"_s, u"4"_s);
    enter(*dialog, field, value);
    QCOMPARE(canAccept(*dialog), error.isEmpty());
    const QStringList shown = shownErrors(*dialog);
    QCOMPARE(shown.size(), error.isEmpty() ? 0 : 1);
    QVERIFY2(shown.join(u' ').contains(error), qPrintable(shown.join(u' ')));
}

void TestDialogs::saysNothingAboutFieldsNobodyTouched()
{
    const auto dialog = std::make_unique<ServiceDialog>();
    QCOMPARE(shownErrors(*dialog), QStringList());
    QVERIFY(!canAccept(*dialog));
}

void TestDialogs::editKeepsWhatHasNoField()
{
    VirtualService full = service(web, u"rr");
    full.flags = ServiceFlag::Persistent | ServiceFlag::Scheduler1;
    full.persistenceTimeout = 300;
    full.netmask = 0xffffff00;
    const auto serviceDialog = std::make_unique<ServiceDialog>(full, nullptr);
    enter(*serviceDialog, u"scheduler"_s, u"wrr"_s);
    VirtualService wanted = full;
    wanted.scheduler = *SchedulerName::fromText(u"wrr");
    QCOMPARE(serviceDialog->service(), wanted);

    RealServer tunnelled = server(11, 1);
    tunnelled.forwarding = Forwarding::Tunnelling;
    tunnelled.tunnel = {.type = TunnelType::Gue, .port = 5555, .checksum = TunnelChecksum::Checksum};
    const auto serverDialog = std::make_unique<ServerDialog>(web, tunnelled, nullptr);
    enter(*serverDialog, u"weight"_s, u"9"_s);
    RealServer wantedServer = tunnelled;
    wantedServer.weight = 9;
    QCOMPARE(serverDialog->server(), wantedServer);
}

void TestDialogs::showsTheCommand()
{
    const auto dialog = std::make_unique<ServerDialog>(web, Forwarding::Masquerading, nullptr);
    const auto *command = dialog->findChild<QPlainTextEdit *>(u"dialogCommands"_s);
    QVERIFY(command->toPlainText().isEmpty());
    enter(*dialog, u"address"_s, u"192.168.10.11"_s);
    enter(*dialog, u"weight"_s, u"10"_s);
    QCOMPARE(command->toPlainText(), u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 10 -x 0 -y 0"_s);
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
