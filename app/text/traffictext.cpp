// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/traffictext.h"

#include "app/text/domaintext.h"
#include "core/traffic/trafficcode.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Traffic)
public:
    static QString quantity(TrafficQuantity quantity)
    {
        switch (quantity) {
        case TrafficQuantity::Connections:
            return tr("New connections per second");
        case TrafficQuantity::InPackets:
            return tr("Packets in per second");
        case TrafficQuantity::OutPackets:
            return tr("Packets out per second");
        case TrafficQuantity::InBytes:
            return tr("Bytes in per second");
        case TrafficQuantity::OutBytes:
            return tr("Bytes out per second");
        case TrafficQuantity::Active:
            return tr("Active connections");
        case TrafficQuantity::Inactive:
            return tr("Inactive connections");
        }
        return {};
    }

    static QString explanation(TrafficQuantity quantity)
    {
        switch (quantity) {
        case TrafficQuantity::Connections:
            return tr("Connections that were given to a real server (CPS of ipvsadm)");
        case TrafficQuantity::InPackets:
            return tr("Packets from clients (InPPS of ipvsadm); segments that the network card joined count once");
        case TrafficQuantity::OutPackets:
            return tr("Packets of replies that pass the director (OutPPS of ipvsadm)");
        case TrafficQuantity::InBytes:
            return tr("Bytes, not bits, from clients: IP packets without link headers (InBPS of ipvsadm)");
        case TrafficQuantity::OutBytes:
            return tr("Bytes, not bits, of replies that pass the director (OutBPS of ipvsadm)");
        case TrafficQuantity::Active:
            return tr("Established connections at the moment; UDP has none");
        case TrafficQuantity::Inactive:
            return tr("Connections at the moment that are opening, closing or waiting to be forgotten, and all of UDP");
        }
        return {};
    }

    static QString estimator() { return tr("smoothed by the kernel"); }
    static QString estimatorExplanation()
    {
        return tr("The kernel's estimator, as ipvsadm --rate shows it: whole numbers, smoothed over about 7 s, renewed "
                  "every 2 s. A step takes some 20 s to be shown in full.");
    }
    static QString exact() { return tr("exact, from counters"); }
    static QString exactExplanation()
    {
        return tr("How much the counters grew, by the time between two changes of them that were seen: nothing is "
                  "smoothed, a point stands for 4 s or more.");
    }
    static QString metric(const QString &quantity, const QString &way) { return tr("%1, %2").arg(quantity, way); }
    static QString rate(const QString &value) { return tr("%1/s").arg(value); }

    static QString trend(const QString &now, const QString &most, const QString &span)
    {
        return tr("%1 now, at most %2 in the last %3").arg(now, most, span);
    }
    static QString noTrend() { return tr("Nothing was recorded in the last minutes"); }
    static QString about(const QString &value) { return tr("≈ %1").arg(value); }

    static QString machine() { return tr("All services"); }
    static QString serverOf(const QString &service, const QString &server)
    {
        return tr("%1 → %2").arg(service, server);
    }

    static QString replies(RepliesPass replies, const QString &source)
    {
        switch (replies) {
        case RepliesPass::None:
            return tr("%1: replies go past the director (DR, TUN or local), which can't count them.").arg(source);
        case RepliesPass::Some:
            return tr("%1: only replies through the director (NAT) are counted, those of other real servers go past "
                      "it.")
                .arg(source);
        case RepliesPass::All:
        case RepliesPass::Unknown:
            break;
        }
        return {};
    }

    static QString event(TrafficEvent::Kind kind, int count, const QString &first)
    {
        switch (kind) {
        case TrafficEvent::Kind::Applied:
            return first.isEmpty() ? tr("%Ln change(s) applied", nullptr, count)
                                   : tr("%Ln change(s) applied: %1", nullptr, count).arg(first);
        case TrafficEvent::Kind::ForeignEdit:
            return first.isEmpty() ? tr("%Ln change(s) by another program", nullptr, count)
                                   : tr("%Ln change(s) by another program: %1", nullptr, count).arg(first);
        case TrafficEvent::Kind::Drained:
            return tr("%Ln real server(s) drained: %1", nullptr, count).arg(first);
        case TrafficEvent::Kind::LinkLost:
            return tr("The connection to the director was lost");
        case TrafficEvent::Kind::LinkBack:
            return tr("The director answers again");
        }
        return {};
    }

    static QString events(int count) { return tr("%n event(s)", nullptr, count); }

    static QString kind(TrafficEvent::Kind kind)
    {
        switch (kind) {
        case TrafficEvent::Kind::Applied:
            return tr("applied");
        case TrafficEvent::Kind::ForeignEdit:
            return tr("changed outside");
        case TrafficEvent::Kind::Drained:
            return tr("drained");
        case TrafficEvent::Kind::LinkLost:
            return tr("lost");
        case TrafficEvent::Kind::LinkBack:
            return tr("back");
        }
        return {};
    }
};

QString withName(const QString &text, const Annotation &annotation)
{
    return annotation.name.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, annotation.name);
}

} // namespace

TrafficMetric metricOf(TrafficQuantity quantity, bool exact)
{
    const auto found = std::ranges::find_if(trafficMetrics, [&](const MetricTraits &traits) {
        return traits.quantity == quantity && (isLevel(traits.metric) || isExact(traits.metric) == exact);
    });
    return found->metric;
}

TrafficQuantity quantityOf(TrafficMetric metric)
{
    return traitsOf(metric).quantity;
}

QString quantityText(TrafficQuantity quantity)
{
    return Words::quantity(quantity);
}

QString quantityExplanation(TrafficQuantity quantity)
{
    return Words::explanation(quantity);
}

QString estimatorText()
{
    return Words::estimator();
}

QString estimatorExplanation()
{
    return Words::estimatorExplanation();
}

QString exactText()
{
    return Words::exact();
}

QString exactExplanation()
{
    return Words::exactExplanation();
}

QString metricText(TrafficMetric metric)
{
    const QString quantity = quantityText(quantityOf(metric));
    return isLevel(metric) ? quantity : Words::metric(quantity, isExact(metric) ? exactText() : estimatorText());
}

QString trafficValueText(TrafficMetric metric, double value, format::Digits digits)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (isLevel(metric))
        return format::figure(value, digits);
    return Words::rate(isBytes(metric) ? format::bytes(quint64(std::llround(value)), digits)
                                       : format::figure(value, digits));
}

QString trendText(TrafficMetric metric, const Trend &trend)
{
    if (std::isnan(trend.most()))
        return Words::noTrend();
    return Words::trend(trafficValueText(metric, trend.now()), trafficValueText(metric, trend.most()),
                        format::duration(Trend::span));
}

QString curveValueText(TrafficMetric metric, double value, format::Digits digits)
{
    const QString text = trafficValueText(metric, trafficcode::known(value), digits);
    // Three digits are sure. Without a prefix there are more.
    const bool hasFourth =
        value > trafficcode::wholeUpTo && (digits == format::Digits::All || (!isBytes(metric) && value < 9'999.5));
    return hasFourth ? Words::about(text) : text;
}

QString shortSourceText(const TrafficSource &source, const Annotations &annotations)
{
    if (source.isMachine())
        return Words::machine();
    const auto &[service, server] = *source.object;
    return server ? withName(server->toString(), annotations.of(server->address))
                  : withName(serviceText(service), annotations.of(service));
}

QString sourceText(const TrafficSource &source, const Annotations &annotations)
{
    const QString text = shortSourceText(source, annotations);
    if (!source.isServer())
        return text;
    return Words::serverOf(shortSourceText(TrafficSource::of(source.object->service), annotations), text);
}

QString repliesText(RepliesPass replies, const QString &source)
{
    return Words::replies(replies, source);
}

QString eventText(const TrafficEvent &event, const Annotations &annotations)
{
    const QString first = event.first.isMachine() ? QString() : sourceText(event.first, annotations);
    return Words::event(event.kind, int(event.count), first);
}

QString eventKindText(TrafficEvent::Kind kind)
{
    return Words::kind(kind);
}

QString eventsText(int count)
{
    return Words::events(count);
}

QString eventsBetween(const std::map<qint64, QString> &events, qint64 from, std::optional<qint64> until)
{
    QStringList texts;
    const auto end = until ? events.lower_bound(*until) : events.end();
    for (auto event = events.lower_bound(from); event != end; ++event)
        texts << event->second;
    return texts.join(QStringLiteral("; "));
}

} // namespace lvs
