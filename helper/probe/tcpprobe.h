// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/httpanswer.h"
#include "helper/service/descriptor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace lvs {

/// One TCP connection to a server: made, and either closed at once or used for one GET. Finishes once.
class TcpProbe : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds connecting{3000};
        std::chrono::milliseconds answering{5000}; ///< from the connection on
    };

    /// Nothing is sent if `request` is empty.
    TcpProbe(const ServerKey &server, QByteArray request, const Limits &limits, QObject *parent);

    void start();
    /// What is sent for a target.
    static QByteArray requestFor(const HttpTarget &target);

Q_SIGNALS:
    void finished(const lvs::HttpResult &result);

private:
    void connected();
    void sendMore();
    void readMore();
    void fail(int error);
    void finish(ProbeOutcome outcome, int error = 0);
    void watch(QSocketNotifier::Type type, void (TcpProbe::*then)());

    ServerKey m_server;
    QByteArray m_request; ///< what is still to be sent
    Limits m_limits;
    bool m_wantsAnswer;
    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QElapsedTimer m_clock;
    QTimer m_limit;
    HttpAnswer m_answer;
};

} // namespace lvs
