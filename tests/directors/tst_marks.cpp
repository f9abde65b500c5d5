// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Firewall marks and FullNAT on the lab's director, through ssh, the installed helper and its unit.
#include "tests/directors/labvisit.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);

QString ruleset()
{
    return lab::need(u"director"_s, u"nft -s list ruleset"_s);
}

/// Runs a line of shell on a host when it goes out of scope.
struct AtEnd {
    QString line;
    QString host = u"director"_s;
    ~AtEnd() { lab::shell(host, line); }
};

/// A server of the lab that takes each connection on the port it came to.
RealServer onEveryPort(int host)
{
    return server(host, 1, 0);
}

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        lab::clearTable();
        lab::shell(u"director"_s, u"nft delete table inet lvs-console; modprobe -r iptable_mangle"_s);
    }
    void cleanup() { lab::clearTable(); }

    void severalPortsReachOneService();
    void rulesOfOthersArePairedWithServices();
    void strangersInTheOwnTableStay();
    void fullNat();

private:
    /// Applies, and gives what takes it back.
    static ChangePlan apply(LabVisit &visit, const ChangePlan &plan)
    {
        const auto report = visit.wait(visit.director->apply(plan));
        if (!report)
            qFatal("not applied: %s", qPrintable(QVariant::fromValue(report.error().code).toString()));
        if (report->outcome != ApplyOutcome::Applied)
            qFatal("outcome %d, %s", int(report->outcome),
                   report->error ? qPrintable(QVariant::fromValue(report->error->code).toString() +
                                              report->error->values.join(u' '))
                                 : "");
        return report->undo;
    }
};

void TestMarks::severalPortsReachOneService()
{
    const QString before = ruleset();
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    const ChangePlan undo = apply(visit, plan({AddService{service(marked)}, AddServer{marked, onEveryPort(11)},
                                               AddServer{marked, onEveryPort(12)}, AddMarkRule{webMark()}}));
    const QMap<QString, int> each{{u"rs1"_s, 50}, {u"rs2"_s, 50}};
    QCOMPARE(lab::fetch(u"http://172.18.100.6/"_s, 100), each);
    QCOMPARE(lab::fetch(u"http://172.18.100.6:443/"_s, 100), each);

    const auto state = visit.wait(visit.director->readFirewall());
    QVERIFY(state);
    const auto rules = state->leadingTo(marked);
    QCOMPARE(rules.size(), 1u);
    QVERIFY(rules.front().traffic->packets > 200); // several of each connection
    const auto snapshot = visit.wait(visit.director->read({}));
    QVERIFY(snapshot);

    apply(visit, undo);
    QCOMPARE(lab::table(), QStringList());
    QCOMPARE(ruleset(), before);
}

void TestMarks::rulesOfOthersArePairedWithServices()
{
    const AtEnd atEnd{u"nft delete table ip lab-foreign; nft delete table ip mangle; modprobe -r iptable_mangle"_s};
    lab::need(u"director"_s,
              u"nft 'table ip lab-foreign { chain in { type filter hook prerouting priority mangle;"
              " ip daddr 172.18.100.7 tcp dport { 80, 443 } counter meta mark set 7; }; }'"
              " && iptables-nft -t mangle -A PREROUTING -d 172.18.100.7 -p tcp -m multiport --dports 8080,9000:9100"
              " -j MARK --set-mark 0x8"_s);
    lab::shell(u"client"_s, u"curl --silent --max-time 2 http://172.18.100.7:9050/"_s); // is refused, and counted
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    const auto state = visit.wait(visit.director->readFirewall());
    QVERIFY(state);
    const auto nftables = state->leadingTo(ServiceKey::forMark(7, Family::IPv4));
    QCOMPARE(nftables.size(), 1u);
    QCOMPARE(nftables.front().rule, webMark(7, u"80,443", u"172.18.100.7"));
    QCOMPARE(nftables.front().program, FirewallProgram::Nftables);
    QCOMPARE(nftables.front().place, u"ip lab-foreign in"_s);
    const auto iptables = state->leadingTo(ServiceKey::forMark(8, Family::IPv4));
    QCOMPARE(iptables.size(), 1u);
    QCOMPARE(iptables.front().rule, webMark(8, u"8080,9000-9100", u"172.18.100.7"));
    QCOMPARE(iptables.front().program, FirewallProgram::IptablesNft);
    QVERIFY(iptables.front().traffic && iptables.front().traffic->packets > 0);
    QVERIFY(!std::ranges::contains(state->unread, FirewallProgram::IptablesLegacy, &UnreadRules::program));

    // Adding and removing ours leaves theirs alone.
    visit.director->unlock();
    const QString before = ruleset();
    apply(visit, apply(visit, plan({AddMarkRule{webMark()}})));
    QCOMPARE(ruleset(), before);

    // Legacy iptables is seen to be there.
    lab::need(u"director"_s, u"iptables-legacy -t mangle -L >/dev/null"_s);
    const auto legacy = visit.wait(visit.director->readFirewall());
    QVERIFY(legacy);
    QVERIFY(std::ranges::contains(legacy->unread, FirewallProgram::IptablesLegacy, &UnreadRules::program));
}

void TestMarks::strangersInTheOwnTableStay()
{
    const AtEnd atEnd{u"nft delete table inet lvs-console"_s};
    lab::need(u"director"_s, u"nft 'table inet lvs-console { chain mine { tcp dport 22 accept; }; }'"_s);
    const QString before = ruleset();
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    const auto report = visit.wait(visit.director->apply(plan({AddMarkRule{webMark()}})));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Refused);
    QCOMPARE(report->error->code, ErrorCode::FirewallMixed);
    QCOMPARE(ruleset(), before);
}

void TestMarks::fullNat()
{
    std::vector<std::unique_ptr<AtEnd>> atEnd;
    for (const QString &host : {u"rs1"_s, u"rs2"_s}) { // no way back to the client but the director's own network
        lab::need(host, u"ip route del default"_s);
        atEnd.push_back(std::make_unique<AtEnd>(u"ip route add default via 192.168.10.1"_s, host));
    }
    const QString before = ruleset();
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    visit.director->unlock();
    const VirtualService shop = service(web);
    const ChangePlan undo =
        apply(visit, plan({SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}, AddSnatRule{test::fullNat()},
                           AddService{shop}, AddServer{web, server(11)}, AddServer{web, server(12)}}));
    QCOMPARE(lab::fetch(u"http://172.18.100.6/"_s, 100), (QMap<QString, int>{{u"rs1"_s, 50}, {u"rs2"_s, 50}}));
    const auto state = visit.wait(visit.director->readFirewall());
    QVERIFY(state && state->has(test::fullNat()));
    QVERIFY(state->snats.front().traffic->packets >= 100);
    apply(visit, undo);
    QCOMPARE(ruleset(), before);
    QCOMPARE(lab::need(u"director"_s, u"sysctl -n net.ipv4.vs.conntrack"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
