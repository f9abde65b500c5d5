// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/helper/servicefixture.h"

#include "helper/interface/convert.h"
#include "helper/interface/errors.h"
#include "helper/interface/names.h"

#include <QDBusPendingReply>
#include <QTest>

using namespace Qt::StringLiterals;

namespace lvs {

TestClient::TestClient(test::PrivateBus &bus, const bus::Service &service)
    : TestClient(bus.connect(), service)
{
}

TestClient::TestClient(const QDBusConnection &connection, const bus::Service &service)
    : m_connection(connection)
    , m_service(service)
{
}

TestClient::~TestClient()
{
    test::PrivateBus::disconnect(m_connection);
}

QDBusPendingCall TestClient::send(const QString &method, const QVariantList &arguments, bool interactive)
{
    auto message = QDBusMessage::createMethodCall(m_service.name, m_service.path, m_service.name, method);
    message.setArguments(arguments);
    message.setInteractiveAuthorizationAllowed(interactive);
    return m_connection.asyncCall(message);
}

QDBusMessage TestClient::call(const QString &method, const QVariantList &arguments, bool interactive)
{
    return answerOf(send(method, arguments, interactive));
}

quint64 TestClient::stage(const std::vector<Operation> &operations, quint64 plan)
{
    const QDBusMessage answer = call(u"Stage"_s, {plan, argumentOf(operations)});
    if (answer.type() == QDBusMessage::ReplyMessage)
        return answer.arguments().constFirst().toULongLong();
    qWarning("Stage: %s", qPrintable(answer.errorName()));
    return 0;
}

QDBusPendingCall TestClient::sendApply(quint64 plan, bool interactive)
{
    return send(u"Apply"_s, {plan}, interactive);
}

QDBusMessage TestClient::apply(const std::vector<Operation> &operations, bool interactive)
{
    return answerOf(sendApply(stage(operations), interactive));
}

QDBusMessage answerOf(const QDBusPendingCall &call)
{
    if (!QTest::qWaitFor([&call] { return call.isFinished(); }, 20'000))
        qWarning("no answer within 20 s");
    return call.reply();
}

std::optional<ErrorCode> codeOf(const QDBusMessage &answer)
{
    if (answer.type() == QDBusMessage::ReplyMessage)
        return {};
    return bus::errorFrom(answer).code;
}

std::optional<ApplyOutcome> outcomeOf(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage)
        return {};
    return ApplyOutcome(answer.arguments().constFirst().toUInt());
}

QVariant argumentOf(const std::vector<Operation> &operations)
{
    return QVariant::fromValue(bus::listToWire(operations));
}

QVariant argumentOf(const std::vector<ServiceKey> &keys)
{
    return QVariant::fromValue(bus::listToWire(keys));
}

void addAnswers()
{
    QTest::addColumn<MockPolkit::Answer>("answer");
    QTest::addColumn<bool>("interactive");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    QTest::addColumn<int>("prompts");
    using Answer = MockPolkit::Answer;
    using Code = std::optional<ErrorCode>;
    QTest::newRow("yes") << Answer::Yes << false << Code() << 0;
    QTest::newRow("no") << Answer::No << true << Code(ErrorCode::NotAuthorized) << 0;
    QTest::newRow("password") << Answer::YesAfterPassword << true << Code() << 1;
    QTest::newRow("not interactive") << Answer::YesAfterPassword << false << Code(ErrorCode::NotAuthorized) << 0;
    QTest::newRow("wrong password") << Answer::WrongPassword << true << Code(ErrorCode::NotAuthorized) << 1;
    QTest::newRow("dismissed") << Answer::Dismissed << true << Code(ErrorCode::AuthenticationDismissed) << 1;
    QTest::newRow("no agent") << Answer::NoAgent << true << Code(ErrorCode::NoAuthenticationAgent) << 1;
    QTest::newRow("fails") << Answer::Fails << true << Code(ErrorCode::NotAuthorized) << 0;
    QTest::newRow("nonsense") << Answer::Nonsense << true << Code(ErrorCode::NotAuthorized) << 0;
    QTest::newRow("silent") << Answer::Silent << true << Code(ErrorCode::NotAuthorized) << 0;
}

bool ServiceFixture::start(const PolkitAuthority::Limits &limits, std::chrono::milliseconds planLifetime)
{
    polkit = std::make_unique<MockPolkit>(bus.connect());
    polkit->setEveryAnswer(MockPolkit::Answer::Yes);
    auto connection = bus.connect();
    const auto inquiries = bus.connect();
    authority = std::make_unique<PolkitAuthority>(inquiries, limits);
    service = std::make_unique<HelperService>(
        connection, inquiries, *authority, journal, [this] { return machine.makeBackend(); }, stateDirectory.path(),
        planLifetime);
    return service->registerObject() && connection.registerService(lvs::bus::serviceName);
}

} // namespace lvs
