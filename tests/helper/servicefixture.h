// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "helper/service/journal.h"
#include "helper/service/polkitauthority.h"
#include "helper/service/service.h"
#include "tests/helper/mockpolkit.h"
#include "tests/support/privatebus.h"
#include "tests/support/sharedmachine.h"

#include <QDBusPendingCall>
#include <QTemporaryDir>

namespace lvs {

class RecordingJournal : public Journal
{
public:
    void record(const Attempt &attempt) override { attempts.append(attempt); }
    QList<Attempt> attempts;
};

/// A program on the bus that talks to the helper, or to another service.
class TestClient
{
public:
    explicit TestClient(test::PrivateBus &bus, const bus::Service &service = bus::helperService);
    explicit TestClient(const QDBusConnection &connection, const bus::Service &service = bus::helperService);
    ~TestClient();
    Q_DISABLE_COPY_MOVE(TestClient)

    QDBusConnection &connection() { return m_connection; }
    QDBusPendingCall send(const QString &method, const QVariantList &arguments = {}, bool interactive = false);
    /// Sends and waits for the answer with the event loop running.
    QDBusMessage call(const QString &method, const QVariantList &arguments = {}, bool interactive = false);
    /// The plan's id, or 0 with a warning.
    quint64 stage(const std::vector<Operation> &operations, quint64 plan = 0);
    QDBusPendingCall sendApply(quint64 plan, bool interactive = true);
    QDBusMessage apply(const std::vector<Operation> &operations, bool interactive = true);

private:
    QDBusConnection m_connection;
    const bus::Service &m_service;
};

QDBusMessage answerOf(const QDBusPendingCall &call);
/// The code of an error answer; nothing for a reply.
std::optional<ErrorCode> codeOf(const QDBusMessage &answer);
/// The outcome in the answer of Apply.
std::optional<ApplyOutcome> outcomeOf(const QDBusMessage &answer);
QVariant argumentOf(const std::vector<Operation> &operations);
QVariant argumentOf(const std::vector<ServiceKey> &keys);

/// Columns and rows for a test of what needs an action: polkit's answer, whether the caller allows a question, the code
/// of the refusal if there is one, and how many questions a person sees.
void addAnswers();

/// The service on a private bus, with a polkit that answers as told and a sandbox for a kernel.
class ServiceFixture
{
public:
    /// A mock polkit that allows everything, and the service. False if the bus does not take them.
    bool start(const PolkitAuthority::Limits &limits = {},
               std::chrono::milliseconds planLifetime = lvs::bus::bounds::planLifetime);

    test::PrivateBus bus;
    test::SharedMachine machine;
    QTemporaryDir stateDirectory;
    RecordingJournal journal;
    std::unique_ptr<MockPolkit> polkit;
    std::unique_ptr<PolkitAuthority> authority;
    std::unique_ptr<HelperService> service;
};

} // namespace lvs
