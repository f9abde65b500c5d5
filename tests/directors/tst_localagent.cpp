// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/localagent.h"
#include "tests/directors/fakepolkit.h"
#include "tests/directors/scriptedprompter.h"
#include "tests/support/privatebus.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 root = 0;
constexpr quint32 nobody = 65534;

} // namespace

/// The agent between polkit's library and a polkit of the test's own.
class TestLocalAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address().toUtf8());
        m_polkit = std::make_unique<FakePolkit>(m_bus.connect());
    }
    void init()
    {
        m_prompter = std::make_unique<ScriptedPrompter>();
        m_agent = std::make_unique<LocalAgent>(*m_prompter);
    }
    void cleanup() { m_agent.reset(); }

    void answersForThisProcessOnly()
    {
        const FakePolkit::Agent agent = m_polkit->agent();
        QVERIFY(!agent.busName.isEmpty());
        QCOMPARE(agent.subjectKind, u"unix-process"_s);
        QCOMPARE(agent.pid, quint32(QCoreApplication::applicationPid()));
        m_agent.reset();
        QTRY_VERIFY(m_polkit->agent().busName.isEmpty());
    }

    void asksThePerson()
    {
        const auto call = m_polkit->beginAuthentication(u"cookie"_s, {root, nobody});
        QTRY_COMPARE(m_prompter->authentications.size(), size_t(1));
        QCOMPARE(m_prompter->authentications[0],
                 (AuthenticationQuestion{.actionId = u"org.lvsconsole.helper1.edit-servers"_s,
                                         .message = u"Change real servers"_s,
                                         .users = {u"root"_s, u"nobody"_s}}));
        QCOMPARE(m_prompter->askers[0], Asker()); // this computer
        QVERIFY(!call.isFinished());
    }

    void closedQuestionIsADismissal()
    {
        m_prompter->onAuthentication = [](const auto &) {
            return std::optional(std::optional<AuthenticationAnswer>());
        };
        const auto call = m_polkit->beginAuthentication(u"cookie"_s, {nobody});
        QTRY_VERIFY(call.isFinished());
        QCOMPARE(m_agent->failure, ErrorCode::AuthenticationDismissed);
    }

    void wrongSecretIsAFailure()
    {
        m_prompter->onAuthentication = [](const auto &) {
            return std::optional(std::optional(AuthenticationAnswer{.user = 0, .secret = u"wrong"_s}));
        };
        const auto call = m_polkit->beginAuthentication(u"cookie"_s, {nobody});
        QTRY_VERIFY_WITH_TIMEOUT(call.isFinished(), 30'000); // PAM lets a wrong password wait
        QCOMPARE(m_agent->failure, ErrorCode::AuthenticationFailed);
    }

    void oneQuestionAtATime()
    {
        const auto first = m_polkit->beginAuthentication(u"first"_s, {nobody});
        QTRY_COMPARE(m_prompter->authentications.size(), size_t(1));
        const auto second = m_polkit->beginAuthentication(u"second"_s, {nobody});
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.isError());
        QVERIFY(!first.isFinished());
        QCOMPARE(m_prompter->authentications.size(), size_t(1));
    }

    void polkitCanWithdrawTheQuestion()
    {
        const auto call = m_polkit->beginAuthentication(u"cookie"_s, {nobody});
        QTRY_COMPARE(m_prompter->authentications.size(), size_t(1));
        m_polkit->cancelAuthentication(u"cookie"_s);
        QTRY_VERIFY(m_prompter->isWithdrawn());
        QTRY_VERIFY(call.isFinished());
        QCOMPARE(m_agent->failure, ErrorCode::AuthenticationDismissed);
        const auto next = m_polkit->beginAuthentication(u"next"_s, {nobody});
        QTRY_COMPARE(m_prompter->authentications.size(), size_t(2)); // and is ready for another one
    }

    void endsWithItsQuestion()
    {
        const auto call = m_polkit->beginAuthentication(u"cookie"_s, {nobody});
        QTRY_COMPARE(m_prompter->authentications.size(), size_t(1));
        m_agent.reset();
        QVERIFY(m_prompter->isWithdrawn());
        QTRY_VERIFY(call.isFinished());
    }

private:
    PrivateBus m_bus;
    std::unique_ptr<FakePolkit> m_polkit;
    std::unique_ptr<ScriptedPrompter> m_prompter;
    std::unique_ptr<LocalAgent> m_agent;
};

QTEST_GUILESS_MAIN(TestLocalAgent)
#include "tst_localagent.moc"
