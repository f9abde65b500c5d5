// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/probeclient.h"

#include "app/directors/helperclient.h"
#include "helper/interface/bounds.h"
#include "helper/interface/convert.h"

#include <QCoreApplication>
#include <QPromise>

#include <span>

namespace lvs::probeclient {

using namespace Qt::StringLiterals;

namespace {

helper::Patience patienceFor(Asking asking)
{
    return asking == Asking::Allowed ? helper::Patience::Typing : helper::Patience::Probing;
}

/// The bus does not know which of the services it lacks.
Error named(Error error)
{
    if (error.code == ErrorCode::NoHelper)
        error.code = ErrorCode::NoProbe;
    return error;
}

/// One request, piece by piece. Deletes itself.
class Look : public QObject
{
public:
    Look(QDBusConnection connection, ProbeRequest request, Asking asking)
        : QObject(QCoreApplication::instance()) // so that a call without an answer goes with the program
        , m_connection(std::move(connection))
        , m_request(std::move(request))
        , m_patience(patienceFor(asking))
    {
        m_promise.start();
    }

    QFuture<Result<ProbeReport>> future() { return m_promise.future(); }

    void goOn()
    {
        const bool isUnderWay =
            ask<bus::ProbeResultData>("Ping"_L1, m_request.pings, m_report.pings) ||
            ask<bus::ProbeResultData>("TcpConnect"_L1, m_request.connections, m_report.connections) ||
            ask<bus::PageResultData>("HttpGet"_L1, m_request.pages, m_report.pages) ||
            ask<bus::TlsResultData>("Certificates"_L1, m_request.certificates, m_report.certificates);
        if (!isUnderWay)
            finish(std::move(m_report));
    }

private:
    /// Asks for what is still missing of `results`; false if that is nothing.
    template<class Data, class Target, class Answer>
    bool ask(QLatin1StringView method, const std::vector<Target> &targets, std::vector<Answer> &results)
    {
        const auto missing = std::span(targets).subspan(results.size());
        const auto piece = missing.first(std::min(missing.size(), std::size_t(bus::bounds::targetsPerProbe)));
        if (piece.empty())
            return false;
        const QVariantList arguments{QVariant::fromValue(bus::listToWire(piece))};
        helper::call(m_connection, bus::probeService, method, arguments, m_patience)
            .then(this, [this, &results, wanted = piece.size()](const Result<QDBusMessage> &reply) {
                if (!reply)
                    return finish(std::unexpected(named(reply.error())));
                const auto answers =
                    bus::listFromWire(bus::listFrom<Data>(reply->arguments()[0]), bus::bounds::targetsPerProbe);
                if (!answers)
                    return finish(std::unexpected(answers.error()));
                if (answers->size() != wanted)
                    return finish(failure(ErrorCode::HelperFailed, {u"results"_s}));
                results.insert(results.end(), answers->begin(), answers->end());
                goOn();
            });
        return true;
    }

    void finish(Result<ProbeReport> report)
    {
        m_promise.addResult(std::move(report));
        m_promise.finish();
        deleteLater();
    }

    QDBusConnection m_connection;
    ProbeRequest m_request;
    helper::Patience m_patience;
    ProbeReport m_report;
    QPromise<Result<ProbeReport>> m_promise;
};

Result<ArpCensus> censusFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(named(reply.error()));
    const QVariantList values = reply->arguments();
    const QStringList asked = values[0].toStringList();
    auto answers = bus::listFromWire(bus::listFrom<bus::ArpAnswerData>(values[2]), bus::bounds::arpAnswers);
    if (!answers)
        return std::unexpected(answers.error());
    if (asked.size() > bus::bounds::censusInterfaces)
        return failure(ErrorCode::TooLong, {QString::number(bus::bounds::censusInterfaces)});
    ArpCensus census{.requests = values[1].toUInt(), .answers = std::move(*answers)};
    for (const QString &text : asked) {
        const auto interface = InterfaceName::fromText(text);
        if (!interface)
            return std::unexpected(interface.error());
        census.asked.push_back(*interface);
    }
    return census;
}

QFuture<Result<QDBusMessage>> askBus(const QDBusConnection &connection, const QString &method,
                                     const QVariantList &arguments, QLatin1StringView results)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                  u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    return helper::send(connection, message, results);
}

} // namespace

QFuture<Result<void>> find(const QDBusConnection &connection)
{
    const auto running = askBus(connection, u"NameHasOwner"_s, {QString(bus::probeServiceName)}, "b"_L1);
    const auto startable = askBus(connection, u"ListActivatableNames"_s, {}, "as"_L1);
    // Both are under way; this waits for one after the other.
    return QFuture(running)
        .then([startable](const Result<QDBusMessage> &) { return startable; })
        .unwrap()
        .then([running](const Result<QDBusMessage> &names) -> Result<void> {
            const Result<QDBusMessage> owned = running.result();
            if (!owned || !names)
                return std::unexpected(owned ? names.error() : owned.error());
            if (owned->arguments()[0].toBool() || names->arguments()[0].toStringList().contains(bus::probeServiceName))
                return {};
            return failure(ErrorCode::NoProbe);
        });
}

QFuture<Result<ProbeReport>> look(const QDBusConnection &connection, const ProbeRequest &request, Asking asking)
{
    auto *look = new Look(connection, request, asking);
    auto future = look->future();
    look->goOn();
    return future;
}

QFuture<Result<ArpCensus>> takeCensus(const QDBusConnection &connection, const IpAddress &vip,
                                      const InterfaceName &interface, Asking asking)
{
    return helper::call(connection, bus::probeService, "ArpCensus"_L1, {bus::addressToWire(vip), interface.toString()},
                        patienceFor(asking))
        .then(censusFrom);
}

} // namespace lvs::probeclient
