// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/changedconfig.h"
#include "core/keepalived/exporttext.h"
#include "tests/keepalived/configs.h"
#include "tests/keepalived/realkeepalived.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Reason = UnsaidChange::Reason;

namespace {

const QString config = uR"(! the shop
global_defs {
    router_id LVS # ours
}

virtual_server 10.0.0.1 80 {
    lvs_sched wrr   # by weight
    lvs_method NAT
    protocol TCP

    # first rack
    real_server 10.0.0.2 80 {
        weight  3
        TCP_CHECK {
            connect_timeout 3
        }
    }
    real_server 10.0.0.3 80 { # spare
        SMTP_CHECK {
        }
    }
}

virtual_server_group G {
    10.0.1.1-2 80
}
virtual_server group G {
    lvs_sched rr
    lvs_method DR
    protocol TCP
    real_server 10.0.0.2 {
    }
}
)"_s;

ServerKey serverKey(const char *text)
{
    return endpoint(QString::fromLatin1(text));
}

/// The table of `text` after a change by hand, and what that becomes in the text.
ChangedConfig change(const QString &text, auto edit)
{
    const IpvsTable before = read(text).table();
    IpvsTable after = before;
    edit(after);
    const std::vector<ConfigFile> files{{u"keepalived.conf"_s, text}};
    return changedConfig(files, difference(before, after));
}

void editServer(IpvsTable &table, const ServiceKey &service, const ServerKey &key, auto edit)
{
    std::vector<RealServer> servers = table.find(service)->servers;
    edit(*std::ranges::find(servers, key, &RealServer::key));
    table.setServers(service, std::move(servers));
}

const ServiceKey web = ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000001), 80);
const ServiceKey shared1 = ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000101), 80);
const ServiceKey shared2 = ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000102), 80);

} // namespace

/// A plan as changes in the text of a configuration.
class ChangedConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsText_data();
    void editsText();
    void keepsLineEnds();
    void changesIncludedFiles();
    void saysWhatItCantSay_data();
    void saysWhatItCantSay();
    void writesTogetherWhatCanBe();
    void leadsToTheTable();
};

void ChangedConfigTest::editsText_data()
{
    QTest::addColumn<IpvsTable>("after");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const IpvsTable before = read(config).table();
    const auto row = [&](const char *name, const QString &from, const QString &to, auto edit) {
        IpvsTable after = before;
        edit(after);
        QVERIFY2(from.isEmpty() || config.count(from) == 1, name);
        QTest::newRow(name) << after << from << to;
    };
    const auto server = [](auto edit, const char *key = "10.0.0.2:80") {
        return [=](IpvsTable &table) { editServer(table, web, serverKey(key), edit); };
    };
    const auto service = [](auto edit) {
        return [=](IpvsTable &table) {
            VirtualService changed = table.find(web)->service;
            edit(changed);
            table.setService(changed);
        };
    };
    row("weight", u"weight  3"_s, u"weight  10"_s, server([](RealServer &s) { s.weight = 10; }));
    row("weight that was not given", u"{ # spare\n"_s, u"{ # spare\n        weight 0\n"_s,
        server([](RealServer &s) { s.weight = 0; }, "10.0.0.3:80"));
    row("method and threshold", u"10.0.0.2 80 {\n"_s,
        u"10.0.0.2 80 {\n        lvs_method TUN type gre\n        uthreshold 100\n"_s, server([](RealServer &s) {
            s.forwarding = Forwarding::Tunnelling;
            s.tunnel.type = TunnelType::Gre;
            s.upperThreshold = 100;
        }));
    row("scheduler", u"lvs_sched wrr "_s, u"lvs_sched sh "_s,
        service([](VirtualService &v) { v.scheduler = *SchedulerName::fromText(u"sh"); }));
    row("persistence", u"10.0.0.1 80 {\n"_s,
        u"10.0.0.1 80 {\n    persistence_timeout 300\n    persistence_granularity 255.255.255.0\n"_s,
        service([](VirtualService &v) {
            v.flags |= ServiceFlag::Persistent;
            v.persistenceTimeout = 300;
            v.netmask = 0xffffff00;
        }));
    row("flag", u"10.0.0.1 80 {\n"_s, u"10.0.0.1 80 {\n    flag-2\n"_s,
        service([](VirtualService &v) { v.flags |= ServiceFlag::Scheduler2; }));
    row("removal", u"    real_server 10.0.0.3 80 { # spare\n        SMTP_CHECK {\n        }\n    }\n"_s, {},
        [](IpvsTable &table) {
            std::vector<RealServer> servers = table.find(web)->servers;
            std::erase_if(servers, [](const RealServer &s) { return s.key == serverKey("10.0.0.3:80"); });
            table.setServers(web, std::move(servers));
        });
    row("addition", u"        SMTP_CHECK {\n        }\n    }\n}\n"_s,
        u"        SMTP_CHECK {\n        }\n    }\n"
        "    real_server 10.0.0.4 8080 {\n        weight 7\n        lvs_method NAT\n"
        "        SMTP_CHECK {\n        }\n    }\n}\n"_s,
        [](IpvsTable &table) {
            std::vector<RealServer> servers = table.find(web)->servers;
            RealServer added = servers.front();
            added.key = serverKey("10.0.0.4:8080");
            added.weight = 7;
            servers.insert(servers.begin(), added);
            table.setServers(web, std::move(servers));
        });
    row("removal of a service", config.section(u"\n\n"_s, 1, 2) + u'\n', {},
        [](IpvsTable &table) { table.remove(web); });
    row("in all services of a group", u"10.0.0.2 {\n"_s, u"10.0.0.2 {\n        weight 9\n"_s, [](IpvsTable &table) {
        for (const ServiceKey &key : {shared1, shared2})
            editServer(table, key, serverKey("10.0.0.2:80"), [](RealServer &s) { s.weight = 9; });
    });
}

void ChangedConfigTest::editsText()
{
    QFETCH(IpvsTable, after);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const std::vector<ConfigFile> files{{u"keepalived.conf"_s, config}};
    const ChangedConfig changed = changedConfig(files, difference(read(config).table(), after));
    QVERIFY(changed.unsaid.empty());
    QCOMPARE(changed.files.front().text, QString(config).replace(from, to));
    QCOMPARE(changed.changed, std::vector<std::size_t>{0});
    QCOMPARE(read(changed.files.front().text).table(), after);
    QCOMPARE(complaintsOfKeepalived(changed.files.front().text).value_or(u"not run"_s), QString());
}

void ChangedConfigTest::keepsLineEnds()
{
    const QString text = QString(config).replace(u'\n', u"\r\n"_s);
    const ChangedConfig changed = change(text, [](IpvsTable &table) {
        editServer(table, web, serverKey("10.0.0.3:80"), [](RealServer &s) { s.weight = 0; });
        table.remove(shared1);
    });
    QCOMPARE(changed.files.front().text,
             QString(text).replace(u"{ # spare\r\n"_s, u"{ # spare\r\n        weight 0\r\n"_s));
    QCOMPARE(changed.unsaid.size(), 1u);
}

void ChangedConfigTest::changesIncludedFiles()
{
    const std::vector<ConfigFile> files{
        {u"/k/keepalived.conf"_s, u"virtual_server 10.0.0.1 80 {\n lvs_sched rr\n lvs_method NAT\n protocol TCP\n"
                                  " include rs.conf\n}\n"_s},
        {u"/k/rs.conf"_s, u"real_server 10.0.0.2 80 { weight 3 }\n"_s}};
    const IpvsTable before = readConfiguration(files).table();
    IpvsTable after = before;
    editServer(after, web, serverKey("10.0.0.2:80"), [](RealServer &s) { s.weight = 4; });
    const ChangedConfig changed = changedConfig(files, difference(before, after));
    QCOMPARE(changed.changed, std::vector<std::size_t>{1});
    QCOMPARE(changed.files[1].text, u"real_server 10.0.0.2 80 { weight 4 }\n"_s);
}

void ChangedConfigTest::saysWhatItCantSay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ChangePlan>("plan");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, const QString &text, const ChangePlan &plan, Reason reason) {
        QTest::newRow(name) << text << plan << int(reason);
    };
    const IpvsTable table = read(config).table();
    const RealServer spare = *table.find(web)->find(serverKey("10.0.0.3:80"));
    const auto edited = [](RealServer server, auto edit) {
        edit(server);
        return server;
    };
    const RealServer drained = edited(spare, [](RealServer &s) { s.weight = 0; });
    const ServiceKey other = ServiceKey::forMark(9, Family::IPv4);
    row("unknown service", config, {{EditServer{other, spare, drained}}}, Reason::NotInFile);
    const RealServer unknown = edited(spare, [](RealServer &s) { s.key = serverKey("10.0.0.77:80"); });
    row("unknown server", config, {{RemoveServer{web, unknown}}}, Reason::NotInFile);
    const VirtualService added = VirtualService::withDefaults(other);
    row("service without servers", config, {{AddService{added}}}, Reason::NotSayable);
    row("local", config,
        {{EditServer{web, spare, edited(spare, [](RealServer &s) { s.forwarding = Forwarding::Local; })}}},
        Reason::NotSayable);
    const RealServer member = table.find(shared1)->servers.front();
    row("one service of a group", config,
        {{EditServer{shared1, member, edited(member, [](RealServer &s) { s.weight = 9; })}}}, Reason::Shared);
    row("removal from a group", config, {{RemoveService{table.find(shared1)->service, {member}}}}, Reason::Shared);
    row("variable", QString(u"$W=3\n"_s + config).replace(u"weight  3"_s, u"weight $W"_s),
        {{EditServer{web,
                     edited(spare,
                            [](RealServer &s) {
                                s.key = serverKey("10.0.0.2:80");
                                s.weight = 3;
                            }),
                     edited(spare,
                            [](RealServer &s) {
                                s.key = serverKey("10.0.0.2:80");
                                s.weight = 4;
                            })}}},
        Reason::FromVariable);
    row("timeouts", config, {{SetTimeouts{{}, {.tcp = 900}}}}, Reason::NoObject);
    row("counters", config, {{ZeroCounters{web}}}, Reason::NoObject);
    ChangePlan last;
    for (const RealServer &server : table.find(web)->servers)
        last.operations.push_back(RemoveServer{web, server});
    row("the last server", config, last, Reason::NotSayable);
}

void ChangedConfigTest::saysWhatItCantSay()
{
    QFETCH(QString, text);
    QFETCH(ChangePlan, plan);
    QFETCH(int, reason);
    const std::vector<ConfigFile> files{{u"keepalived.conf"_s, text}};
    const ChangedConfig changed = changedConfig(files, plan);
    QCOMPARE(changed.unsaid.size(), 1u);
    QCOMPARE(int(changed.unsaid.front().reason), reason);
    if (plan.operations.size() == 1)
        QCOMPARE(changed.files.front().text, text);
}

/// Many changes at once, some of them impossible, some the same text for two services.
void ChangedConfigTest::writesTogetherWhatCanBe()
{
    const IpvsTable before = read(config).table();
    IpvsTable after = before;
    for (const ServiceKey &key : {shared1, shared2}) {
        std::vector<RealServer> servers = after.find(key)->servers;
        servers.front().weight = 12345;
        servers.insert(servers.begin(), servers.front());
        servers.front().key.address = IpAddress::fromIPv4(0x0a000063);
        servers.front().weight = 1;
        after.setServers(key, servers);
    }
    editServer(after, web, serverKey("10.0.0.2:80"), [](RealServer &s) { s.weight = 7; });
    ServiceKey next = web;
    for (quint16 port = 1000; port < 1200; ++port) {
        next.port = port;
        RealServer server = before.find(web)->servers.front();
        server.key.port = port;
        after.setService(VirtualService::withDefaults(next));
        after.setServers(next, {server});
    }
    next.protocol = 47; // keepalived has no word for it
    after.setService(VirtualService::withDefaults(next));
    const std::vector<ConfigFile> files{{u"keepalived.conf"_s, config}};
    const ChangedConfig changed = changedConfig(files, difference(before, after));
    QCOMPARE(changed.unsaid.size(), 1u);
    QCOMPARE(changed.unsaid.front().operation, Operation(AddService{VirtualService::withDefaults(next)}));
    after.remove(next);
    QCOMPARE(withoutListOrder(read(changed.files.front().text).table()), withoutListOrder(after));
    QCOMPARE(changed.files.front().text.count(u"weight 12345"_s), 1);
    QVERIFY(changed.files.front().text.startsWith(config.first(60)));
}

/// Generated tables and changes: the changed text means the wanted table, as far as it can be said.
void ChangedConfigTest::leadsToTheTable()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        RandomTable random(seed);
        const QString text = u"# kept\n"_s + exportTable(random.table(8, 4)).text + u"# kept too\n"_s;
        const IpvsTable before = read(text).table();
        const IpvsTable wanted = random.variationOf(before);
        const std::vector<ConfigFile> files{{u"keepalived.conf"_s, text}};
        const ChangedConfig changed = changedConfig(files, difference(before, wanted));
        const QString &made = changed.files.front().text;
        QVERIFY(made.startsWith(u"# kept\n"_s) && made.contains(u"# kept too\n"_s));
        const IpvsTable after = read(made).table();
        const ChangePlan missing = difference(withoutListOrder(after), withoutListOrder(wanted));
        for (const Operation &operation : missing.operations) {
            const bool isSaid = std::ranges::any_of(changed.unsaid, [&](const UnsaidChange &unsaid) {
                return serviceOf(unsaid.operation) == serviceOf(operation);
            });
            QVERIFY2(isSaid, qPrintable(commandsFor(operation).join(u' ') + u'\n' + made));
        }
    }
}

QTEST_GUILESS_MAIN(ChangedConfigTest)
#include "tst_changedconfig.moc"
