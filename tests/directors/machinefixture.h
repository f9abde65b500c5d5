// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/machine.h"
#include "app/directors/machinedirector.h"
#include "helper/files/filesservice.h"
#include "helper/interface/names.h"
#include "helper/service/journal.h"
#include "helper/service/service.h"
#include "tests/support/objects.h"
#include "tests/support/privatebus.h"
#include "tests/support/sharedmachine.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

namespace lvs::test {

using namespace Qt::StringLiterals;

inline const Interest everything{.allServers = true};

/// The web service with one of its servers, as /proc/net/ip_vs shows it.
inline const QByteArray procTable = "IP Virtual Server version 1.2.1 (size=4096)\n"
                                    "Prot LocalAddress:Port Scheduler Flags\n"
                                    "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n"
                                    "TCP  AC126406:0050 rr \n"
                                    "  -> C0A80A0B:0050      Masq    10     0          0         \n"_ba;

inline ChangePlan cluster()
{
    return {{AddService{service(web)}, AddServer{web, server(11, 10)}, AddServer{web, server(12, 3)}}};
}

struct FixedAuthority : Authority {
    QFuture<Verdict> check(const AuthorityRequest &request) override
    {
        const bool view = request.action == Action::View;
        if (!view && holds) {
            questions.emplace_back().start();
            return questions.back().future();
        }
        return QtFuture::makeReadyValueFuture(view ? Verdict::Allowed : verdict);
    }
    void cancel(const QString &) override {}
    Verdict verdict = Verdict::Allowed;
    bool holds = false; ///< questions wait until a test answers them
    std::deque<QPromise<Verdict>> questions;
};

struct NoJournal : Journal {
    void record(const Attempt &) override {}
};

/// The helper and the files service as programs of their own would be: with a connection that ends with them. Files
/// are those of a directory.
struct Helper {
    Helper(const PrivateBus &bus, Verdict verdict)
        : connection(QDBusConnection::connectToBus(bus.address(), name))
    {
        authority.verdict = verdict;
        service = std::make_unique<HelperService>(
            connection, connection, authority, journal, [this] { return kernel.makeBackend(); }, root.path());
        files = std::make_unique<FilesService>(connection, connection, authority, journal, root.path());
        QDir(root.path()).mkpath(u"etc/default"_s);
        QDir(root.path()).mkpath(u"etc/sysconfig"_s);
        if (!service->registerObject() || !files->registerObject() || !connection.registerService(bus::serviceName) ||
            !connection.registerService(bus::filesServiceName))
            qFatal("no service");
    }
    ~Helper()
    {
        files.reset();
        service.reset();
        QDBusConnection::disconnectFromBus(name);
    }

    static inline int count = 0;
    QString name = u"helper%1"_s.arg(++count);
    QDBusConnection connection;
    SharedMachine kernel;
    QTemporaryDir root;
    FixedAuthority authority;
    NoJournal journal;
    std::unique_ptr<HelperService> service;
    std::unique_ptr<FilesService> files;
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
        ++busConnections;
        if (m_address.isEmpty())
            return QtFuture::makeReadyValueFuture(Result<QDBusConnection>(lvs::failure(ErrorCode::NoHelper)));
        m_name = u"console%1"_s.arg(++count);
        return QtFuture::makeReadyValueFuture(
            Result<QDBusConnection>(QDBusConnection::connectToBus(m_address, m_name)));
    }
    QFuture<Result<quint32>> tryConnections(const ServerKey &, quint32) override
    {
        return QtFuture::makeReadyValueFuture(Result<quint32>(lvs::failure(ErrorCode::NotSupported)));
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
    QFuture<Result<HostFiles>> readOwnerFiles() override
    {
        return QtFuture::makeReadyValueFuture(Result<HostFiles>(ownerFiles));
    }
    QFuture<Result<TextFiles>> readTextFiles(const QStringList &patterns) override
    {
        TextFiles found;
        for (const QString &pattern : patterns) {
            if (textFiles.contains(pattern))
                found.files.insert(pattern, textFiles.value(pattern));
            else if (unreadable.contains(pattern))
                found.unreadable.append(pattern);
        }
        return QtFuture::makeReadyValueFuture(Result<TextFiles>(found));
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
    HostFiles ownerFiles{};
    QMap<QString, QByteArray> textFiles{}; ///< by pattern
    QStringList unreadable{};
    Result<void> agent{};
    std::optional<ErrorCode> agentFailure;
    int attempts = 0;
    int busConnections = 0; ///< asked for

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
                    const MachineDirector::Times &times = {.searchPause = std::chrono::hours(1)})
    {
        auto made = std::make_unique<FakeMachine>(address, remote);
        machine = made.get();
        director = std::make_unique<MachineDirector>(std::move(made), times);
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
