// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/accessible.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QDBusVariant>
#include <QRegularExpression>

#include <algorithm>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *AccessibleInterface = "org.a11y.atspi.Accessible";
constexpr const char *ActionInterface = "org.a11y.atspi.Action";
constexpr const char *ComponentInterface = "org.a11y.atspi.Component";
constexpr const char *EditableTextInterface = "org.a11y.atspi.EditableText";
constexpr const char *TableInterface = "org.a11y.atspi.Table";
constexpr const char *TextInterface = "org.a11y.atspi.Text";
constexpr const char *ValueInterface = "org.a11y.atspi.Value";
constexpr auto NullPath = "/org/a11y/atspi/null"_L1;

/// (so) on the wire.
struct ObjectReference {
    QString service;
    QString path;
};

ObjectReference takeReference(const QDBusArgument &argument)
{
    ObjectReference reference;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> reference.service >> path;
    argument.endStructure();
    reference.path = path.path();
    return reference;
}

QDBusConnection accessibilityBus()
{
    static const QDBusConnection bus = [] {
        const auto query =
            QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
        const QDBusReply<QString> address = QDBusConnection::sessionBus().call(query);
        return QDBusConnection::connectToBus(address.value(), u"accessibility"_s);
    }();
    return bus;
}

/// Whether an answer to GetState says so.
bool holds(const QDBusReply<QList<uint>> &states, State state)
{
    const auto bit = quint8(state);
    return states.value().value(bit / 32) >> (bit % 32) & 1U;
}

/// Their cells are reached by cell(): a table of thousands of rows is not worth a walk.
bool isItemView(const QString &role)
{
    return role == "tree"_L1 || role == "table"_L1 || role == "list"_L1 || role == "tree table"_L1;
}

/// They have no children.
bool isLeaf(const QString &role)
{
    return role == role::Label || role == role::CheckBox || role == "separator"_L1;
}

} // namespace

Accessible::Accessible(QString service, QString path)
    : m_service(std::move(service))
    , m_path(path == NullPath ? QString() : std::move(path))
{
}

QDBusMessage Accessible::message(const char *interface, const char *method, const QVariantList &arguments) const
{
    auto message =
        QDBusMessage::createMethodCall(m_service, m_path, QLatin1StringView(interface), QLatin1StringView(method));
    message.setArguments(arguments);
    return message;
}

QDBusMessage Accessible::call(const char *interface, const char *method, const QVariantList &arguments) const
{
    return isNull() ? QDBusMessage() : accessibilityBus().call(message(interface, method, arguments));
}

QVariant Accessible::property(const char *interface, const char *property) const
{
    const QDBusReply<QDBusVariant> reply =
        call("org.freedesktop.DBus.Properties", "Get", {QLatin1StringView(interface), QLatin1StringView(property)});
    return reply.value().variant();
}

QString Accessible::role() const
{
    return m_role.isEmpty() ? QDBusReply<QString>(call(AccessibleInterface, "GetRoleName")).value() : m_role;
}

QString Accessible::name() const
{
    if (role() == role::ComboBox) {
        if (const auto label = labelledBy(); !label.isNull())
            return label.name();
    }
    // Chinese labels carry their mnemonic behind the text, and Qt takes only the ampersand away: "应用(A)".
    static const QRegularExpression mnemonic(u"\\([A-Z]\\)(?=…?$)"_s);
    return property(AccessibleInterface, "Name").toString().remove(mnemonic);
}

Accessible Accessible::labelledBy() const
{
    constexpr uint LabelledBy = 2; // ATSPI_RELATION_LABELLED_BY
    const auto reply = call(AccessibleInterface, "GetRelationSet");
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    Accessible label;
    const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        uint relation = 0;
        argument.beginStructure();
        argument >> relation;
        argument.beginArray();
        while (!argument.atEnd()) {
            const auto [service, path] = takeReference(argument);
            if (relation == LabelledBy)
                label = Accessible(service, path);
        }
        argument.endArray();
        argument.endStructure();
    }
    argument.endArray();
    return label;
}

QString Accessible::description() const
{
    return property(AccessibleInterface, "Description").toString();
}

QString Accessible::id() const
{
    // Qt gives the names of all ancestors, joined by dots.
    const QDBusReply<QDBusVariant> reply = call(AccessibleInterface, "GetAccessibleId");
    return reply.value().variant().toString().section(u'.', -1);
}

bool Accessible::is(State state) const
{
    return holds(call(AccessibleInterface, "GetState"), state);
}

bool Accessible::hasKeyboard() const
{
    const auto all = descendants();
    return std::ranges::any_of(all, [](const Accessible &child) { return child.is(State::Focused); });
}

QRect Accessible::extents() const
{
    const auto reply = call(ComponentInterface, "GetExtents", {0U /* relative to the screen */});
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {scale * x, scale * y, scale * width, scale * height};
}

qint64 Accessible::processId() const
{
    return accessibilityBus().interface()->servicePid(m_service).value();
}

QList<Accessible> Accessible::children() const
{
    const auto reply = call(AccessibleInterface, "GetChildren");
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    QList<Accessible> children;
    const auto argument = reply.arguments().constFirst().value<QDBusArgument>();
    argument.beginArray();
    while (!argument.atEnd()) {
        const auto [service, path] = takeReference(argument);
        children.append(Accessible(service, path));
    }
    argument.endArray();
    return children;
}

QList<Accessible> Accessible::shownChildren() const
{
    struct Question {
        Accessible child;
        QDBusPendingReply<QList<uint>> states;
        QDBusPendingReply<QString> role;
    };
    QList<Question> questions;
    for (const auto &child : children())
        questions.append({child, accessibilityBus().asyncCall(child.message(AccessibleInterface, "GetState")),
                          accessibilityBus().asyncCall(child.message(AccessibleInterface, "GetRoleName"))});
    QList<Accessible> shown;
    for (auto &[child, states, role] : questions) {
        states.waitForFinished();
        role.waitForFinished();
        child.m_role = role.value();
        if (holds(states, State::Showing))
            shown.append(child);
    }
    return shown;
}

Accessible Accessible::find(const std::function<bool(const Accessible &)> &accepts) const
{
    for (const auto &child : shownChildren()) {
        if (accepts(child))
            return child;
        if (isItemView(child.role()) || isLeaf(child.role()))
            continue;
        if (const auto found = child.find(accepts); !found.isNull())
            return found;
    }
    return {};
}

Accessible Accessible::find(QStringView role, QStringView name) const
{
    return find([&](const Accessible &child) { return child.role() == role && child.name() == name; });
}

QList<Accessible> Accessible::descendants() const
{
    QList<Accessible> all;
    for (const auto &child : shownChildren())
        all << child << child.descendants();
    return all;
}

bool Accessible::press() const
{
    return is(State::Enabled) && QDBusReply<bool>(call(ActionInterface, "DoAction", {0})).value();
}

QString Accessible::text() const
{
    if (role() == role::ComboBox)
        return property(AccessibleInterface, "Name").toString();
    return QDBusReply<QString>(call(TextInterface, "GetText", {0, -1})).value();
}

bool Accessible::setText(const QString &text) const
{
    return is(State::Enabled) && QDBusReply<bool>(call(EditableTextInterface, "SetTextContents", {text})).value();
}

double Accessible::value() const
{
    return property(ValueInterface, "CurrentValue").toDouble();
}

bool Accessible::setValue(double value) const
{
    const auto reply =
        call("org.freedesktop.DBus.Properties", "Set",
             {QLatin1StringView(ValueInterface), u"CurrentValue"_s, QVariant::fromValue(QDBusVariant(value))});
    return is(State::Enabled) && reply.type() == QDBusMessage::ReplyMessage && this->value() == value;
}

int Accessible::rowCount() const
{
    return property(TableInterface, "NRows").toInt();
}

int Accessible::columnCount() const
{
    return property(TableInterface, "NColumns").toInt();
}

QString Accessible::header(int column) const
{
    return QDBusReply<QString>(call(TableInterface, "GetColumnDescription", {column})).value();
}

Accessible Accessible::cell(int row, int column) const
{
    const auto reply = call(TableInterface, "GetAccessibleAt", {row, column});
    if (reply.type() != QDBusMessage::ReplyMessage)
        return {};
    const auto [service, path] = takeReference(reply.arguments().constFirst().value<QDBusArgument>());
    return {service, path};
}

bool Accessible::selectRow(int row) const
{
    return QDBusReply<bool>(call(TableInterface, "AddRowSelection", {row})).value();
}

Accessible applicationOf(qint64 processId)
{
    const Accessible desktop(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s);
    for (const auto &application : desktop.children()) {
        if (application.processId() == processId)
            return application;
    }
    return {};
}

} // namespace lvs::e2e
