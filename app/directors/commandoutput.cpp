// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/commandoutput.h"

#include "app/directors/endprocess.h"

#include <QPromise>
#include <QTimer>

namespace lvs {

namespace {

/// Lives until it has given its answer.
class Collector : public QObject
{
public:
    Collector(const OutputLimits &limits, const QObject *context)
        : m_largest(limits.size)
        , m_process(new QProcess)
    {
        m_promise.start();
        m_process->setStandardInputFile(QProcess::nullDevice());
        m_process->setStandardErrorFile(QProcess::nullDevice()); // nobody reads it, so it would pile up
        connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Collector::collect);
        connect(m_process.get(), &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
            collect();
            if (status == QProcess::CrashExit)
                finish(failure(ErrorCode::LinkLost));
            else
                finish(CommandOutput{.text = std::move(m_text), .exitCode = exitCode});
        });
        connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finish(failure(ErrorCode::NotSupported));
        });
        connect(context, &QObject::destroyed, this, [this] { finish(failure(ErrorCode::LinkLost)); });
        QTimer::singleShot(limits.time, this, [this] { finish(failure(ErrorCode::TimedOut)); });
    }

    QFuture<Result<CommandOutput>> start(const QString &program, const QStringList &arguments)
    {
        const auto future = m_promise.future();
        m_process->start(program, arguments);
        return future;
    }

private:
    void collect()
    {
        m_text += m_process->readAllStandardOutput();
        if (m_text.size() > m_largest)
            finish(failure(ErrorCode::BadKernelReply));
    }
    void finish(Result<CommandOutput> result)
    {
        if (m_promise.future().isFinished())
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    qsizetype m_largest;
    QByteArray m_text;
    ProcessPointer m_process;
    QPromise<Result<CommandOutput>> m_promise;
};

} // namespace

QFuture<Result<CommandOutput>> commandOutput(const QString &program, const QStringList &arguments,
                                             const OutputLimits &limits, const QObject *context)
{
    return (new Collector(limits, context))->start(program, arguments);
}

} // namespace lvs
