// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/schedulertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SchedulerText)
public:
    static QString what(QStringView name)
    {
        if (name == u"rr")
            return tr("round robin: one after the other");
        if (name == u"wrr")
            return tr("weighted round robin: in turn, as often as the weights say");
        if (name == u"wlc")
            return tr("weighted least connections: fewest for their weight");
        if (name == u"lc")
            return tr("least connections");
        if (name == u"sh")
            return tr("source hashing: a client always meets the same server");
        if (name == u"mh")
            return tr("Maglev hashing: few clients move when servers change");
        if (name == u"sed")
            return tr("shortest expected delay");
        if (name == u"nq")
            return tr("never queue: an idle server first");
        if (name == u"dh")
            return tr("destination hashing");
        if (name == u"fo")
            return tr("failover: the available server with the highest weight");
        if (name == u"ovf")
            return tr("overflow: the highest weight until its connections reach it");
        if (name == u"lblc")
            return tr("locality-based least connections");
        if (name == u"lblcr")
            return tr("locality-based least connections with replication");
        if (name == u"twos")
            return tr("twos: the better of two random choices");
        return {};
    }

    static QString advice(QStringView name)
    {
        if (name == u"rr")
            return tr("Good for equal servers and short, similar requests. Not where servers differ: it sees neither "
                      "weight nor load.");
        if (name == u"wrr")
            return tr("Good for unequal servers and short, similar requests. Not for long connections: it does not see "
                      "how many a server still holds.");
        if (name == u"wlc")
            return tr("Good for most services, above all with long or uneven connections. Not where a server that was "
                      "just added must not get all new connections at first.");
        if (name == u"lc")
            return tr("Good for long or uneven connections on equal servers. Not where servers differ: it does not see "
                      "weights.");
        if (name == u"sh")
            return tr("Good where clients must stay with their server without any memory on the director. Not for "
                      "clients behind one proxy: they all meet the same server.");
        if (name == u"mh")
            return tr("Good for several directors side by side, which all choose alike. Not for clients behind one "
                      "proxy: they all meet the same server.");
        if (name == u"sed")
            return tr("Good for TCP on few servers of very different weight: slow ones wait until fast ones have work. "
                      "Not for UDP, whose connections never count as active.");
        if (name == u"nq")
            return tr("Good for TCP with few and long requests, which no idle server should miss. Not for UDP, whose "
                      "connections never count as active.");
        if (name == u"dh")
            return tr("Good for caches behind a firewall mark that covers many addresses: each has its cache. Not for "
                      "a single VIP.");
        if (name == u"fo")
            return tr("Good for a standby that gets nothing until the others are gone. Not for sharing load.");
        if (name == u"ovf")
            return tr("Good for filling one server before the next is used; the weight is its number of active "
                      "connections. Not for UDP, which has none.");
        if (name == u"lblc")
            return tr("Good for caches behind a firewall mark that covers many addresses, moving them away from a busy "
                      "server. Not for a single VIP.");
        if (name == u"lblcr")
            return tr("As lblc, with several caches for an address in demand. Not for a single VIP.");
        if (name == u"twos")
            return tr("Good for many servers and several directors that do not see each other’s load. Not for few "
                      "servers, which wlc fills more evenly.");
        return {};
    }

    static QString weight(QStringView name)
    {
        const auto isOneOf = [name](std::initializer_list<QStringView> names) {
            return std::ranges::contains(names, name);
        };
        if (isOneOf({u"rr", u"lc", u"dh"}))
            return tr("%1 does not look at weights; only 0 counts, which drains the server.").arg(name);
        if (name == u"fo")
            return tr("The server with the highest weight gets everything; 0 drains it.");
        if (name == u"ovf")
            return tr("Active connections the server gets before the next one is used; 0 drains it.");
        return tr("Its part of new connections, relative to the other servers; 0 drains it.");
    }
};

} // namespace

QString schedulerText(QStringView name)
{
    return Words::what(name);
}

QString schedulerAdvice(QStringView name)
{
    return Words::advice(name);
}

QString weightMeaning(const SchedulerName &scheduler)
{
    return Words::weight(scheduler.toString());
}

} // namespace lvs
