// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftruleset.h"
#include "tests/helper/nftlistings.h"
#include "tests/helper/xtstructures.h"

#include <QTest>

#include <algorithm>

#include <linux/netfilter/xt_CONNMARK.h>
#include <linux/netfilter/xt_TPROXY.h>
#include <linux/netfilter/xt_set.h>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

std::optional<XtParts> noXt(const QString &, const QString &, const QString &)
{
    return {};
}

Result<FirewallState> read(const QByteArray &json, const XtReader &xt)
{
    return objectsOf(json).transform([&](const QJsonArray &objects) {
        NftListing listing;
        listing.add(objects);
        return firewallFrom(listing, xt);
    });
}

const QJsonArray marking{object(R"({"mangle": {"key": {"meta": {"key": "mark"}}, "value": 1}})")};

} // namespace

/// Rules of nftables and iptables that mark packets, out of listings.
class TestNftables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsMarks_data();
    void readsMarks();
    void readsIptables_data();
    void readsIptables();
    void readsOtherTargets_data();
    void readsOtherTargets();
    void looksWhereIpvsComesLater_data();
    void looksWhereIpvsComesLater();
    void passesOverTablesThatSleep();
    void followsJumps();
    void namedMapsOfVerdicts_data();
    void namedMapsOfVerdicts();
    void refusesWhatIsNoRuleset();
};

void TestNftables::readsMarks_data()
{
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("expressions"); // of nft 1.1.3
    QTest::addColumn<QStringList>("rules");
    const auto row = [](const char *name, const QByteArray &expressions, const QStringList &rules,
                        const QByteArray &family = "ip") {
        QStringList lines;
        for (const QString &rule : rules)
            lines << u"1 %1 filter PREROUTING%2"_s.arg(QString::fromLatin1(family), rule);
        QTest::newRow(name) << family << expressions << lines;
    };
    const QByteArray vip =
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "10.0.0.1"}})";
    const QByteArray port =
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 80}})";
    const auto mark = [](const QByteArray &value) {
        return R"({"mangle": {"key": {"meta": {"key": "mark"}}, "value": )" + value + "}}";
    };
    const QString unread = u" unread"_s;
    row("one port", vip + ',' + port + ',' + mark("1"), {u": 10.0.0.1 TCP 80 -> 0x1"_s});
    row("counted", vip + ',' + port + R"(,{"counter": {"packets": 3, "bytes": 180}},)" + mark("1"),
        {u": 10.0.0.1 TCP 80 -> 0x1 3/180"_s});
    row("network",
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}},
        "right": {"prefix": {"addr": "10.0.0.0", "len": 24}}}},)" +
            mark("16"),
        {u": 10.0.0.0/24 -> 0x10"_s});
    row("two addresses",
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}},
        "right": {"set": ["10.0.0.1", "10.0.0.2"]}}},)" +
            port + ',' + mark("17"),
        {u": 10.0.0.1 TCP 80 -> 0x11"_s, u": 10.0.0.2 TCP 80 -> 0x11"_s});
    row("two protocols",
        R"({"match": {"op": "==", "left": {"meta": {"key": "l4proto"}}, "right": {"set": ["tcp", 17]}}},
        {"match": {"op": "==", "left": {"payload": {"protocol": "th", "field": "dport"}}, "right": 53}},)" +
            mark("6"),
        {u": 0.0.0.0/0 TCP 53 -> 0x6"_s, u": 0.0.0.0/0 UDP 53 -> 0x6"_s});
    row("both families", port + ',' + mark("1"), {u": 0.0.0.0/0 TCP 80 -> 0x1"_s, u": ::/0 TCP 80 -> 0x1"_s}, "inet");
    row("family of a table for both",
        R"({"match": {"op": "==", "left": {"meta": {"key": "nfproto"}}, "right": "ipv6"}},)" + port + ',' + mark("1"),
        {u": ::/0 TCP 80 -> 0x1"_s}, "inet");
    const auto families = [](const QByteArray &right) {
        return R"({"match": {"op": "==", "left": {"meta": {"key": "nfproto"}}, "right": )" + right + "}},";
    };
    row("family by number", families("2") + port + ',' + mark("1"), {u": 0.0.0.0/0 TCP 80 -> 0x1"_s}, "inet");
    row("family as a set", families(R"({"set": ["ipv4", 10]})") + port + ',' + mark("1"),
        {u": 0.0.0.0/0 TCP 80 -> 0x1"_s, u": ::/0 TCP 80 -> 0x1"_s}, "inet");
    row("a family that there is not", families(R"("ipv5")") + port + ',' + mark("1"), {unread}, "inet");
    row("interface",
        R"({"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "eth0"}},)" + port + ',' + mark("1"),
        {u": 0.0.0.0/0 TCP 80 -> 0x1 narrower"_s});
    row("all but one address",
        R"({"match": {"op": "!=", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "10.0.0.9"}},)" +
            mark("7"),
        {u": 0.0.0.0/0 -> 0x7 narrower"_s});
    row("some bits", port + ',' + mark(R"({"|": [{"&": [{"meta": {"key": "mark"}}, 4294967045]}, 5]})"),
        {u": 0.0.0.0/0 TCP 80 -> 0x5/0xff"_s});
    row("bits added", port + ',' + mark(R"({"|": [{"meta": {"key": "mark"}}, 5]})"),
        {u": 0.0.0.0/0 TCP 80 -> 0x5/0x5"_s});
    row("bits toggled", port + ',' + mark(R"({"^": [{"&": [{"meta": {"key": "mark"}}, 4294967295]}, 5]})"), {unread});
    row("a map",
        mark(R"({"map": {"key": {"payload": {"protocol": "tcp", "field": "dport"}}, "data": {"set": [[80, 1]]}}})"),
        {unread});
    row("a named set",
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "@vips"}},)" +
            mark("1"),
        {unread});
    row("a concatenation",
        R"({"match": {"op": "==", "left": {"concat": [{"payload": {"protocol": "ip", "field": "daddr"}},
        {"payload": {"protocol": "tcp", "field": "dport"}}]}, "right": {"set": [{"concat": ["10.0.0.1", 80]}]}}},)" +
            mark("4"),
        {unread});
    row("takes the mark away", port + ',' + mark("0"), {});
    row("of the connection", R"({"mangle": {"key": {"ct": {"key": "mark"}}, "value": 3}})", {});
    row("given back by the connection", port + ',' + mark(R"({"ct": {"key": "mark"}})"), {unread});
    row("named by a system's file", port + ',' + mark(R"("web")"), {unread});
    row("nothing about marks", port + R"(,{"accept": null})", {});
    row("a mark out of range", port + ',' + mark("4294967296"), {unread});
    row("a port out of range",
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 65536}},)" +
            mark("1"),
        {unread});
    row("no address",
        R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "www"}},)" +
            mark("1"),
        {unread});
}

void TestNftables::readsMarks()
{
    QFETCH(const QByteArray, family);
    QFETCH(const QByteArray, expressions);
    QFETCH(const QStringList, rules);
    const QJsonArray parsed = QJsonDocument::fromJson('[' + expressions + ']').array();
    QVERIFY(!parsed.isEmpty());
    const auto state = read(
        ruleset({chain(family, "filter", "PREROUTING", "prerouting"), listed(family, "filter", "PREROUTING", parsed)}),
        noXt);
    QVERIFY(state);
    QCOMPARE(summary(*state), rules);
}

void TestNftables::readsIptables_data()
{
    QTest::addColumn<QByteArray>("names"); // of the matches, as the listing shows them
    QTest::addColumn<std::vector<XtPart>>("parts");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const QByteArray &names, const std::vector<XtPart> &parts,
                        const QString &rule) { QTest::newRow(name) << names << parts << rule; };
    row("multiport", "multiport", {multiport({80, 443}), markTarget(1)}, u": 172.18.100.6 TCP 80,443 -> 0x1 0/0"_s);
    row("multiport with a range", "multiport", {multiport({80, 90, 100}, {1}), markTarget(1)},
        u": 172.18.100.6 TCP 80,90-100 -> 0x1 0/0"_s);
    XtPart inverted = multiport({80});
    inverted.info[int(offsetof(xt_multiport_v1, invert))] = 1;
    row("all but some ports", "multiport", {inverted, markTarget(1)}, u": 172.18.100.6 TCP -> 0x1 narrower 0/0"_s);
    xt_tcp one{};
    one.spts[1] = 65535;
    std::ranges::fill(one.dpts, 80);
    row("tcp", "tcp", {{.name = "tcp", .info = infoOf(one)}, markTarget(2)}, u": 172.18.100.6 TCP 80 -> 0x2 0/0"_s);
    one.spts[0] = 1024;
    row("with a source port", "tcp", {{.name = "tcp", .info = infoOf(one)}, markTarget(2)},
        u": 172.18.100.6 TCP 80 -> 0x2 narrower 0/0"_s);
    row("a comment", "comment", {{.name = "comment", .info = QByteArray(256, 'x')}, markTarget(2)},
        u": 172.18.100.6 TCP -> 0x2 0/0"_s);
    row("a state", "conntrack", {{.name = "conntrack", .revision = 3, .info = QByteArray(160, 0)}, markTarget(2)},
        u": 172.18.100.6 TCP -> 0x2 narrower 0/0"_s);
    row("some bits", "", {markTarget(3, 0xff)}, u": 172.18.100.6 TCP -> 0x3/0xff 0/0"_s);
    row("bits toggled", "", {markTarget(0x103, 0xff)}, u" unread"_s);
    row("another revision", "", {{.name = "MARK", .revision = 1, .info = QByteArray(8, 0)}}, u" unread"_s);
    row("cut off", "", {{.name = "MARK", .revision = 2, .info = QByteArray(7, 0)}}, u" unread"_s);
    row("gone meanwhile", "multiport", {}, u" unread"_s);
    row("another rule meanwhile", "multiport", {markTarget(1)}, u" unread"_s);
}

void TestNftables::readsIptables()
{
    QFETCH(const QByteArray, names);
    QFETCH(const std::vector<XtPart>, parts);
    QFETCH(const QString, rule);
    QJsonArray expressions{
        object(
            R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "daddr"}}, "right": "172.18.100.6"}})"),
        object(
            R"({"match": {"op": "==", "left": {"payload": {"protocol": "ip", "field": "protocol"}}, "right": "tcp"}})")};
    if (!names.isEmpty())
        expressions.append(object(R"({"xt": {"type": "match", "name": ")" + names + R"("}})"));
    expressions.append(object(R"({"counter": {"packets": 0, "bytes": 0}})"));
    expressions.append(object(R"({"xt": {"type": "target", "name": "MARK"}})"));
    int asked = 0;
    const auto xt = [&](const QString &family, const QString &table, const QString &chain) -> std::optional<XtParts> {
        ++asked;
        const bool isRight = family == "ip"_L1 && table == "mangle"_L1 && chain == "PREROUTING"_L1;
        return isRight ? XtParts{{4, parts}} : XtParts();
    };
    const auto state = read(
        ruleset({chain("ip", "mangle", "PREROUTING", "prerouting"), listed("ip", "mangle", "PREROUTING", expressions)}),
        xt);
    QVERIFY(state);
    QCOMPARE(summary(*state), QStringList{u"2 ip mangle PREROUTING"_s + rule});
    QCOMPARE(asked, 1);
}

void TestNftables::readsOtherTargets_data()
{
    QTest::addColumn<XtPart>("target");
    QTest::addColumn<bool>("marks");
    const auto row = [](const char *name, const XtPart &target, bool marks) { QTest::newRow(name) << target << marks; };
    const auto connmark = [](quint8 mode) {
        return XtPart{.name = "CONNMARK",
                      .revision = 1,
                      .info = infoOf(xt_connmark_tginfo1{.ctmark = 1, .ctmask = 1, .nfmask = ~0u, .mode = mode})};
    };
    row("CONNMARK --restore-mark", connmark(XT_CONNMARK_RESTORE), true);
    row("CONNMARK --save-mark", connmark(XT_CONNMARK_SAVE), false);
    row("CONNMARK --set-mark", connmark(XT_CONNMARK_SET), false);
    xt_connmark_tginfo2 shifting{};
    shifting.mode = XT_CONNMARK_RESTORE;
    row("CONNMARK --restore-mark with a shift", {.name = "CONNMARK", .revision = 2, .info = infoOf(shifting)}, true);
    row("CONNMARK, cut off", {.name = "CONNMARK", .revision = 1, .info = QByteArray(12, 0)}, true);
    row("CONNMARK of the future", {.name = "CONNMARK", .revision = 3, .info = QByteArray(64, 0)}, true);
    const auto tproxy = [](quint32 mask) {
        xt_tproxy_target_info_v1 info{};
        info.mark_mask = mask;
        return XtPart{.name = "TPROXY", .revision = 1, .info = infoOf(info)};
    };
    row("TPROXY --tproxy-mark", tproxy(1), true);
    row("TPROXY", tproxy(0), false);
    const auto set = [](ip_set_id_t map) {
        xt_set_info_target_v3 info{};
        info.map_set.index = map;
        return XtPart{.name = "SET", .revision = 3, .info = infoOf(info)};
    };
    row("SET --map-set", set(0), true);
    row("SET --add-set", set(IPSET_INVALID_ID), false);
    row("SET, older", {.name = "SET", .revision = 2, .info = QByteArray(16, 0)}, false);
    row("HMARK", {.name = "HMARK", .revision = 0, .info = QByteArray(64, 0)}, true);
    row("LOG", {.name = "LOG", .revision = 0, .info = QByteArray(32, 0)}, false);
}

void TestNftables::readsOtherTargets()
{
    QFETCH(const XtPart, target);
    QFETCH(const bool, marks);
    const QJsonArray expressions{object(R"({"xt": {"type": "target", "name": ")" + target.name + R"("}})")};
    const QByteArray json =
        ruleset({chain("ip", "mangle", "PREROUTING", "prerouting"), listed("ip", "mangle", "PREROUTING", expressions)});
    const auto xt = [&](const QString &, const QString &, const QString &) { return XtParts{{4, {target}}}; };
    const auto state = read(json, xt);
    QVERIFY(state);
    QCOMPARE(summary(*state), marks ? QStringList{u"2 ip mangle PREROUTING unread"_s} : QStringList());
    // What can't be looked into may mark.
    if (mayMarkPackets(target.name))
        QCOMPARE(summary(*read(json, noXt)), QStringList{u"2 ip mangle PREROUTING unread"_s});
}

void TestNftables::looksWhereIpvsComesLater_data()
{
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("hook");
    QTest::addColumn<int>("priority");
    QTest::addColumn<QString>("rule"); // null: nothing
    const auto row = [](const QByteArray &family, const QByteArray &hook, int priority, const QString &rule) {
        QTest::addRow("%s %s %d", family.constData(), hook.constData(), priority) << family << hook << priority << rule;
    };
    const QString all = u": 0.0.0.0/0 -> 0x1"_s;
    const QString some = all + u" narrower"_s;
    row("ip", "prerouting", -150, all);
    row("ip", "prerouting", 300, all);
    row("ip", "input", 0, all);
    row("ip", "input", 98, all);
    row("ip", "input", 99, {});
    row("ip", "input", 100, {});
    row("ip", "output", -150, some); // what the director itself asks for
    row("ip", "output", -98, {});
    row("ip", "forward", -150, {});
    row("ip", "postrouting", -150, {});
    row("netdev", "ingress", 0, some);
    row("netdev", "egress", 0, {});
    row("inet", "ingress", 0, some);
    row("bridge", "prerouting", -300, some);
    row("bridge", "input", 200, some);
    row("bridge", "output", -300, {});
    row("arp", "input", 0, {});
}

void TestNftables::looksWhereIpvsComesLater()
{
    QFETCH(const QByteArray, family);
    QFETCH(const QByteArray, hook);
    QFETCH(const int, priority);
    QFETCH(const QString, rule);
    const auto state =
        read(ruleset({chain(family, "t", "c", hook, priority), listed(family, "t", "c", marking)}), noXt);
    QVERIFY(state);
    QCOMPARE(summary(*state).value(0),
             rule.isNull() ? QString() : u"1 %1 t c"_s.arg(QString::fromLatin1(family)) + rule);
}

void TestNftables::passesOverTablesThatSleep()
{
    const auto table = [](const QByteArray &name, const QByteArray &flags) {
        return object(R"({"table": {"family": "ip", "name": ")" + name + R"(", "flags": )" + flags + "}}");
    };
    const auto state = read(ruleset({table("asleep", R"("dormant")"), chain("ip", "asleep", "c", "prerouting"),
                                     listed("ip", "asleep", "c", marking), table("too", R"(["owner", "dormant"])"),
                                     chain("ip", "too", "c", "prerouting"), listed("ip", "too", "c", marking),
                                     table("awake", R"(["owner"])"), chain("ip", "awake", "c", "prerouting"),
                                     listed("ip", "awake", "c", marking)}),
                            noXt);
    QVERIFY(state);
    QCOMPARE(summary(*state), QStringList{u"1 ip awake c: 0.0.0.0/0 -> 0x1"_s});
}

void TestNftables::namedMapsOfVerdicts_data()
{
    QTest::addColumn<QJsonArray>("others");
    QTest::addColumn<QStringList>("rules");
    const QStringList unread{u"1 ip mangle PREROUTING unread"_s};
    QTest::newRow("to a chain that marks")
        << QJsonArray{chain("ip", "mangle", "web"), listed("ip", "mangle", "web", marking)} << unread;
    QTest::newRow("nothing that marks") << QJsonArray{chain("ip", "mangle", "web"),
                                                      listed("ip", "mangle", "web", {object(R"({"drop": null})")})}
                                        << QStringList();
    QTest::newRow("of another table") << QJsonArray{chain("ip", "other", "web"), listed("ip", "other", "web", marking)}
                                      << QStringList();
    QTest::newRow("a chain of another hook") << QJsonArray{chain("ip", "mangle", "POSTROUTING", "postrouting"),
                                                           listed("ip", "mangle", "POSTROUTING", marking)}
                                             << QStringList();
}

void TestNftables::namedMapsOfVerdicts()
{
    QFETCH(const QJsonArray, others);
    QFETCH(const QStringList, rules);
    QJsonArray objects{
        chain("ip", "mangle", "PREROUTING", "prerouting"),
        listed(
            "ip", "mangle", "PREROUTING",
            {object(R"({"vmap": {"key": {"payload": {"protocol": "tcp", "field": "dport"}}, "data": "@services"}})")})};
    for (const QJsonValue &other : others)
        objects.append(other);
    const auto state = read(ruleset(objects), noXt);
    QVERIFY(state);
    QCOMPARE(summary(*state), rules);
}

void TestNftables::followsJumps()
{
    const QJsonArray always{object(R"({"counter": {"packets": 0, "bytes": 0}})"),
                            object(R"({"jump": {"target": "all"}})")};
    const QJsonArray sometimes{
        object(R"({"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "eth0"}})"),
        object(R"({"goto": {"target": "some"}})")};
    const QJsonArray back{object(R"({"jump": {"target": "all"}})")};
    const QJsonArray mark{object(R"({"mangle": {"key": {"meta": {"key": "mark"}}, "value": 1}})")};
    const auto state = read(
        ruleset({chain("ip", "mangle", "PREROUTING", "prerouting"), listed("ip", "mangle", "PREROUTING", sometimes),
                 listed("ip", "mangle", "PREROUTING", always), chain("ip", "mangle", "some"),
                 listed("ip", "mangle", "some", mark), listed("ip", "mangle", "some", back),
                 chain("ip", "mangle", "all"), listed("ip", "mangle", "all", mark), chain("ip", "mangle", "unused"),
                 listed("ip", "mangle", "unused", mark)}),
        noXt);
    QVERIFY(state);
    QCOMPARE(summary(*state),
             (QStringList{u"1 ip mangle some: 0.0.0.0/0 -> 0x1 narrower"_s, u"1 ip mangle all: 0.0.0.0/0 -> 0x1"_s}));
}

void TestNftables::refusesWhatIsNoRuleset()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("[]"), QByteArray(R"({"nftables": 1})"), QByteArray("{")})
        QCOMPARE(objectsOf(text).error().code, ErrorCode::BadKernelReply);
    QCOMPARE(
        read(ruleset({1, u"x"_s, QJsonObject{{"rule"_L1, u"x"_s}}, QJsonObject{{"chain"_L1, QJsonObject()}}}), noXt),
        FirewallState());
}

QTEST_APPLESS_MAIN(TestNftables)
#include "tst_nftables.moc"
