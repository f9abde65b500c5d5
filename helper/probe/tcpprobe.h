// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/conversation.h"
#include "helper/service/descriptor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace lvs {

/// One TCP connection to a server: made, and either closed at once or used for a conversation. Finishes once.
class TcpProbe : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds connecting{3000};
        std::chrono::milliseconds answering{5000}; ///< from the connection on
    };

    /// Nothing is said where `conversation` is null. It is not owned.
    TcpProbe(const ServerKey &server, Conversation *conversation, const Limits &limits, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(const lvs::ProbeResult &result);

private:
    void connected();
    void goOn();
    void fail(int error);
    void finish(ProbeOutcome outcome, int error = 0);
    void watch(QSocketNotifier::Type type, void (TcpProbe::*then)());

    ServerKey m_server;
    Conversation *m_conversation;
    Limits m_limits;
    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QElapsedTimer m_clock;
    QTimer m_limit;
};

} // namespace lvs
