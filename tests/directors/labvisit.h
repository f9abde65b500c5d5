// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/machinedirector.h"
#include "app/directors/sshmachine.h"
#include "tests/directors/askpass.h"
#include "tests/directors/scriptedprompter.h"
#include "tests/lab/labhost.h"

#include <QTest>

namespace lvs::test {

using namespace Qt::StringLiterals;

/// The lab's director, or a real server, in the console, opened as one of the lab's users.
class LabVisit
{
public:
    static constexpr auto patience = std::chrono::seconds(60);
    static constexpr auto reboot = std::chrono::minutes(15);

    explicit LabVisit(const QString &user, const QString &host = u"director"_s)
    {
        const SshSettings settings{.askpassProgram = askpassProgram(),
                                   .configFile = lab::stateDirectory() + u"/ssh_config"_s};
        director = std::make_unique<MachineDirector>(std::make_unique<SshMachine>(
            *SshTarget::fromText(user + u'@' + host), settings, prompter, [] { return Environment::Test; }));
    }

    bool reaches(LinkState link, std::chrono::milliseconds limit = patience)
    {
        return QTest::qWaitFor([&] { return director->status().link == link; }, QDeadlineTimer(limit));
    }
    bool opens()
    {
        director->open();
        return reaches(LinkState::Live);
    }
    template<class T> Result<T> wait(QFuture<Result<T>> future, std::chrono::milliseconds limit = patience)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, QDeadlineTimer(limit)))
            return failure(ErrorCode::TimedOut);
        return future.result();
    }
    /// Reads until the machine answers again, as the window does.
    bool readsAgain(std::chrono::milliseconds limit)
    {
        const QDeadlineTimer deadline(limit);
        while (!deadline.hasExpired()) {
            if (reaches(LinkState::Live, std::chrono::milliseconds(deadline.remainingTime())) &&
                wait(director->read({})))
                return true;
        }
        return false;
    }
    void answerWith(const QString &password)
    {
        prompter.onAuthentication = [password](const AuthenticationQuestion &question) {
            const qsizetype user = std::max<qsizetype>(0, question.users.indexOf(u"operator"_s));
            return std::optional(std::optional(AuthenticationAnswer{.user = user, .secret = password}));
        };
    }

    ScriptedPrompter prompter;
    std::unique_ptr<MachineDirector> director;
};

} // namespace lvs::test
