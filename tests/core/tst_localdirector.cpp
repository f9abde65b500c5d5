// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/directorcontract.h"
#include "tests/support/faultbackend.h"
#include "tests/support/sharedmachine.h"

#include <QSemaphore>
#include <QTest>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;

namespace {

class SandboxFixture : public DirectorFixture
{
public:
    Director &director() override { return *m_director; }
    void destroyDirector() override { m_director.reset(); }
    void meanwhile(const Operation &operation) override { m_machine.execute({operation}); }

private:
    SharedMachine m_machine;
    std::unique_ptr<LocalDirector> m_director =
        std::make_unique<LocalDirector>(QStringLiteral("sandbox"), [this] { return m_machine.makeBackend(); });
};

/// A backend that answers only when it is told to, after the first question.
class HeldBackend : public SandboxBackend
{
public:
    explicit HeldBackend(QSemaphore &permits)
        : m_permits(permits)
    {
    }
    Result<Timeouts> readTimeouts() override
    {
        m_permits.acquire();
        return SandboxBackend::readTimeouts();
    }

private:
    QSemaphore &m_permits;
};

} // namespace

/// What is particular to the director in this process.
class LocalDirectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysClosedWithoutIpvs()
    {
        SandboxBackend sandbox;
        LocalDirector director(QStringLiteral("test"), [&] {
            auto backend = std::make_unique<FaultBackend>(sandbox);
            backend->failRead(0, ENOENT);
            return backend;
        });
        director.open();
        QTRY_COMPARE(director.status().link, LinkState::Lost);
        QCOMPARE(director.status().error->kernelErrno, ENOENT);
        QCOMPARE(director.status().access, Access::ReadOnly);
        director.unlock();
        QCOMPARE(director.status().access, Access::ReadOnly);
    }

    void becomesStaleWhileAnAnswerIsAwaited()
    {
        QSemaphore permits;
        LocalDirector director(QStringLiteral("test"), [&] { return std::make_unique<HeldBackend>(permits); });
        director.open();
        QTRY_COMPARE(director.status().link, LinkState::Live);
        auto future = director.readTimeouts();
        QTRY_COMPARE_WITH_TIMEOUT(director.status().link, LinkState::Stale, std::chrono::seconds(30));
        permits.release();
        QTRY_COMPARE(director.status().link, LinkState::Live);
        QVERIFY(future.isFinished());
    }

    void closingDoesNotWait()
    {
        QSemaphore permits;
        LocalDirector director(QStringLiteral("test"), [&] { return std::make_unique<HeldBackend>(permits); });
        director.open();
        QTRY_COMPARE(director.status().link, LinkState::Live);
        auto future = director.readTimeouts();
        const auto release = qScopeGuard([&] { permits.release(); }); // or the director's end would wait
        director.close();                                             // while the backend is busy
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, ErrorCode::LinkLost);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    DirectorContract contract([] { return std::make_unique<SandboxFixture>(); });
    LocalDirectorTest particular;
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&particular, argc, argv);
}
#include "tst_localdirector.moc"
