// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/machine.h"
#include "app/directors/machinedirector.h"
#include "helper/interface/names.h"
#include "helper/service/journal.h"
#include "helper/service/service.h"
#include "tests/support/privatebus.h"
#include "tests/support/sharedmachine.h"

#include <QTest>

namespace lvs::test {

using namespace Qt::StringLiterals;

struct FixedAuthority : Authority {
    QFuture<Verdict> check(const AuthorityRequest &request) override
    {
        const bool view = request.action == Action::View;
        return QtFuture::makeReadyValueFuture(view ? Verdict::Allowed : verdict);
    }
    void cancel(const QString &) override {}
    Verdict verdict = Verdict::Allowed;
};

struct NoJournal : Journal {
    void record(const Attempt &) override {}
};

/// The helper as a program of its own would be: with a connection that ends with it.
struct Helper {
    Helper(const PrivateBus &bus, Verdict verdict)
        : connection(QDBusConnection::connectToBus(bus.address(), name))
    {
        authority.verdict = verdict;
        service = std::make_unique<HelperService>(connection, connection, authority, journal,
                                                  [this] { return kernel.makeBackend(); });
        if (!service->registerObject() || !connection.registerService(bus::serviceName))
            qFatal("no service");
    }
    ~Helper()
    {
        service.reset();
        QDBusConnection::disconnectFromBus(name);
    }

    static inline int count = 0;
    QString name = u"helper%1"_s.arg(++count);
    QDBusConnection connection;
    SharedMachine kernel;
    FixedAuthority authority;
    NoJournal journal;
    std::unique_ptr<HelperService> service;
};

/// A machine whose way can be cut.
class FakeMachine : public Machine
{
public:
    explicit FakeMachine(QString address, bool remote = true)
        : m_address(std::move(address))
        , m_remote(remote)
    {
    }

    QString id() const override { return u"fake"_s; }
    QString hostName() const override { return u"fake"_s; }
    bool isRemote() const override { return m_remote; }
    void open() override
    {
        ++attempts;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (failure)
                    Q_EMIT broken(*failure);
                else
                    Q_EMIT opened();
            },
            Qt::QueuedConnection);
    }
    void close() override { dropBus(); }
    QFuture<Result<QDBusConnection>> connectBus() override
    {
        dropBus();
        if (m_address.isEmpty())
            return QtFuture::makeReadyValueFuture(Result<QDBusConnection>(lvs::failure(ErrorCode::NoHelper)));
        m_name = u"console%1"_s.arg(++count);
        return QtFuture::makeReadyValueFuture(
            Result<QDBusConnection>(QDBusConnection::connectToBus(m_address, m_name)));
    }
    QFuture<Result<QByteArray>> readTable() override
    {
        return slowTable ? slowTable->future() : QtFuture::makeReadyValueFuture(table);
    }
    QFuture<Result<QByteArray>> readConnections() override { return QtFuture::makeReadyValueFuture(connections); }
    QFuture<Result<HostFiles>> readHostFiles() override
    {
        return QtFuture::makeReadyValueFuture(Result<HostFiles>(hostFiles));
    }
    QFuture<Result<void>> startAgent() override { return QtFuture::makeReadyValueFuture(agent); }
    void stopAgent() override {}
    std::optional<ErrorCode> takeAgentFailure() override { return std::exchange(agentFailure, std::nullopt); }
    void cut(const Error &error)
    {
        dropBus();
        Q_EMIT broken(error);
    }

    std::optional<Error> failure;
    Result<QByteArray> table = lvs::failure(ErrorCode::NoIpvs);
    std::unique_ptr<QPromise<Result<QByteArray>>> slowTable; ///< readings wait for it
    Result<QByteArray> connections = lvs::failure(ErrorCode::NoIpvs);
    HostFiles hostFiles{};
    Result<void> agent{};
    std::optional<ErrorCode> agentFailure;
    int attempts = 0;

private:
    void dropBus()
    {
        if (!m_name.isEmpty())
            QDBusConnection::disconnectFromBus(std::exchange(m_name, {}));
    }
    static inline int count = 0;
    QString m_address;
    bool m_remote;
    QString m_name;
};

/// A director of such a machine, to be opened.
struct Opened {
    explicit Opened(const QString &address, bool remote = true,
                    std::chrono::milliseconds searchPause = std::chrono::hours(1))
    {
        auto made = std::make_unique<FakeMachine>(address, remote);
        machine = made.get();
        director = std::make_unique<MachineDirector>(std::move(made), searchPause);
    }
    bool reaches(LinkState link)
    {
        return QTest::qWaitFor([&] { return director->status().link == link; }, 15'000);
    }
    bool opens()
    {
        director->open();
        return reaches(LinkState::Live);
    }
    template<class T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("no answer");
        return future.result();
    }

    FakeMachine *machine;
    std::unique_ptr<MachineDirector> director;
};

} // namespace lvs::test
