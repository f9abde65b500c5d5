// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/shelltext.h"
#include "tests/rules/rulewords.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What people paste.
class ShellTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsCommands_data();
    void findsCommands();
    void pointsIntoTheText();
    void tellsRulesFromOtherText();
    void survivesAnyText();
};

void ShellTextTest::findsCommands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QString rule = u"ipvsadm -A -t 10.0.0.1:80 -s rr"_s;
    const QString read = u"-A -t 10.0.0.1:80 -s rr"_s;
    const auto row = [](const char *name, const QString &text, const QStringList &found) {
        QTest::newRow(name) << text << found;
    };
    row("plain", rule, {read});
    row("saved", u"-A -t 10.0.0.1:80 -s rr\n-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 1\n"_s,
        {read, u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s});
    row("Windows line ends", rule + u"\r\n"_s + rule + u"\r\n"_s, {read, read});
    row("root's prompt", u"# "_s + rule, {read});
    row("root's prompt, joined", u"#"_s + rule, {read});
    row("prompt", u"$ "_s + rule, {read});
    row("Red Hat's prompt", u"[root@lvs ~]# "_s + rule, {read});
    row("Red Hat's prompt, joined", u"[root@lvs ~]#"_s + rule, {read});
    row("Debian's prompt", u"root@lvs:~# "_s + rule, {read});
    row("prompt with a path", u"admin@lvs-1:/etc/ha.d$ sudo "_s + rule, {read});
    row("bash's own prompt", u"bash-5.2# "_s + rule, {read});
    row("environment", u"(base) root@lvs:~# "_s + rule, {read});
    row("sudo", u"sudo "_s + rule, {read});
    row("sudo with options", u"sudo -n -u root "_s + rule, {read});
    row("prompt and sudo", u"# sudo "_s + rule, {read});
    row("path", u"/sbin/"_s + rule, {read});
    row("prompt and path", u"# /usr/sbin/"_s + rule, {read});
    row("history", u"  501  "_s + rule + u"\n  502* sudo "_s + rule, {read, read});
    row("history with time", u"  501  2026-11-22 10:00:01 "_s + rule, {read});
    row("zsh's history", u": 1700000000:0;"_s + rule, {read});
    row("comments", u"# the web service\n"_s + rule + u" # with round robin\n\n#\n"_s, {read});
    row("comment about it", u"# ipvsadm rules\n"_s + rule, {read});
    row("continued", u"ipvsadm -A \\\n  -t 10.0.0.1:80 \\\r\n> -s rr"_s, {read});
    row("continued in a word", u"ipvsadm -A -t 10.0.0.1:\\\n80 -s rr"_s, {read});
    row("joined", rule + u"; ipvsadm -C && ipvsadm -Z&"_s, {read, u"-C"_s, u"-Z"_s});
    row("quoted", u"ipvsadm -A -t '10.0.0.1:80' -s \"rr\""_s, {read});
    row("output thrown away", rule + u" 2>/dev/null >&2"_s, {read});
    row("piped", u"ipvsadm -Ln | grep 10.0.0.1"_s, {u"-L"_s, u"! NotIpvsadm grep"_s});
    row("without words", u"ipvsadm"_s, {u"-L"_s});
    row("loop", u"for i in 1 2; do ipvsadm -a -t 10.0.0.1:80 -r 10.0.0.$i -m; done"_s,
        {u"! NotIpvsadm for"_s, u"! ShellSyntax 10.0.0.$i"_s, u"! NotIpvsadm done"_s});
    row("variable", u"ipvsadm -C -t $VIP:80"_s, {u"! ShellSyntax $VIP:80"_s});
    row("open quote", u"ipvsadm -A -t '10.0.0.1:80 -s rr\nipvsadm -C"_s,
        {u"! ShellSyntax '10.0.0.1:80 -s rr"_s, u"-C"_s});
    row("other programs", u"ip addr add 10.0.0.1/32 dev lo\nssh lvs ipvsadm -C\nip netns exec a ipvsadm -C"_s,
        {u"! NotIpvsadm ip"_s, u"! NotIpvsadm ssh"_s, u"! NotIpvsadm ip"_s});
    row("restore", u"ipvsadm-restore < /etc/ipvsadm.rules\nipvsadm -R <rules"_s,
        {u"! RulesElsewhere ipvsadm-restore"_s, u"-R"_s});
    row("bad rule", u"# ipvsadm -A -t web:80 -s rr"_s, {u"! HostName web"_s});
    row("list output", u"IP Virtual Server version 1.2.1 (size=4096)\n  -> RemoteAddress:Port"_s,
        {u"! NotIpvsadm IP"_s, u"! NotIpvsadm -"_s});
    row("nothing", u"\n  \n\t\n"_s, {});

    const QString web = u"+ 172.18.100.6 TCP 80,443 -> 0x1"_s;
    row("the course's mark",
        u"# iptables -t mangle -A PREROUTING -d 172.18.100.6 -p tcp -m multiport --dports 80,443 -j MARK --set-mark 1"_s,
        {web});
    row("one port",
        u"sudo /usr/sbin/iptables -A PREROUTING -t mangle -p tcp --dport 80 -d 172.18.100.6/32 -j MARK --set-mark 0xA"_s,
        {u"+ 172.18.100.6 TCP 80 -> 0xa"_s});
    row("as iptables-save writes it",
        u"-A PREROUTING -d 172.18.100.6/32 -p tcp -m multiport --dports 80,443 -j MARK --set-xmark 0x1/0xffffffff"_s,
        {web});
    row("taken away",
        u"iptables-nft -w 5 -t mangle -D PREROUTING -d 172.18.100.6 -p udp --dport 53:60 -j MARK --set-mark 2"_s,
        {u"- 172.18.100.6 UDP 53-60 -> 0x2"_s});
    row("IPv6",
        u"ip6tables -t mangle -I PREROUTING 1 -d 2001:db8::1 -p tcp --dport 80 -m comment --comment 'a b' -j MARK --set-mark 1"_s,
        {u"+ 2001:db8::1 TCP 80 -> 0x1"_s});
    const QString begin = u"iptables -t mangle -A PREROUTING -p tcp --dport 80 -d "_s;
    const QString end = u" -j MARK --set-mark "_s;
    row("with an interface", begin + u"10.0.0.1 -i eth0"_s + end + u"1"_s, {u"! OptionNotAllowed -i"_s});
    row("with a state", begin + u"10.0.0.1 -m conntrack"_s + end + u"1"_s, {u"! OptionNotAllowed conntrack"_s});
    row("some bits", begin + u"10.0.0.1"_s + end + u"1/0xff"_s, {u"! BadMask 1/0xff"_s});
    row("no mark", begin + u"10.0.0.1"_s + end + u"0"_s, {u"! FirewallMarkZero 10.0.0.1"_s});
    row("a network", begin + u"10.0.0.0/8"_s + end + u"1"_s, {u"! NotUnicast 10.0.0.0/8"_s});
    row("a name", begin + u"web"_s + end + u"1"_s, {u"! BadCharacter w"_s});
    row("another family", begin + u"2001:db8::1"_s + end + u"1"_s, {u"! FamilyMismatch 2001:db8::1"_s});
    row("another chain", u"iptables -t mangle -A OUTPUT -d 10.0.0.1 -p tcp --dport 80"_s + end + u"1"_s,
        {u"! UnknownKeyword OUTPUT"_s});
    row("another table", u"iptables -A PREROUTING -d 10.0.0.1 -p tcp --dport 80"_s + end + u"1"_s,
        {u"! OptionMissing iptables"_s});
    row("without ports", u"iptables -t mangle -A PREROUTING -d 10.0.0.1 -p tcp"_s + end + u"1"_s,
        {u"! OptionMissing iptables"_s});
    row("without a value", begin + u"10.0.0.1 -j MARK --set-mark"_s, {u"! ValueMissing --set-mark"_s});
    row("other iptables", u"iptables -t nat -A POSTROUTING -j MASQUERADE"_s, {u"! NotIpvsadm iptables"_s});
}

void ShellTextTest::findsCommands()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QStringList said;
    for (const PastedCommand &pasted : readPastedCommands(text)) {
        if (pasted.command) {
            const auto *mark = std::get_if<MarkCommand>(&*pasted.command);
            said << (mark ? (mark->isRemoval ? u"- "_s : u"+ "_s) + mark->rule.toString()
                          : canonical(std::get<RuleCommand>(*pasted.command)));
            continue;
        }
        const Error &error = pasted.command.error();
        said << u"! "_s + QVariant::fromValue(error.code).toString() + u' ' +
                    text.mid(error.span.start, error.span.length);
    }
    QCOMPARE(said, found);
}

void ShellTextTest::pointsIntoTheText()
{
    const QString text = u"# sudo ipvsadm -A -t 10.0.0.1:80 \\\n   -p; ipvsadm -C"_s;
    const auto commands = readPastedCommands(text);
    QCOMPARE(commands.size(), 2u);
    const auto shown = [&](TextSpan span) { return text.mid(span.start, span.length); };
    QCOMPARE(shown(commands[0].span), u"sudo ipvsadm -A -t 10.0.0.1:80 \\\n   -p"_s);
    const auto &add = std::get<RuleCommand>(*commands[0].command);
    QCOMPARE(shown(add.spanOfService()), u"-t 10.0.0.1:80"_s);
    QCOMPARE(shown(add.notes.front().span), u"-p"_s);
    QCOMPARE(shown(commands[1].span), u"ipvsadm -C"_s);
}

void ShellTextTest::tellsRulesFromOtherText()
{
    QVERIFY(looksLikeRules(u"cd /root\n[root@lvs ~]# ipvsadm -C\n"));
    QVERIFY(looksLikeRules(u"-A -t 10.0.0.1:80 -s rr"));
    QVERIFY(looksLikeRules(u"iptables -t mangle -A PREROUTING -d 10.0.0.1 -p tcp --dport 80 -j MARK --set-mark 1"));
    QVERIFY(!looksLikeRules(u"iptables -t nat -A POSTROUTING -j MASQUERADE"));
    QVERIFY(!looksLikeRules(u"172.18.100.6"));
    QVERIFY(!looksLikeRules(u"ipvsadm is a program"));
    QVERIFY(!looksLikeRules(u"- a list\n- of things"));
    QVERIFY(!looksLikeRules({}));
}

void ShellTextTest::survivesAnyText()
{
    static const QStringList parts{
        u"ipvsadm"_s, u" "_s,    u"\n"_s,          u"\\\n"_s,     u"\\"_s,      u"'"_s,       u"\""_s, u"#"_s,
        u"-A"_s,      u"-t"_s,   u";"_s,           u"|"_s,        u"&&"_s,      u">"_s,       u"2>"_s, u"<"_s,
        u"$"_s,       u"sudo"_s, u"-u"_s,          u"501"_s,      u"["_s,       u"]"_s,       u"@"_s,  u"\r"_s,
        u"\t"_s,      u"é"_s,    u"10.0.0.1:80"_s, u"iptables"_s, u"-j MARK"_s, u"--dports"_s};
    QRandomGenerator random(20261122);
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int i = random.bounded(16); i > 0; --i)
            text += parts[random.bounded(parts.size())];
        for (const PastedCommand &pasted : readPastedCommands(text)) {
            const TextSpan span = pasted.command ? pasted.span : pasted.command.error().span;
            QVERIFY2(span.start >= 0 && span.length >= 0 && span.start + span.length <= text.size(), qPrintable(text));
        }
    }
}

QTEST_APPLESS_MAIN(ShellTextTest)
#include "tst_shelltext.moc"
