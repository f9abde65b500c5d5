// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/commandoutput.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCommandOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheText();
    void givesTheExitCode();
    void endsWhatWritesTooMuch();
    void endsWhatTakesTooLong();
    void saysWhatCannotBeStarted();
    void endsWithItsContext();

private:
    Result<CommandOutput> run(const QString &script, const OutputLimits &limits = {.size = 1000, .time = 20s})
    {
        const auto future = commandOutput(u"sh"_s, {u"-c"_s, script}, limits, this);
        return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) ? future.result()
                                                                            : failure(ErrorCode::Cancelled);
    }
};

void TestCommandOutput::givesTheText()
{
    const auto output = run(u"echo one; echo two; echo elsewhere >&2"_s);
    QVERIFY(output);
    QCOMPARE(output->text, "one\ntwo\n");
    QCOMPARE(output->exitCode, 0);
    QCOMPARE(run(u"printf %1000d 1"_s)->text.size(), 1000);
    QVERIFY(run(u"read line; exit 0"_s, {.size = 10, .time = 10s})); // there is no input
}

void TestCommandOutput::givesTheExitCode()
{
    QCOMPARE(run(u"echo partly; exit 3"_s)->exitCode, 3);
    QCOMPARE(run(u"kill -KILL $$"_s).error().code, ErrorCode::LinkLost);
}

void TestCommandOutput::endsWhatWritesTooMuch()
{
    QCOMPARE(run(u"printf %1001d 1"_s).error().code, ErrorCode::BadKernelReply);
    QCOMPARE(run(u"exec cat /dev/zero"_s).error().code, ErrorCode::BadKernelReply);
}

void TestCommandOutput::endsWhatTakesTooLong()
{
    QCOMPARE(run(u"echo begun; exec sleep 600"_s, {.size = 1000, .time = 200ms}).error().code, ErrorCode::TimedOut);
}

void TestCommandOutput::saysWhatCannotBeStarted()
{
    const auto future = commandOutput(u"/nonexistent/program"_s, {}, {.size = 10, .time = 20s}, this);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::NotSupported);
}

void TestCommandOutput::endsWithItsContext()
{
    auto context = std::make_unique<QObject>();
    const auto future = commandOutput(u"sleep"_s, {u"600"_s}, {.size = 10, .time = 20s}, context.get());
    context.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::LinkLost);
}

QTEST_GUILESS_MAIN(TestCommandOutput)
#include "tst_commandoutput.moc"
