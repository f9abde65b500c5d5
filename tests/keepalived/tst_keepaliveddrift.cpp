// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/drift.h"
#include "tests/keepalived/configs.h"

#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Cause = Drift::Cause;

namespace {

const QString config = uR"(virtual_server 10.0.0.1 80 {
    lvs_sched wrr
    lvs_method NAT
    protocol TCP
    sorry_server 10.0.0.9 80
    real_server 10.0.0.2 80 {
        weight 3
        TCP_CHECK {
        }
    }
    real_server 10.0.0.3 80 {
        weight 3
        inhibit_on_failure
        TCP_CHECK {
        }
    }
    real_server 10.0.0.4 80 {
        weight 3
    }
    real_server 10.0.0.5 80 {
        weight 3
        MISC_CHECK {
            misc_path /bin/true
            misc_dynamic
        }
    }
}
)"_s;

QString drawn(const std::vector<Drift> &drifts)
{
    static const QStringList fields{u"scheduler"_s,   u"persistence"_s,    u"netmask"_s, u"engine"_s,
                                    u"one packet"_s,  u"flags"_s,          u"others"_s,  u"method"_s,
                                    u"weight"_s,      u"upper"_s,          u"lower"_s,   u"tunnel type"_s,
                                    u"tunnel port"_s, u"tunnel checksum"_s};
    static const QStringList causes{u"real"_s, u"check"_s, u"sorry"_s, u"checked weight"_s, u"foreign"_s};
    QStringList rows;
    for (const Drift &drift : drifts)
        rows += (drift.server ? drift.server->address.toString() : drift.service.toString()) + u' ' +
                (drift.field ? fields[int(*drift.field)] : u"existence"_s) + u' ' + causes[int(drift.cause)];
    return rows.join(u"; "_s);
}

} // namespace

/// How the kernel's table differs from a configuration, and why.
class KeepalivedDriftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explains_data();
    void explains();
    void takesOver();
};

void KeepalivedDriftTest::explains_data()
{
    QTest::addColumn<IpvsTable>("kernel");
    QTest::addColumn<QString>("drifts");
    const IpvsTable wanted = read(config).table();
    const ServiceKey key = wanted.entries().begin()->first;
    const auto row = [&](const char *name, const QString &drifts, auto change) {
        IpvsTable kernel = wanted;
        VirtualService service = kernel.find(key)->service;
        std::vector<RealServer> servers = kernel.find(key)->servers;
        change(service, servers);
        kernel.setService(service);
        kernel.setServers(key, std::move(servers));
        QTest::newRow(name) << kernel << drifts;
    };
    using Servers = std::vector<RealServer>;
    const auto at = [](Servers &servers, const char *address) {
        return std::ranges::find_if(servers, [&](const RealServer &server) {
            return server.key.address.toString() == QLatin1StringView(address);
        });
    };
    row("none", {}, [](VirtualService &, Servers &) {});
    row("order", {}, [](VirtualService &, Servers &s) { std::ranges::reverse(s); });
    row("scheduler", u"TCP 10.0.0.1:80 scheduler real"_s,
        [](VirtualService &v, Servers &) { v.scheduler = *SchedulerName::fromText(u"rr"); });
    row("persistence", u"TCP 10.0.0.1:80 persistence real"_s, [](VirtualService &v, Servers &) {
        v.flags |= ServiceFlag::Persistent;
        v.persistenceTimeout = 300;
    });
    row("remembered persistence", {}, [](VirtualService &v, Servers &) {
        v.persistenceTimeout = 300;
        v.netmask = 0xffffff00;
    });
    row("failed", u"10.0.0.2 existence check"_s, [&](VirtualService &, Servers &s) { s.erase(at(s, "10.0.0.2")); });
    row("drained without inhibit", u"10.0.0.2 weight real"_s,
        [&](VirtualService &, Servers &s) { at(s, "10.0.0.2")->weight = 0; });
    row("inhibited", u"10.0.0.3 weight check"_s, [&](VirtualService &, Servers &s) { at(s, "10.0.0.3")->weight = 0; });
    row("gone in spite of inhibit", u"10.0.0.3 existence real"_s,
        [&](VirtualService &, Servers &s) { s.erase(at(s, "10.0.0.3")); });
    row("another weight", u"10.0.0.3 weight real"_s,
        [&](VirtualService &, Servers &s) { at(s, "10.0.0.3")->weight = 2; });
    row("gone without a check", u"10.0.0.4 existence real"_s,
        [&](VirtualService &, Servers &s) { s.erase(at(s, "10.0.0.4")); });
    row("weight of a check", u"10.0.0.5 weight checked weight"_s,
        [&](VirtualService &, Servers &s) { at(s, "10.0.0.5")->weight = 77; });
    row("method and thresholds", u"10.0.0.2 method real; 10.0.0.2 upper real; 10.0.0.2 lower real"_s,
        [&](VirtualService &, Servers &s) {
            at(s, "10.0.0.2")->forwarding = Forwarding::Gatewaying;
            at(s, "10.0.0.2")->upperThreshold = 9;
            at(s, "10.0.0.2")->lowerThreshold = 8;
        });
    row("one more", u"10.0.0.7 existence real"_s, [&](VirtualService &, Servers &s) {
        s.push_back(s.front());
        s.back().key.address = *IpAddress::fromText(u"10.0.0.7");
    });
    row("sorry server",
        u"10.0.0.2 existence sorry; 10.0.0.3 weight sorry; 10.0.0.4 existence sorry; 10.0.0.5 existence sorry; "
        "10.0.0.9 existence sorry"_s,
        [&](VirtualService &, Servers &s) {
            RealServer inhibited = *at(s, "10.0.0.3");
            inhibited.weight = 0;
            RealServer sorry = inhibited;
            sorry.weight = 1;
            sorry.key.address = *IpAddress::fromText(u"10.0.0.9");
            s = {sorry, inhibited};
        });

    IpvsTable foreign = wanted;
    const ServiceKey other = ServiceKey::forMark(9, Family::IPv4);
    foreign.setService(VirtualService::withDefaults(other));
    QTest::newRow("foreign service") << foreign << u"FWM 9 existence foreign"_s;
    QTest::newRow("empty kernel") << IpvsTable() << u"TCP 10.0.0.1:80 existence real"_s;
}

void KeepalivedDriftTest::explains()
{
    QFETCH(IpvsTable, kernel);
    const Configuration wanted = read(config);
    const std::vector<Drift> drifts = driftOf(wanted, kernel);
    QTEST(drawn(drifts), "drifts");
    // Taken over as a whole they lead to the file's table.
    const IpvsTable taken = withTaken(kernel, drifts);
    QVERIFY(driftOf(wanted, taken).empty());
}

void KeepalivedDriftTest::takesOver()
{
    const Configuration wanted = read(config);
    IpvsTable kernel = wanted.table();
    const ServiceKey key = kernel.entries().begin()->first;
    std::vector<RealServer> servers = kernel.find(key)->servers;
    servers[0].weight = 1;
    servers[0].upperThreshold = 5;
    servers[1].weight = 1;
    kernel.setServers(key, servers);
    const std::vector<Drift> drifts = driftOf(wanted, kernel);
    QCOMPARE(drifts.size(), 3u);
    const auto one = std::ranges::find_if(
        drifts, [&](const Drift &drift) { return drift.server == servers[0].key && drift.field == Field::Weight; });
    const ChangePlan plan = difference(kernel, withTaken(kernel, std::span(&*one, 1)));
    QCOMPARE(plan.operations.size(), 1u);
    const auto &edit = std::get<EditServer>(plan.operations.front());
    QCOMPARE(edit.after.weight, 3u);
    QCOMPARE(edit.after.upperThreshold, 5u);
}

QTEST_GUILESS_MAIN(KeepalivedDriftTest)
#include "tst_keepaliveddrift.moc"
