// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/generatedrules.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lvs::test {
namespace {

const QStringList verbs{u"-A"_s,           u"-A"_s,    u"-E"_s, u"-D"_s, u"-a"_s,
                        u"-a"_s,           u"-e"_s,    u"-d"_s, u"-C"_s, u"-Z"_s,
                        u"-L"_s,           u"--set"_s, u"-S"_s, u"-l"_s, u"--start-daemon"_s,
                        u"--stop-daemon"_s};

const QHash<QString, QString> longNames{
    {u"-A"_s, u"--add-service"_s},    {u"-E"_s, u"--edit-service"_s}, {u"-D"_s, u"--delete-service"_s},
    {u"-a"_s, u"--add-server"_s},     {u"-e"_s, u"--edit-server"_s},  {u"-d"_s, u"--delete-server"_s},
    {u"-C"_s, u"--clear"_s},          {u"-Z"_s, u"--zero"_s},         {u"-L"_s, u"--list"_s},
    {u"-S"_s, u"--save"_s},           {u"-t"_s, u"--tcp-service"_s},  {u"-u"_s, u"--udp-service"_s},
    {u"-f"_s, u"--fwmark-service"_s}, {u"-6"_s, u"--ipv6"_s},         {u"-s"_s, u"--scheduler"_s},
    {u"-p"_s, u"--persistent"_s},     {u"-M"_s, u"--netmask"_s},      {u"-o"_s, u"--ops"_s},
    {u"-b"_s, u"--sched-flags"_s},    {u"-r"_s, u"--real-server"_s},  {u"-g"_s, u"--gatewaying"_s},
    {u"-i"_s, u"--ipip"_s},           {u"-m"_s, u"--masquerading"_s}, {u"-w"_s, u"--weight"_s},
    {u"-x"_s, u"--u-threshold"_s},    {u"-y"_s, u"--l-threshold"_s},  {u"-n"_s, u"--numeric"_s},
    {u"-c"_s, u"--connection"_s},     {u"-X"_s, u"--exact"_s},
};

const QStringList everyOption{u"-t"_s,
                              u"-u"_s,
                              u"--sctp-service"_s,
                              u"-f"_s,
                              u"-6"_s,
                              u"-s"_s,
                              u"-p"_s,
                              u"-M"_s,
                              u"--pe"_s,
                              u"-o"_s,
                              u"-b"_s,
                              u"-r"_s,
                              u"-g"_s,
                              u"-i"_s,
                              u"-m"_s,
                              u"-w"_s,
                              u"-x"_s,
                              u"-y"_s,
                              u"--tun-type"_s,
                              u"--tun-port"_s,
                              u"--tun-nocsum"_s,
                              u"--tun-csum"_s,
                              u"--tun-remcsum"_s,
                              u"--mcast-interface"_s,
                              u"--syncid"_s,
                              u"--mcast-group"_s,
                              u"--mcast-port"_s,
                              u"--mcast-ttl"_s,
                              u"--sync-maxlen"_s,
                              u"-n"_s,
                              u"-c"_s,
                              u"--timeout"_s,
                              u"--daemon"_s,
                              u"--stats"_s,
                              u"--rate"_s,
                              u"--thresholds"_s,
                              u"--persistent-conn"_s,
                              u"--tun-info"_s,
                              u"--nosort"_s,
                              u"--sort"_s,
                              u"-X"_s,
                              u"-A"_s,
                              u"-D"_s,
                              u"-h"_s,
                              u"-v"_s};

const QStringList withoutValue{u"-6"_s,         u"-o"_s,           u"-g"_s,           u"-i"_s,
                               u"-m"_s,         u"--tun-nocsum"_s, u"--tun-csum"_s,   u"--tun-remcsum"_s,
                               u"-n"_s,         u"-c"_s,           u"--timeout"_s,    u"--daemon"_s,
                               u"--stats"_s,    u"--rate"_s,       u"--thresholds"_s, u"--persistent-conn"_s,
                               u"--tun-info"_s, u"--nosort"_s,     u"--sort"_s,       u"-X"_s,
                               u"-A"_s,         u"-D"_s,           u"-h"_s,           u"-v"_s};

} // namespace

QString GeneratedRules::number()
{
    static const QStringList odd{u"-1"_s,
                                 u"+5"_s,
                                 u"007"_s,
                                 u"-0"_s,
                                 u"5m"_s,
                                 u"0x10"_s,
                                 u""_s,
                                 u"4294967295"_s,
                                 u"4294967296"_s,
                                 u"2147483647"_s,
                                 u"2147483648"_s,
                                 u"65535"_s,
                                 u"65536"_s,
                                 u"65507"_s,
                                 u"65508"_s,
                                 u"255"_s,
                                 u"256"_s,
                                 u"128"_s,
                                 u"129"_s,
                                 u"2678400"_s,
                                 u"2678401"_s,
                                 u"1e9"_s,
                                 u"\v7"_s,
                                 u"9223372036854775807"_s,
                                 u"9223372036854775808"_s,
                                 u"99999999999999999999"_s,
                                 u"18446744073709551617"_s,
                                 u"-9223372036854775809"_s,
                                 u"1 "_s};
    if (isOneIn(5))
        return oneOf(odd).trimmed().isEmpty() ? u"0"_s : oneOf(odd).remove(u' ');
    return QString::number(isOneIn(2) ? m_random.bounded(3) : m_random.bounded(1000));
}

QString GeneratedRules::address()
{
    static const QStringList plain{u"10.0.0.1"_s, u"10.0.0.2"_s, u"192.168.10.11"_s, u"172.18.100.6"_s, u"1.2.3.4"_s};
    static const QStringList six{u"2001:db8::1"_s, u"::1"_s, u"fe80::1"_s, u"::ffff:10.0.0.1"_s,
                                 u"2001:DB8:0:0:0:0:0:2"_s};
    static const QStringList odd{
        u"10.1"_s,         u"010.0.0.1"_s, u"0x0a000001"_s,      u"10.0.0.256"_s, u"0.0.0.0"_s,
        u"224.0.0.1"_s,    u"web"_s,       u"web.example"_s,     u"80"_s,         u"1.2.3.4.5"_s,
        u"2001:db8:::1"_s, u"ff02::1"_s,   u"10.0.0.1\vx"_s,     u"-t"_s,         u"10..1"_s,
        u"::"_s,           u"1:2"_s,       u"255.255.255.255"_s, u"é"_s,          u"10.0.0.1%lo"_s,
        u"fe80::1%lo"_s,   u"0x7f.1"_s,    u"4294967295"_s,      u"0"_s,          u"1.2.3.4/24"_s};
    if (isOneIn(6))
        return oneOf(odd);
    return isOneIn(3) ? oneOf(six) : oneOf(plain);
}

QString GeneratedRules::endpoint()
{
    static const QStringList ports{u"80"_s, u"443"_s, u"0"_s, u"8080"_s, u"53"_s};
    const QString host = address();
    if (isOneIn(12))
        return oneOf({host + u":"_s, u"["_s + host + u']', u"["_s + host + u"]:"_s, u"["_s + host, host + u"]:80"_s,
                      u"["_s + host + u"]80"_s, u"["_s + host + u":81]:80"_s, u":80"_s, u"[]:80"_s, host + u":http"_s,
                      host + u":domain"_s, u"["_s + host + u"]x:80"_s, u"["_s + host + u"]:80]"_s});
    if (isOneIn(6))
        return host;
    const QString port = isOneIn(6) ? number() : oneOf(ports);
    const bool hasBrackets = host.contains(u':') ? !isOneIn(8) : isOneIn(20);
    return hasBrackets ? u'[' + host + u"]:"_s + port : host + u':' + port;
}

QString GeneratedRules::value(const QString &option)
{
    static const QStringList schedulers{u"rr"_s,     u"wrr"_s,  u"wlc"_s,         u"sh"_s,
                                        u"sh"_s,     u"mh"_s,   u"mh"_s,          u"lblc"_s,
                                        u"RR"_s,     u"none"_s, u"round-robin"_s, u"a-scheduler-with-a-long-name"_s,
                                        u"rr,wrr"_s, u"é"_s};
    static const QStringList flags{u"sh-port"_s, u"sh-fallback"_s, u"mh-port"_s, u"mh-fallback"_s,
                                   u"flag-1"_s,  u"flag-2"_s,      u"flag-3"_s,  u"flag-4"_s,
                                   u""_s,        u"sh"_s,          u"SH-PORT"_s, u"ops"_s};
    static const QStringList masks{u"255.255.255.0"_s, u"255.255.255.255"_s,
                                   u"255.0.255.0"_s,   u"24"_s,
                                   u"/24"_s,           u"64"_s,
                                   u"128"_s,           u"0"_s,
                                   u"129"_s,           u"64abc"_s,
                                   u"0.0.0.0"_s,       u"-1"_s,
                                   u"255.255"_s,       u"4294967360"_s,
                                   u"+64"_s,           u"64.0"_s,
                                   u"0x40"_s,          u"ffff::"_s};
    if (option == u"-t" || option == u"-u" || option == u"--sctp-service" || option == u"-r")
        return endpoint();
    if (option == u"-s")
        return oneOf(schedulers);
    if (option == u"-M")
        return oneOf(masks);
    if (option == u"-b") {
        QStringList parts;
        for (int i = m_random.bounded(4); i >= 0; --i)
            parts << oneOf(flags);
        return isOneIn(40) ? parts.join(u',').repeated(12) : parts.join(u',');
    }
    if (option == u"--pe")
        return oneOf({u"sip"_s, u"sip"_s, u"SIP"_s, u"an-engine-with-a-long-name"_s, u"x"_s});
    if (option == u"--tun-type")
        return oneOf({u"ipip"_s, u"gue"_s, u"gre"_s, u"gre"_s, u"vxlan"_s, u"GUE"_s});
    if (option == u"--mcast-interface")
        return oneOf({u"eth0"_s, u"eth1"_s, u"an-interface-with-a-long-name"_s, u"a/b"_s, u"é"_s, u"."_s});
    if (option == u"--mcast-group")
        return oneOf({u"224.0.0.81"_s, u"239.255.255.255"_s, u"ff02::81"_s, u"10.0.0.1"_s, u"2001:db8::1"_s, u"224.1"_s,
                      u"all"_s, u"[ff02::81]"_s, u"224.0.0.081"_s});
    if (option == u"--start-daemon" || option == u"--stop-daemon")
        return oneOf({u"master"_s, u"backup"_s, u"backup"_s, u"Master"_s, u"both"_s});
    return number();
}

/// An option in one of its spellings, with its value.
QStringList GeneratedRules::option(const QString &name)
{
    const bool isLong = name.startsWith(u"--"_s) || (longNames.contains(name) && isOneIn(4));
    const QString spelling = isLong ? longNames.value(name, name) : name;
    if (withoutValue.contains(name))
        return isOneIn(60) ? QStringList{spelling + u"=1"_s} : QStringList{spelling};
    if (name == u"-p" && isOneIn(3))
        return {spelling};
    const QString text = value(name);
    if (isOneIn(8))
        return {spelling + u'=' + text};
    if (!isLong && isOneIn(6))
        return {spelling + text};
    return {spelling, text};
}

QStringList GeneratedRules::options(const QString &verb)
{
    QStringList names;
    const QString service = oneOf({u"-t"_s, u"-t"_s, u"-u"_s, u"-f"_s, u"--sctp-service"_s});
    const bool isServer = verb == u"-a" || verb == u"-e" || verb == u"-d";
    if (isServer || verb == u"-A" || verb == u"-E" || verb == u"-D" || (verb == u"-Z" && isOneIn(2)))
        names << service;
    if (service == u"-f" && !names.isEmpty() && isOneIn(3))
        names << u"-6"_s;
    const auto maybe = [&](int oneIn, const QString &name) {
        if (isOneIn(oneIn))
            names << name;
    };
    if (verb == u"-A" || verb == u"-E") {
        maybe(2, u"-s"_s);
        maybe(2, u"-p"_s);
        maybe(4, u"-M"_s);
        maybe(8, u"--pe"_s);
        maybe(6, u"-o"_s);
        maybe(4, u"-b"_s);
    }
    if (isServer)
        names << u"-r"_s;
    if (verb == u"-a" || verb == u"-e") {
        maybe(2, oneOf({u"-g"_s, u"-i"_s, u"-i"_s, u"-m"_s}));
        maybe(2, u"-w"_s);
        maybe(5, u"-x"_s);
        maybe(5, u"-y"_s);
        maybe(4, u"--tun-type"_s);
        maybe(6, u"--tun-port"_s);
        maybe(6, oneOf({u"--tun-nocsum"_s, u"--tun-csum"_s, u"--tun-remcsum"_s}));
    }
    if (verb == u"--start-daemon") {
        for (const QString &name : {u"--mcast-interface"_s, u"--syncid"_s, u"--mcast-group"_s, u"--mcast-port"_s,
                                    u"--mcast-ttl"_s, u"--sync-maxlen"_s})
            maybe(2, name);
    }
    if (verb == u"--stop-daemon")
        maybe(3, u"--syncid"_s);
    if (verb == u"-L" || verb == u"-l") {
        for (int i = m_random.bounded(4); i > 0; --i)
            names << oneOf({u"-n"_s, u"-c"_s, u"--timeout"_s, u"--daemon"_s, u"--stats"_s, u"--rate"_s, u"--nosort"_s,
                            u"--sort"_s, u"-X"_s, u"-t"_s, u"--thresholds"_s, u"--persistent-conn"_s, u"--tun-info"_s});
    }
    maybe(20, oneOf(everyOption));
    if (isOneIn(4)) { // any order
        for (qsizetype i = names.size() - 1; i > 0; --i)
            names.swapItemsAt(i, m_random.bounded(i + 1));
    }
    QStringList words;
    for (const QString &name : std::as_const(names))
        words << option(name);
    return words;
}

void GeneratedRules::breakWords(QStringList &words)
{
    const qsizetype place = m_random.bounded(words.size());
    switch (m_random.bounded(8)) {
    case 0:
        words.removeAt(place);
        break;
    case 1:
        words.insert(place, words[place]);
        break;
    case 2:
        words.swapItemsAt(place, m_random.bounded(words.size()));
        break;
    case 3:
        words.insert(place, oneOf({u"--"_s, u"-"_s, u"x"_s, u"--bogus"_s, u"-q"_s, u"#"_s, u"\\"_s, u"--="_s, u"-="_s,
                                   u"'"_s, u"--add"_s, u"-R"_s, u"1"_s, u"é"_s}));
        break;
    case 4:
        words.insert(place, u"ipvsadm"_s);
        break;
    case 5:
        words.insert(place, oneOf(everyOption));
        break;
    case 6: // joined short options
        if (place + 1 < words.size() && words[place].size() == 2 && words[place + 1].size() > 1 &&
            words[place + 1].startsWith(u'-'))
            words[place] += words.takeAt(place + 1).sliced(1);
        break;
    default:
        words << option(oneOf(everyOption));
        break;
    }
}

void GeneratedRules::breakText(QString &text)
{
    static const QString odd = u"-=:[]./#\\'\"$;é\v\f\x7f\x01 \t\r0aA,"_s + QChar(0) + QChar(0x00a0) + QChar(0x4e2d);
    if (text.isEmpty())
        return;
    const qsizetype place = m_random.bounded(text.size());
    const QChar c = odd[m_random.bounded(odd.size())];
    switch (m_random.bounded(3)) {
    case 0:
        text[place] = c;
        break;
    case 1:
        text.insert(place, c);
        break;
    default:
        text.remove(place, 1);
        break;
    }
}

QString GeneratedRules::line()
{
    if (isOneIn(100))
        return oneOf({u""_s, u" "_s, u"\t\r"_s, u"# note"_s, u"ipvsadm"_s, u"ipvsadm ipvsadm"_s, u"/sbin/ipvsadm -C"_s,
                      u"-h"_s, u"-v x"_s, u"-R"_s, u"-R x"_s, u"--"_s, u"-"_s, u"-- -C"_s, u"- -C"_s, u"\ufeff-C"_s});
    const QString verb = oneOf(verbs);
    QStringList words = option(verb);
    if (withoutValue.contains(verb) || longNames.contains(verb)) // of those only daemons have a value
        words = {isOneIn(4) ? longNames.value(verb, verb) : verb};
    if (verb == u"--set") {
        words = {verb};
        for (int i = isOneIn(10) ? m_random.bounded(5) : 3; i > 0; --i)
            words.insert(isOneIn(20) ? m_random.bounded(words.size() + 1) : words.size(), number());
    }
    words << options(verb);
    if (isOneIn(4))
        breakWords(words);
    QString text = words.join(isOneIn(10) ? u"\t "_s : u" "_s);
    if (isOneIn(8))
        breakText(text);
    if (isOneIn(20))
        text = oneOf({u" "_s, u"\t"_s, u"ipvsadm "_s}) + text;
    return text.remove(u'\n') + (isOneIn(15) ? oneOf({u" "_s, u"  "_s, u"\r"_s, u"\t"_s, u" \r"_s}) : QString());
}

QString GeneratedRules::file()
{
    QString text;
    for (int i = m_random.bounded(6); i > 0; --i)
        text += line() + oneOf({u"\n"_s, u"\n"_s, u"\n"_s, u"\r\n"_s, u"\n\n"_s, u" \n"_s});
    if (isOneIn(3))
        text += line();
    return text;
}

} // namespace lvs::test
