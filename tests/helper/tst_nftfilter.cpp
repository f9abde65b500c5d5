// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftfilter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <linux/netfilter/xt_conntrack.h>
#include <linux/netfilter/xt_multiport.h>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What foreign chains let through, out of nftables' listing.
class TestNftFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsConditions_data();
    void readsConditions();
    void readsVerdicts_data();
    void readsVerdicts();
    void readsIptables_data();
    void readsIptables();
    void chainsStandInTheirOrder();
    void readsSourceNat();
    void followsJumps_data();
    void followsJumps();
    void loopsEnd();
    void clientsStayPrivate();
};

namespace {

QJsonArray parsed(const QByteArray &list)
{
    return QJsonDocument::fromJson('[' + list + ']').array();
}

QJsonObject chain(const char *name, const char *hook = "", const char *policy = "accept", int priority = 0,
                  const char *family = "inet", const char *type = "filter")
{
    QJsonObject chain{
        {u"family"_s, QString::fromLatin1(family)}, {u"table"_s, u"t"_s}, {u"name"_s, QString::fromLatin1(name)}};
    if (*hook) {
        chain.insert(u"type"_s, QString::fromLatin1(type));
        chain.insert(u"hook"_s, QString::fromLatin1(hook));
        chain.insert(u"prio"_s, priority);
        chain.insert(u"policy"_s, QString::fromLatin1(policy));
    }
    return {{u"chain"_s, chain}};
}

QJsonObject rule(const char *chain, const QByteArray &expressions, const char *family = "inet")
{
    return {{u"rule"_s, QJsonObject{{u"family"_s, QString::fromLatin1(family)},
                                    {u"table"_s, u"t"_s},
                                    {u"chain"_s, QString::fromLatin1(chain)},
                                    {u"handle"_s, 4},
                                    {u"expr"_s, parsed(expressions)}}}};
}

std::optional<XtParts> noXt(const QString &, const QString &, const QString &)
{
    return {};
}

std::vector<FilterRule> read(const QJsonArray &objects, const XtReader &xt)
{
    NftListing listing;
    listing.add(objects);
    return readFilters(listing, xt);
}

/// A line for each rule: where it is asked, what it does, and "?" where there is more to it.
QStringList summary(const std::vector<FilterRule> &rules)
{
    QStringList lines;
    for (const FilterRule &rule : rules) {
        const QStringView hooks[] = {u"pre", u"in", u"fwd", u"out", u"post", u"snat"};
        QString line = u"%1%2 %3"_s.arg(hooks[quint8(rule.hook)]).arg(rule.chain).arg(rule.toString());
        if (rule.family)
            line += *rule.family == Family::IPv4 ? u" v4"_s : u" v6"_s;
        if (rule.isFirst)
            line += *rule.isFirst ? u" first"_s : u" later"_s;
        if (rule.isConditional)
            line += u" ?"_s;
        lines << line;
    }
    return lines;
}

const QByteArray drop = R"({"drop": null})";

QByteArray match(const QByteArray &left, const QByteArray &right, const QByteArray &op = "==")
{
    return R"({"match": {"op": ")" + op + R"(", "left": )" + left + R"(, "right": )" + right + "}},";
}

QByteArray payload(const QByteArray &protocol, const QByteArray &field)
{
    return R"({"payload": {"protocol": ")" + protocol + R"(", "field": ")" + field + R"("}})";
}

QByteArray meta(const QByteArray &key)
{
    return R"({"meta": {"key": ")" + key + R"("}})";
}

const QByteArray ctState = R"({"ct": {"key": "state"}})";

template<class T> QByteArray bytesOf(const T &info)
{
    return {reinterpret_cast<const char *>(&info), sizeof info};
}

} // namespace

void TestNftFilter::readsConditions_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("line"); // behind "in1 "; empty: nothing is dropped
    const auto row = [](const char *name, const QByteArray &conditions, const QString &line) {
        QTest::newRow(name) << conditions << line;
    };
    row("none", "", u"drop"_s);
    row("port", match(payload("tcp", "dport"), "80"), u"drop TCP to 80"_s);
    row("ports", match(payload("tcp", "dport"), R"({"set": [80, {"range": [8000, 8080]}]})"),
        u"drop TCP to 80,8000-8080"_s);
    row("port of several protocols",
        match(meta("l4proto"), R"({"set": ["tcp", "udp"]})") + match(payload("th", "dport"), "53"),
        u"drop TCP,UDP to 53"_s);
    row("source port", match(payload("tcp", "sport"), "1024"), u"drop TCP from 1024"_s);
    row("address", match(payload("ip", "daddr"), R"("172.18.100.6")"), u"drop to 172.18.100.6 v4"_s);
    row("network", match(payload("ip6", "daddr"), R"({"prefix": {"addr": "2001:db8::", "len": 64}})"),
        u"drop to 2001:db8::/64 v6"_s);
    row("a range of addresses", match(payload("ip", "daddr"), R"({"range": ["10.0.0.1", "10.0.0.9"]})"),
        u"drop v4 ?"_s);
    row("a named set", match(payload("ip", "daddr"), R"("@vips")"), u"drop v4 ?"_s);
    row("all but one", match(payload("ip", "daddr"), R"("172.18.100.6")", "!="), u"drop v4 ?"_s);
    row("interface", match(meta("iifname"), R"("eth0")"), u"drop in eth0"_s);
    row("interfaces", match(meta("iif"), R"({"set": ["eth0", "eth1"]})"), u"drop in eth0,eth1"_s);
    row("some interfaces", match(meta("iifname"), R"("eth*")"), u"drop ?"_s);
    row("out", match(meta("oifname"), R"("eth1")"), u"drop out eth1"_s);
    row("first packets", match(ctState, "8", "in"), u"drop first"_s);
    row("first packets and others of no connection", match(ctState, "[8, 64]", "in"), u"drop first"_s);
    row("later packets", match(ctState, "[2, 4]", "in"), u"drop later"_s);
    row("invalid ones", match(ctState, "1", "in"), u"drop later"_s);
    row("related ones", match(ctState, "4", "in"), u"drop ?"_s);
    row("untracked ones", match(ctState, "[2, 64]", "in"), u"drop ?"_s);
    row("all states", match(ctState, R"({"set": [8, 2]})"), u"drop"_s);
    row("states with names", match(ctState, R"(["established", "related"])", "in"), u"drop later"_s);
    row("states without one", match(ctState, R"("strange")", "in"), u"drop ?"_s);
    row("family", match(meta("nfproto"), R"("ipv6")"), u"drop v6"_s);
    row("ICMP", match(payload("icmp", "type"), R"("echo-request")"), {});
    row("protocol 1", match(payload("ip", "protocol"), R"("icmp")"), {});
    row("IP in IP", match(meta("l4proto"), "4"), u"drop IP_4"_s);
    row("GRE", match(meta("l4proto"), "47"), u"drop IP_47"_s);
    row("both ports of one set",
        match(payload("tcp", "dport"), R"({"set": [80, 443]})") + match(payload("tcp", "dport"), "443"),
        u"drop TCP to 443"_s);
    row("what can't be", match(payload("tcp", "dport"), "80") + match(payload("udp", "dport"), "80"), {});
    row("networks in each other",
        match(payload("ip", "daddr"), R"({"prefix": {"addr": "10.0.0.0", "len": 8}})") +
            match(payload("ip", "daddr"), R"("10.1.1.1")"),
        u"drop to 10.1.1.1 v4"_s);
    row("a limit", R"({"limit": {"rate": 10, "per": "second"}},)", u"drop ?"_s);
    row("something unknown", match(R"({"fib": {"result": "type"}})", R"("local")"), u"drop ?"_s);
    row("as far as a set takes them",
        R"({"set": {"op": "add", "elem": {"payload": {"protocol": "ip", "field": "saddr"}}, "set": "@flood"}},)",
        u"drop ?"_s);
    row("logged and counted", R"({"counter": {"packets": 1, "bytes": 60}}, {"log": null},)", u"drop"_s);
}

void TestNftFilter::readsConditions()
{
    QFETCH(const QByteArray, conditions);
    QFETCH(const QString, line);
    const auto rules = read({chain("in", "input"), rule("in", conditions + drop)}, noXt);
    QCOMPARE(summary(rules), line.isEmpty() ? QStringList() : QStringList{u"in1 "_s + line});
}

void TestNftFilter::readsVerdicts_data()
{
    QTest::addColumn<QByteArray>("expressions");
    QTest::addColumn<QStringList>("lines"); // before the policy
    const auto row = [](const char *name, const QByteArray &expressions, const QStringList &lines) {
        QTest::newRow(name) << expressions << lines;
    };
    const QByteArray port = match(payload("tcp", "dport"), "80");
    row("accept", port + R"({"accept": null})", {u"in1 accept TCP to 80"_s});
    row("drop", port + drop, {u"in1 drop TCP to 80"_s});
    row("reject", port + R"({"reject": {"type": "tcp reset"}})", {u"in1 reject TCP to 80"_s});
    row("queue", port + R"({"queue": {"num": 0}})", {u"in1 accept TCP to 80 ?"_s});
    row("nothing", port + R"({"counter": null})", {});
    row("a map of states",
        R"({"vmap": {"key": {"ct": {"key": "state"}}, "data": {"set": [[2, {"accept": null}], [1, {"drop": null}]]}}})",
        {u"in1 accept later"_s, u"in1 drop later"_s});
    row("a map of ports",
        R"({"vmap": {"key": {"payload": {"protocol": "tcp", "field": "dport"}}, "data": {"set": [[22, {"accept": null}], [80, {"drop": null}]]}}})",
        {u"in1 accept TCP to 22"_s, u"in1 drop TCP to 80"_s});
    row("a map with a name", R"({"vmap": {"key": {"meta": {"key": "iifname"}}, "data": "@zones"}})",
        {u"in1 accept ?"_s});
}

void TestNftFilter::readsVerdicts()
{
    QFETCH(const QByteArray, expressions);
    QFETCH(QStringList, lines);
    lines << u"in1 policy drop"_s;
    const auto rules = read({chain("in", "input", "drop"), rule("in", expressions)}, noXt);
    QCOMPARE(summary(rules), lines);
}

void TestNftFilter::readsIptables_data()
{
    QTest::addColumn<QByteArray>("xt");
    QTest::addColumn<std::vector<XtPart>>("parts");
    QTest::addColumn<QString>("line");
    using Parts = std::vector<XtPart>;
    const auto states = [](quint16 mask, quint16 flags = XT_CONNTRACK_STATE) {
        xt_conntrack_mtinfo3 info{};
        info.match_flags = flags;
        info.state_mask = mask;
        return XtPart{.name = "conntrack", .revision = 3, .info = bytesOf(info)};
    };
    constexpr quint16 fresh = XT_CONNTRACK_STATE_BIT(IP_CT_NEW);
    constexpr quint16 old = XT_CONNTRACK_STATE_BIT(IP_CT_ESTABLISHED);
    const QByteArray conntrack = R"({"xt": {"type": "match", "name": "conntrack"}},)";
    QTest::newRow("first packets") << conntrack << Parts{states(fresh)} << u"drop v4 first"_s;
    QTest::newRow("later packets") << conntrack << Parts{states(old)} << u"drop v4 later"_s;
    QTest::newRow("all") << conntrack << Parts{states(fresh | old)} << u"drop v4"_s;
    QTest::newRow("all, and more") << conntrack << Parts{states(fresh | old, XT_CONNTRACK_STATE | XT_CONNTRACK_ORIGDST)}
                                   << u"drop v4 ?"_s;
    QTest::newRow("translated ones") << conntrack << Parts{states(old | XT_CONNTRACK_STATE_DNAT)}
                                     << u"drop v4 later ?"_s;
    QTest::newRow("untracked ones") << conntrack << Parts{states(XT_CONNTRACK_STATE_UNTRACKED)} << u"drop v4 ?"_s;
    QTest::newRow("and more") << conntrack << Parts{states(fresh, XT_CONNTRACK_STATE | XT_CONNTRACK_PROTO)}
                              << u"drop v4 first ?"_s;
    QTest::newRow("not read") << conntrack << Parts{} << u"drop v4 ?"_s;
    xt_multiport_v1 ports{};
    ports.flags = XT_MULTIPORT_DESTINATION;
    ports.count = 2;
    ports.ports[0] = 80;
    ports.ports[1] = 443;
    QTest::newRow("multiport") << QByteArray(R"({"xt": {"type": "match", "name": "multiport"}},)")
                               << Parts{{.name = "multiport", .revision = 1, .info = bytesOf(ports)}}
                               << u"drop to 80,443 v4"_s;
    QTest::newRow("comment") << QByteArray(R"({"xt": {"type": "match", "name": "comment"}},)") << Parts{}
                             << u"drop v4"_s;
    QTest::newRow("unknown match") << QByteArray(R"({"xt": {"type": "match", "name": "addrtype"}},)") << Parts{}
                                   << u"drop v4 ?"_s;
}

void TestNftFilter::readsIptables()
{
    QFETCH(const QByteArray, xt);
    QFETCH(const std::vector<XtPart>, parts);
    QFETCH(const QString, line);
    const auto reader = [&](const QString &, const QString &, const QString &) { return XtParts{{4, parts}}; };
    const auto rules = read({chain("in", "input", "accept", 0, "ip"), rule("in", xt + drop, "ip")}, reader);
    QCOMPARE(summary(rules), QStringList{u"in1 "_s + line});

    const auto rejecting =
        read({chain("in", "input"), rule("in", R"({"xt": {"type": "target", "name": "REJECT"}})")}, reader);
    QCOMPARE(summary(rejecting), QStringList{u"in1 reject"_s});
}

void TestNftFilter::chainsStandInTheirOrder()
{
    const auto rules =
        read({chain("fwd", "forward", "drop"), chain("in", "input", "drop"), chain("early", "input", "drop", -10),
              chain("pre", "prerouting", "drop"), chain("harmless", "input"), rule("harmless", R"({"accept": null})"),
              chain("last", "input", "drop", 98), chain("late", "input", "drop", 100), chain("out", "output", "drop"),
              chain("mangle", "output", "drop", -150, "ip", "route"), chain("post", "postrouting", "drop"),
              chain("nat", "prerouting", "drop", 0, "ip", "nat"), chain("bridge", "input", "drop", 0, "bridge")},
             noXt);
    QStringList places;
    for (const FilterRule &rule : rules) {
        QVERIFY(rule.isPolicy);
        places << rule.place;
    }
    QCOMPARE(places, (QStringList{u"inet t pre"_s, u"inet t early"_s, u"inet t in"_s, u"inet t last"_s, u"inet t fwd"_s,
                                  u"ip t mangle"_s, u"inet t out"_s, u"inet t post"_s}));
}

void TestNftFilter::readsSourceNat()
{
    const QByteArray inside = match(meta("oifname"), R"("eth1")");
    const auto rules = read({chain("nat", "postrouting", "accept", 100, "ip", "nat"),
                             rule("nat", match(payload("ip", "saddr"), R"("10.0.0.1")") + R"({"accept": null})", "ip"),
                             rule("nat", inside + R"({"masquerade": null})", "ip"),
                             rule("nat",
                                  R"({"xt": {"type": "match", "name": "ipvs"}},)"
                                  R"({"xt": {"type": "target", "name": "SNAT"}})",
                                  "ip"),
                             rule("nat", match(payload("ip", "saddr"), R"("@lan")") + R"({"masquerade": null})", "ip"),
                             rule("nat", R"({"snat": {"addr": "192.168.10.1"}})", "ip"),
                             chain("dnat", "prerouting", "accept", -100, "ip", "nat"),
                             rule("dnat", R"({"dnat": {"addr": "192.168.10.11"}})", "ip")},
                            noXt);
    QCOMPARE(summary(rules), (QStringList{u"snat1 accept from 10.0.0.1 v4"_s, u"snat1 translate out eth1 v4"_s,
                                          u"snat1 translate v4 ?"_s, u"snat1 translate v4"_s}));
}

void TestNftFilter::followsJumps_data()
{
    QTest::addColumn<QByteArray>("leading"); // the rule of the chain that is asked
    QTest::addColumn<QByteArray>("inner");   // that of the other chain, before a drop
    QTest::addColumn<QStringList>("lines");  // before the policy
    const QByteArray web = match(payload("tcp", "dport"), R"({"set": [80, 443]})");
    const QByteArray jump = R"({"jump": {"target": "other"}})";
    const QByteArray leave = R"({"goto": {"target": "other"}})";
    const QByteArray back = R"({"return": null})";
    QTest::newRow("jump") << jump << match(payload("tcp", "dport"), "80") + R"({"accept": null})"
                          << QStringList{u"in1 accept TCP to 80"_s, u"in1 drop"_s, u"in1 accept TCP to 22"_s};
    QTest::newRow("conditional jump") << web + jump << match(payload("tcp", "dport"), "80") + R"({"accept": null})"
                                      << QStringList{u"in1 accept TCP to 80"_s, u"in1 drop TCP to 80,443"_s,
                                                     u"in1 accept TCP to 22"_s};
    QTest::newRow("goto") << leave << QByteArray(R"({"counter": null})") << QStringList{u"in1 drop"_s};
    QTest::newRow("conditional goto") << web + leave << QByteArray(R"({"counter": null})")
                                      << QStringList{u"in1 drop TCP to 80,443"_s, u"in1 accept TCP to 22 ?"_s};
    QTest::newRow("return") << jump << back << QStringList{u"in1 accept TCP to 22"_s};
    QTest::newRow("conditional return") << jump << web + back
                                        << QStringList{u"in1 drop ?"_s, u"in1 accept TCP to 22"_s};
}

void TestNftFilter::followsJumps()
{
    QFETCH(const QByteArray, leading);
    QFETCH(const QByteArray, inner);
    QFETCH(QStringList, lines);
    lines << u"in1 policy drop"_s;
    const auto rules = read({chain("in", "input", "drop"), rule("in", leading),
                             rule("in", match(payload("tcp", "dport"), "22") + R"({"accept": null})"), chain("other"),
                             rule("other", inner), rule("other", drop)},
                            noXt);
    QCOMPARE(summary(rules), lines);
    QCOMPARE(rules.front().place.section(u' ', 2), rules.front().toString().contains(u"22") ? u"in"_s : u"other"_s);
}

void TestNftFilter::loopsEnd()
{
    QJsonArray objects{chain("in", "input"), rule("in", R"({"jump": {"target": "a"}})")};
    for (int i = 0; i < 40; ++i)
        objects.append(rule("a", R"({"jump": {"target": "a"}})"));
    objects.append(rule("a", drop));
    QVERIFY(read(objects, noXt).size() <= 10'001u); // and it comes to an end
}

void TestNftFilter::clientsStayPrivate()
{
    const QByteArray client = match(payload("ip", "saddr"), R"("10.1.1.10")");
    const auto rules = read(
        {chain("in", "input"), rule("in", client + drop), chain("fwd", "forward"), rule("fwd", client + drop)}, noXt);
    QCOMPARE(summary(rules), (QStringList{u"in1 drop v4 ?"_s, u"fwd2 drop from 10.1.1.10 v4"_s}));
}

QTEST_APPLESS_MAIN(TestNftFilter)
#include "tst_nftfilter.moc"
