// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftchains.h"
#include "helper/kernel/xtparts.h"
#include "tests/helper/kernelmessages.h"

#include <QTest>
#include <QtEndian>

#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nf_tables_compat.h>

using namespace lvs;
using namespace lvs::test;

namespace {

Bytes bytes(const QByteArray &array)
{
    return std::as_bytes(std::span(array.constData(), size_t(array.size())));
}

QByteArray text(const char *name)
{
    return QByteArray(name) + '\0';
}

template<class T> QByteArray number(T value)
{
    return bytesOf(qToBigEndian(value));
}

/// What the kernel says of a chain (net/netfilter/nf_tables_api.c, nf_tables_fill_chain_info).
WireAttributes kernelChain(const char *table, const char *name, quint32 uses)
{
    return {{NFTA_CHAIN_TABLE, text(table)},
            {NFTA_CHAIN_HANDLE, number(quint64(3))},
            {NFTA_CHAIN_NAME, text(name)},
            {NFTA_CHAIN_USE, number(uses)}};
}

WireAttribute hook(quint32 hookNumber, int priority)
{
    return {NFTA_CHAIN_HOOK | NLA_F_NESTED,
            wire({{NFTA_HOOK_HOOKNUM, number(hookNumber)}, {NFTA_HOOK_PRIORITY, number(quint32(priority))}})};
}

/// An expression of a rule (nf_tables_fill_expr_info).
WireAttribute expression(const char *kind, const WireAttributes &data)
{
    return {NFTA_LIST_ELEM | NLA_F_NESTED,
            wire({{NFTA_EXPR_NAME, text(kind)}, {NFTA_EXPR_DATA | NLA_F_NESTED, wire(data)}})};
}

WireAttribute xt(const char *kind, const char *name, quint32 revision, const QByteArray &info)
{
    return expression(kind,
                      {{NFTA_MATCH_NAME, text(name)}, {NFTA_MATCH_REV, number(revision)}, {NFTA_MATCH_INFO, info}});
}

QByteArray kernelRule(quint64 handle, const WireAttributes &expressions)
{
    return wire({{NFTA_RULE_TABLE, text("mangle")},
                 {NFTA_RULE_CHAIN, text("PREROUTING")},
                 {NFTA_RULE_HANDLE, number(handle)},
                 {NFTA_RULE_EXPRESSIONS | NLA_F_NESTED, wire(expressions)}});
}

/// As iptables-nft writes "-p tcp -m multiport --dports 80,443 -j MARK --set-mark 1".
QByteArray markingRule()
{
    return kernelRule(7, {expression("meta", {{NFTA_META_KEY, number(quint32(16))}}), expression("cmp", {}),
                          xt("match", "multiport", 1, QByteArray(52, 'p')), expression("counter", {}),
                          xt("target", "MARK", 2, QByteArray(8, 'm'))});
}

XtParts partsOf(const QByteArray &rule)
{
    XtParts parts;
    addXtParts(bytes(rule), parts);
    return parts;
}

} // namespace

/// Netlink messages of nf_tables.
class TestNftMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chains_data();
    void chains();
    void badChains_data();
    void badChains();
    void xtPartsOfARule();
    void partsKeepTheirPlaces();
    void badRules_data();
    void badRules();
    void endsAnywhere();
    void families();
};

void TestNftMessages::chains_data()
{
    QTest::addColumn<quint8>("family");
    QTest::addColumn<WireAttributes>("attributes");
    QTest::addColumn<QString>("hook"); // null: none
    const auto row = [](const char *name, int family, const QString &hookName, std::optional<WireAttribute> its) {
        WireAttributes attributes = kernelChain("mangle", "PREROUTING", 17);
        if (its)
            attributes.append(*its);
        QTest::newRow(name) << quint8(family) << attributes << hookName;
    };
    row("no hook", NFPROTO_IPV4, {}, {});
    row("prerouting", NFPROTO_IPV4, QStringLiteral("prerouting -150"), hook(NF_INET_PRE_ROUTING, -150));
    row("input", NFPROTO_IPV6, QStringLiteral("input 0"), hook(NF_INET_LOCAL_IN, 0));
    row("output", NFPROTO_INET, QStringLiteral("output -100"), hook(NF_INET_LOCAL_OUT, -100));
    row("postrouting", NFPROTO_INET, QStringLiteral("postrouting 100"), hook(NF_INET_POST_ROUTING, 100));
    row("ingress", NFPROTO_INET, QStringLiteral("ingress 5"), hook(NF_INET_INGRESS, 5));
    row("ingress of a device", NFPROTO_NETDEV, QStringLiteral("ingress 5"), hook(NF_NETDEV_INGRESS, 5));
    row("egress of a device", NFPROTO_NETDEV, QStringLiteral("egress 5"), hook(NF_NETDEV_INGRESS + 1, 5));
    row("a bridge", NFPROTO_BRIDGE, QStringLiteral("prerouting -300"), hook(0, -300));
    row("a hook of the future", NFPROTO_IPV4, QStringLiteral(" 1"), hook(9, 1));
    row("a hook of ARP", NFPROTO_ARP, QStringLiteral(" 1"), hook(0, 1));
}

void TestNftMessages::chains()
{
    QFETCH(const quint8, family);
    QFETCH(const WireAttributes, attributes);
    QFETCH(const QString, hook);
    const auto chain = nftChainFrom(family, bytes(wire(attributes)));
    QVERIFY(chain);
    QCOMPARE(chain->family, nftFamilyName(family));
    QCOMPARE(chain->table, QStringLiteral("mangle"));
    QCOMPARE(chain->name, QStringLiteral("PREROUTING"));
    QCOMPARE(chain->uses, 17u);
    QCOMPARE(chain->hook ? QStringLiteral("%1 %2").arg(chain->hook->name).arg(chain->hook->priority) : QString(), hook);
}

void TestNftMessages::badChains_data()
{
    QTest::addColumn<QByteArray>("message");
    const WireAttributes chain = kernelChain("mangle", "PREROUTING", 17);
    const auto with = [&](const WireAttribute &attribute) { return wire(chain + WireAttributes{attribute}); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no name") << wire(chain.first(1));
    QTest::newRow("no table") << wire(chain.sliced(1));
    QTest::newRow("a name of nothing") << wire({{NFTA_CHAIN_TABLE, text("t")}, {NFTA_CHAIN_NAME, text("")}});
    QTest::newRow("uses of 2 bytes") << with({NFTA_CHAIN_USE, QByteArray(2, 0)});
    QTest::newRow("priority of 8 bytes") << with({NFTA_CHAIN_HOOK, wire({{NFTA_HOOK_PRIORITY, QByteArray(8, 0)}})});
    QTest::newRow("hook of 3 bytes") << with({NFTA_CHAIN_HOOK, QByteArray(3, 0)});
    QTest::newRow("cut off") << wire(chain).chopped(1);
}

void TestNftMessages::badChains()
{
    QFETCH(const QByteArray, message);
    QVERIFY(!nftChainFrom(NFPROTO_IPV4, bytes(message)));
}

void TestNftMessages::xtPartsOfARule()
{
    const XtParts parts = partsOf(markingRule());
    QCOMPARE(parts.size(), 1);
    const std::vector<XtPart> of = parts.value(7);
    QCOMPARE(of.size(), 2u);
    QCOMPARE(of[0].name, QByteArray("multiport"));
    QCOMPARE(of[0].revision, 1u);
    QCOMPARE(of[0].info, QByteArray(52, 'p'));
    QCOMPARE(of[1].name, QByteArray("MARK"));
    QCOMPARE(of[1].revision, 2u);
    QCOMPARE(of[1].info, QByteArray(8, 'm'));
    QVERIFY(partsOf(kernelRule(8, {expression("counter", {})})).isEmpty());
}

/// The listing has the names in this order; a part that can't be followed must not move the others.
void TestNftMessages::partsKeepTheirPlaces()
{
    const WireAttribute odd = expression("match", {{NFTA_MATCH_NAME, text("tcp")}, {NFTA_MATCH_REV, QByteArray(2, 0)}});
    const XtParts parts = partsOf(kernelRule(7, {odd, xt("target", "MARK", 2, QByteArray(8, 'm'))}));
    const std::vector<XtPart> of = parts.value(7);
    QCOMPARE(of.size(), 2u);
    QVERIFY(of[0].name.isEmpty());
    QCOMPARE(of[1].name, QByteArray("MARK"));
}

void TestNftMessages::badRules_data()
{
    QTest::addColumn<QByteArray>("message");
    const WireAttribute mark = xt("target", "MARK", 2, QByteArray(8, 'm'));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("handle of 4 bytes") << wire(
        {{NFTA_RULE_HANDLE, QByteArray(4, 0)}, {NFTA_RULE_EXPRESSIONS, wire({mark})}});
    QTest::newRow("cut off") << markingRule().chopped(4);
    QTest::newRow("expressions that are none")
        << wire({{NFTA_RULE_HANDLE, number(quint64(7))}, {NFTA_RULE_EXPRESSIONS, QByteArray(7, 0)}});
    QTest::newRow("a longer attribute than there is") << QByteArray("\xff\x00\x04\x00", 4) + markingRule();
}

void TestNftMessages::badRules()
{
    QFETCH(const QByteArray, message);
    QVERIFY(partsOf(message).isEmpty());
}

/// Sanitizers see what is read behind the end.
void TestNftMessages::endsAnywhere()
{
    const QByteArray rule = markingRule();
    const QByteArray chain = wire(kernelChain("mangle", "PREROUTING", 1) + WireAttributes{hook(0, -150)});
    for (qsizetype size = 0; size < rule.size(); ++size)
        QVERIFY(partsOf(QByteArray(rule.constData(), size)).size() <= 1);
    for (qsizetype size = 0; size < chain.size(); ++size)
        nftChainFrom(NFPROTO_IPV4, bytes(QByteArray(chain.constData(), size)));
}

void TestNftMessages::families()
{
    for (const QStringView name : {u"ip", u"ip6", u"inet", u"arp", u"bridge", u"netdev"})
        QCOMPARE(nftFamilyName(nftFamily(name)), name);
    QCOMPARE(nftFamily(u"ipv4"), quint8(NFPROTO_UNSPEC));
    QVERIFY(nftFamilyName(200).isEmpty());
}

QTEST_APPLESS_MAIN(TestNftMessages)
#include "tst_nftmessages.moc"
