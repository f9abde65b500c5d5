// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicedialog.h"
#include "tests/app/dialogfields.h"
#include "tests/support/objects.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What can be entered for a virtual service, what is said about what can't, and what the dialog gives back.
class TestServiceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void saysNothingAboutFieldsNobodyTouched();
    void namesTheRange();
    void errorsStandAtTheirField_data();
    void errorsStandAtTheirField();
    void warnings_data();
    void warnings();
    void kindsOfPersistence();
    void netmaskFollowsTheFamily();
    void flagsFitTheScheduler();
    void refusesWhatExists();
    void offersWhatIsKnown();
    void showsTheCommand();
    void aChangeLeavesTheRest();
    void keepsWhatAnotherProgramMadeOfIt();
    void byKeyboard();
};

namespace {

const QString address = u"address"_s;
const QString port = u"port"_s;
const QString scheduler = u"scheduler"_s;
const QString persistent = u"persistent"_s;
const QString timeout = u"persistenceTimeout"_s;
const QString netmask = u"netmask"_s;
const QString on = u"on"_s;

/// A new dialog with TCP 172.18.100.6:80, then `entries`.
std::unique_ptr<ServiceDialog> webDialog(const Entries &entries = {})
{
    auto dialog = std::make_unique<ServiceDialog>(KnownObjects(), nullptr);
    enter(*dialog, address, u"172.18.100.6"_s);
    enter(*dialog, port, u"80"_s);
    for (const auto &[field, value] : entries)
        enter(*dialog, field, value);
    return dialog;
}

std::unique_ptr<ServiceDialog> editing(const VirtualService &service)
{
    return std::make_unique<ServiceDialog>(service, nullptr);
}

VirtualService persistentService(const ServiceKey &key, quint32 seconds = 300)
{
    VirtualService service = VirtualService::withDefaults(key);
    service.flags = ServiceFlag::Persistent;
    service.persistenceTimeout = seconds;
    return service;
}

} // namespace

void TestServiceDialog::values_data()
{
    addValueColumns();
    addValues("VIP", {}, address,
              {u"0.0.0.1"_s, u"1.0.0.0"_s, u"127.0.0.1"_s, u"172.18.100.6"_s, u"223.255.255.255"_s,
               u"255.255.255.254"_s, u"::1"_s, u"2001:db8::6"_s, u"fe80::1"_s},
              {u"0.0.0.0"_s, u"224.0.0.0"_s, u"239.255.255.255"_s, u"255.255.255.255"_s, u"172.18.100"_s,
               u"172.18.100.256"_s, u"172.18.100.06"_s, u"::"_s, u"ff02::1"_s, u"[::1]"_s, u"web"_s,
               u" 172.18.100.6"_s});
    addValues("port", {}, port, {u"1"_s, u"2"_s, u"80"_s, u"443"_s, u"65534"_s, u"65535"_s},
              {u"0"_s, u"65536"_s, u"-1"_s, u"080"_s, u"80 "_s, u"http"_s});
    const Entries sticky{{persistent, on}};
    addValues("port of a persistent service", sticky, port, {u"0"_s, u"1"_s}, {u"65536"_s});
    const Entries marked{{u"kind"_s, u"Firewall mark"_s}};
    addValues("mark", marked, u"mark"_s, {u"1"_s, u"2"_s, u"255"_s, u"65536"_s, u"4294967294"_s, u"4294967295"_s},
              {u"0"_s, u"4294967296"_s, u"-1"_s, u"01"_s, u"0x1"_s, u"one"_s});
    addValues("scheduler", {}, scheduler, {u"r"_s, u"rr"_s, u"wlc"_s, u"twos"_s, u"my-own_2"_s, u"fifteen-letters"_s},
              {QString(), u"sixteen-letters_"_s, u"RR"_s, u"w lc"_s, u"wlc,rr"_s, u"轮询"_s});
    addValues("timeout", sticky, timeout, {u"1"_s, u"2"_s, u"300"_s, u"360"_s, u"2678399"_s, u"2678400"_s},
              {QString(), u"0"_s, u"2678401"_s, u"17179870"_s, u"-1"_s, u"0300"_s, u"5m"_s});
    addValues("IPv4 netmask", sticky, netmask,
              {u"255.255.255.255"_s, u"255.255.255.254"_s, u"255.255.255.0"_s, u"128.0.0.0"_s, u"0.0.0.0"_s, u"32"_s,
               u"24"_s, u"/24"_s, u"1"_s, u"0"_s},
              {QString(), u"/"_s, u"33"_s, u"/33"_s, u"255.0.255.0"_s, u"0.0.0.255"_s, u"255.255.255"_s, u"-1"_s});
    addValues("IPv6 prefix", {{persistent, on}, {address, u"2001:db8::6"_s}}, netmask,
              {u"1"_s, u"2"_s, u"/64"_s, u"64"_s, u"127"_s, u"128"_s},
              {QString(), u"0"_s, u"129"_s, u"/129"_s, u"064"_s, u"255.255.255.0"_s, u"-1"_s});
}

void TestServiceDialog::values()
{
    QFETCH(const Entries, before);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const bool, good);
    const auto dialog = webDialog(before);
    enter(*dialog, field, value);
    QCOMPARE(fieldsWithError(*dialog), good ? QStringList() : QStringList{field});
    QCOMPARE(command(*dialog).isEmpty(), !good);
    QCOMPARE(canAccept(*dialog), good);
}

void TestServiceDialog::saysNothingAboutFieldsNobodyTouched()
{
    const ServiceDialog dialog(KnownObjects(), nullptr);
    QCOMPARE(fieldsWithError(dialog), QStringList());
    QCOMPARE(fieldsWithWarning(dialog), QStringList());
    QVERIFY(!canAccept(dialog));
}

void TestServiceDialog::namesTheRange()
{
    const auto dialog = webDialog({{port, u"65536"_s}, {persistent, on}, {timeout, u"0"_s}, {netmask, u"33"_s}});
    QVERIFY(errorAt(*dialog, port).contains(u"between 0 and 65535"));
    QVERIFY(errorAt(*dialog, timeout).contains(u"between 1 and 2678400"));
    QVERIFY(errorAt(*dialog, netmask).contains(u"between 0 and 32"));
    enter(*dialog, u"kind"_s, u"Firewall mark"_s);
    enter(*dialog, u"mark"_s, u"4294967296"_s);
    QVERIFY(errorAt(*dialog, u"mark"_s).contains(u"between 1 and 4294967295"));
}

void TestServiceDialog::errorsStandAtTheirField_data()
{
    QTest::addColumn<VirtualService>("before");
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<QString>("field");
    QTest::addRow("port 0 no longer persistent")
        << persistentService(tcp(u"172.18.100.6", 0)) << Entries{{persistent, u"off"_s}} << persistent;
    QTest::addRow("timeout") << persistentService(web) << Entries{{timeout, u"0"_s}} << timeout;
    QTest::addRow("netmask") << persistentService(web) << Entries{{netmask, u"255.0.255.0"_s}} << netmask;
    QTest::addRow("scheduler") << service(web) << Entries{{scheduler, u"RR"_s}} << scheduler;
}

void TestServiceDialog::errorsStandAtTheirField()
{
    QFETCH(const VirtualService, before);
    QFETCH(const Entries, entries);
    QFETCH(const QString, field);
    const auto dialog = editing(before);
    QCOMPARE(fieldsWithError(*dialog), QStringList());
    for (const auto &[name, value] : entries)
        enter(*dialog, name, value);
    QCOMPARE(fieldsWithError(*dialog), QStringList{field});
    QVERIFY(!canAccept(*dialog));
}

void TestServiceDialog::warnings_data()
{
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<QString>("field"); // empty: nothing to warn of
    const Entries udp{{u"kind"_s, u"UDP"_s}};
    const Entries mark{{u"kind"_s, u"Firewall mark"_s}, {u"mark"_s, u"1"_s}};
    const Entries sticky{{persistent, on}};
    QTest::addRow("usual") << Entries() << QString();
    QTest::addRow("usual mark") << mark << QString();
    QTest::addRow("link-local VIP") << Entries{{address, u"fe80::1"_s}} << address;
    QTest::addRow("loopback VIP") << Entries{{address, u"127.0.0.1"_s}} << address;
    QTest::addRow("loopback VIP, IPv6") << Entries{{address, u"::1"_s}} << address;
    QTest::addRow("scheduler none") << Entries{{scheduler, u"none"_s}} << scheduler;
    for (const auto &name : {u"nq"_s, u"sed"_s, u"ovf"_s}) {
        QTest::addRow("%s with UDP", qPrintable(name)) << udp + Entries{{scheduler, name}} << scheduler;
        QTest::addRow("%s with TCP", qPrintable(name)) << Entries{{scheduler, name}} << QString();
        QTest::addRow("%s with a mark", qPrintable(name)) << mark + Entries{{scheduler, name}} << QString();
    }
    for (const auto &name : {u"dh"_s, u"lblc"_s, u"lblcr"_s}) {
        QTest::addRow("%s with one VIP", qPrintable(name)) << Entries{{scheduler, name}} << scheduler;
        QTest::addRow("%s with a mark", qPrintable(name)) << mark + Entries{{scheduler, name}} << QString();
    }
    QTest::addRow("wlc with UDP") << udp << QString();
    QTest::addRow("one-packet UDP") << udp + Entries{{u"onePacket"_s, on}} << QString();
    QTest::addRow("one-packet mark") << mark + Entries{{u"onePacket"_s, on}} << u"onePacket"_s;
    QTest::addRow("clients in networks") << sticky + Entries{{netmask, u"255.255.255.0"_s}} << QString();
    QTest::addRow("all clients are one") << sticky + Entries{{netmask, u"0.0.0.0"_s}} << netmask;
    QTest::addRow("sip with UDP") << udp + sticky + Entries{{u"engine"_s, u"sip"_s}} << QString();
    QTest::addRow("sip with TCP") << sticky + Entries{{u"engine"_s, u"sip"_s}} << u"engine"_s;
}

void TestServiceDialog::warnings()
{
    QFETCH(const Entries, entries);
    QFETCH(const QString, field);
    const auto dialog = webDialog(entries);
    QCOMPARE(fieldsWithError(*dialog), QStringList());
    QCOMPARE(fieldsWithWarning(*dialog), field.isEmpty() ? QStringList() : QStringList{field});
    QVERIFY(canAccept(*dialog)); // a warning only warns
    if (!field.isEmpty()) {
        QVERIFY(warningAt(*dialog, field).startsWith(u"Warning: "));
        QVERIFY(explanationAt(*dialog, field).contains(warningAt(*dialog, field)));
    }
}

void TestServiceDialog::kindsOfPersistence()
{
    const auto dialog = webDialog({{persistent, on}});
    QVERIFY(explanationAt(*dialog, persistent).contains(u"PPC"));
    enter(*dialog, port, u"0"_s);
    QVERIFY(explanationAt(*dialog, persistent).contains(u"PCC"));
    enter(*dialog, u"kind"_s, u"Firewall mark"_s);
    QVERIFY(explanationAt(*dialog, persistent).contains(u"PFWMC"));
    enter(*dialog, persistent, u"off"_s);
    QVERIFY(!isShown(*dialog, timeout));
    QVERIFY(!isShown(*dialog, netmask));
}

void TestServiceDialog::netmaskFollowsTheFamily()
{
    const auto dialog = webDialog({{persistent, on}, {netmask, u"/24"_s}});
    QCOMPARE(dialog->service().netmask, 0xffffff00);
    enter(*dialog, address, u"2001:db8::6"_s);
    QCOMPARE(entered(*dialog, netmask), u"128"_s);
    enter(*dialog, netmask, u"64"_s);
    QCOMPARE(dialog->service().netmask, 64u);
    enter(*dialog, address, u"172.18.100.6"_s);
    QCOMPARE(entered(*dialog, netmask), u"/24"_s);
    enter(*dialog, u"kind"_s, u"Firewall mark"_s);
    enter(*dialog, u"mark"_s, u"1"_s);
    enter(*dialog, u"family"_s, u"IPv6"_s);
    QCOMPARE(dialog->service().key, ServiceKey::forMark(1, Family::IPv6));
    QCOMPARE(dialog->service().netmask, 64u);
}

void TestServiceDialog::flagsFitTheScheduler()
{
    const auto dialog = webDialog({{scheduler, u"sh"_s}, {u"fallback"_s, on}});
    QCOMPARE(dialog->service().flags, ServiceFlags(ServiceFlag::Scheduler1));
    QVERIFY(!isShown(*dialog, u"flag1"_s));
    enter(*dialog, scheduler, u"wrr"_s); // has no flags
    QVERIFY(!isShown(*dialog, u"fallback"_s) && !isShown(*dialog, u"flag1"_s));
    QCOMPARE(dialog->service().flags, ServiceFlags());
    enter(*dialog, scheduler, u"mh"_s);
    QCOMPARE(dialog->service().flags, ServiceFlags(ServiceFlag::Scheduler1));
    enter(*dialog, scheduler, u"own"_s); // may have any
    QVERIFY(isShown(*dialog, u"flag1"_s) && isShown(*dialog, u"flag2"_s) && isShown(*dialog, u"flag3"_s));

    // An edit never drops flags.
    VirtualService hashed = service(web, u"sh");
    hashed.flags = ServiceFlag::Scheduler1 | ServiceFlag::Scheduler3;
    const auto edit = editing(hashed);
    QVERIFY(isShown(*edit, u"fallback"_s) && isShown(*edit, u"flag3"_s) && !isShown(*edit, u"flag1"_s));
    enter(*edit, scheduler, u"wlc"_s);
    QCOMPARE(edit->service().flags, hashed.flags);
    QCOMPARE(fieldsWithWarning(*edit), QStringList{u"flag3"_s});
    enter(*edit, u"flag1"_s, u"off"_s);
    enter(*edit, u"flag3"_s, u"off"_s);
    QCOMPARE(edit->service().flags, ServiceFlags());
    QCOMPARE(fieldsWithWarning(*edit), QStringList());
}

void TestServiceDialog::refusesWhatExists()
{
    KnownObjects known;
    known.services[web];
    known.services[ServiceKey::forMark(1, Family::IPv6)];
    ServiceDialog dialog(known, nullptr);
    enter(dialog, address, u"172.18.100.6"_s);
    enter(dialog, port, u"80"_s);
    QCOMPARE(fieldsWithError(dialog), QStringList{port});
    enter(dialog, u"kind"_s, u"UDP"_s);
    QVERIFY(canAccept(dialog));
    enter(dialog, u"kind"_s, u"Firewall mark"_s);
    enter(dialog, u"mark"_s, u"1"_s);
    QVERIFY(canAccept(dialog));
    enter(dialog, u"family"_s, u"IPv6"_s);
    QCOMPARE(fieldsWithError(dialog), QStringList{u"mark"_s});
}

void TestServiceDialog::offersWhatIsKnown()
{
    Snapshot snapshot;
    for (const ServiceKey &key : {web, database, ServiceKey::forMark(1, Family::IPv4)})
        snapshot.services.push_back({.config = service(key)});
    const ServiceKey drafted = tcp(u"172.18.100.7", 8443);
    KnownObjects known = KnownObjects::fromTable(
        snapshot, plan({AddService{service(drafted)}, RemoveService{.before = service(database), .servers = {}}}));
    QVERIFY(known.has(web) && known.has(drafted) && !known.has(database));
    known.addresses = {ip(u"172.18.100.6"), ip(u"172.18.100.9")};
    const QList<DescribedItem> vips = vipSuggestions(known);
    QCOMPARE(vips.size(), 3);
    QCOMPARE(vips[0], (DescribedItem{u"172.18.100.6"_s, u"VIP of 1 service(s)"_s}));
    QCOMPARE(vips[1].text, u"172.18.100.7"_s);
    QCOMPARE(vips[2], (DescribedItem{u"172.18.100.9"_s, u"address of the director"_s}));

    const ServiceDialog dialog(known, nullptr);
    QCompleter *completer = dialog.findChild<QLineEdit *>(address)->completer();
    completer->setCompletionPrefix(u"172.18.100.7"_s);
    QCOMPARE(completer->completionCount(), 1);
    completer = dialog.findChild<QLineEdit *>(port)->completer();
    completer->setCompletionPrefix(u"844"_s);
    QCOMPARE(completer->currentCompletion(), u"8443"_s);
}

void TestServiceDialog::showsTheCommand()
{
    const auto dialog = webDialog({{scheduler, u"mh"_s}, {u"sourcePort"_s, on}, {persistent, on}, {timeout, u"300"_s}});
    QCOMPARE(command(*dialog), u"ipvsadm -A -t 172.18.100.6:80 -s mh -p 300 -M 255.255.255.255 -b mh-port"_s);
}

void TestServiceDialog::aChangeLeavesTheRest()
{
    QRandomGenerator random(20);
    const auto some = [&](auto... values) {
        const std::array all{values...};
        return all[random.bounded(int(all.size()))];
    };
    for (int round = 0; round < 200; ++round) {
        const auto key = some(web, ServiceKey::forAddress(Protocol::Udp, ip(u"2001:db8::6"), 5060),
                              ServiceKey::forAddress(Protocol::Sctp, ip(u"172.18.100.6"), 3868),
                              ServiceKey::forMark(7, Family::IPv4), ServiceKey::forMark(8, Family::IPv6));
        VirtualService before = service(key, some(u"rr", u"wlc", u"sh", u"mh", u"fo", u"own"));
        const bool mayBeUdp = key.isMark() || key.protocol == quint8(Protocol::Udp);
        before.flags.setFlag(ServiceFlag::Persistent, random.bounded(2));
        before.flags.setFlag(ServiceFlag::OnePacket, mayBeUdp && random.bounded(2));
        for (const auto flag : {ServiceFlag::Scheduler1, ServiceFlag::Scheduler2, ServiceFlag::Scheduler3})
            before.flags.setFlag(flag, random.bounded(2));
        before.persistenceTimeout = before.isPersistent() ? some(1u, 300u, 2678400u) : some(0u, 1u, 300u);
        before.netmask = key.family == Family::IPv4 ? some(0xffffffffu, 0xffffff00u, 0u) : some(128u, 64u, 1u);
        if (random.bounded(2))
            before.engine = *PersistenceEngine::fromText(u"sip");
        QVERIFY(validate(before));

        const auto changed = [&](const QString &field, const QString &value, VirtualService wanted) {
            const auto dialog = editing(before);
            QVERIFY(isShown(*dialog, field));
            QCOMPARE(dialog->service(), before);
            enter(*dialog, field, value);
            QVERIFY2(canAccept(*dialog), qPrintable(field));
            QVERIFY2(dialog->service() == wanted, qPrintable(field + u' ' + command(*dialog)));
        };
        VirtualService wanted = before;
        wanted.scheduler = *SchedulerName::fromText(u"lc");
        changed(scheduler, u"lc"_s, wanted);
        if (before.isPersistent()) {
            wanted = before;
            wanted.persistenceTimeout = 77;
            changed(timeout, u"77"_s, wanted);
            wanted = before;
            wanted.netmask = key.family == Family::IPv4 ? 0xfffff000 : 20;
            changed(netmask, u"20"_s, wanted);
        }
        wanted = before;
        wanted.flags.setFlag(ServiceFlag::Persistent, !before.isPersistent());
        if (before.isPersistent() || before.persistenceTimeout != 0)
            changed(persistent, before.isPersistent() ? u"off"_s : on, wanted);
        if (before.isPersistent() || !before.engine.isNone()) {
            wanted = before;
            wanted.engine = before.engine.isNone() ? *PersistenceEngine::fromText(u"sip") : PersistenceEngine();
            changed(u"engine"_s, before.engine.isNone() ? u"sip"_s : u"None"_s, wanted);
        }
        if (mayBeUdp) {
            wanted = before;
            const bool was = before.flags.testFlag(ServiceFlag::OnePacket);
            wanted.flags.setFlag(ServiceFlag::OnePacket, !was);
            changed(u"onePacket"_s, was ? u"off"_s : on, wanted);
        }
        if (before.scheduler.isHashing()) {
            wanted = before;
            const bool was = before.flags.testFlag(ServiceFlag::Scheduler2);
            wanted.flags.setFlag(ServiceFlag::Scheduler2, !was);
            changed(u"sourcePort"_s, was ? u"off"_s : on, wanted);
        }
        if (QTest::currentTestFailed())
            return;
    }
}

void TestServiceDialog::keepsWhatAnotherProgramMadeOfIt()
{
    VirtualService odd = service(web); // one-packet TCP, and a flag without a name
    odd.flags = ServiceFlags(ServiceFlag::OnePacket) | ServiceFlags::fromInt(0x100);
    odd.engine = *PersistenceEngine::fromText(u"other");
    const auto dialog = editing(odd);
    QVERIFY(isShown(*dialog, u"onePacket"_s));
    enter(*dialog, scheduler, u"wrr"_s);
    QVERIFY(canAccept(*dialog));
    VirtualService wanted = odd;
    wanted.scheduler = *SchedulerName::fromText(u"wrr");
    QCOMPARE(dialog->service(), wanted);
}

void TestServiceDialog::byKeyboard()
{
    const auto dialog = webDialog({{u"kind"_s, u"UDP"_s}, {scheduler, u"sh"_s}, {persistent, on}});
    QCOMPARE(obstacles(*dialog), QStringList());
    enter(*dialog, scheduler, u"own"_s);
    QCOMPARE(obstacles(*dialog), QStringList());
    enter(*dialog, u"kind"_s, u"Firewall mark"_s);
    QCOMPARE(obstacles(*dialog), QStringList());

    const auto edit = editing(service(web, u"mh"));
    QTest::keyClick(edit->findChild<QComboBox *>(scheduler), Qt::Key_Down); // from where it stands
    QCOMPARE(entered(*edit, scheduler), u"sed"_s);
}

QTEST_MAIN(TestServiceDialog)
#include "tst_servicedialog.moc"
