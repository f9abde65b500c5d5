// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/service.h"

namespace lvs {

using namespace Qt::StringLiterals;

HelperService::HelperService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority,
                             Journal &journal, const BackendFactory &backends, const QString &stateDirectory,
                             std::chrono::milliseconds planLifetime, QObject *parent)
    : BusService(bus::helperService, bus, inquiries, authority, journal, parent)
    , m_reads(m_generation, m_reader)
    , m_plans(authority, m_reader, m_editor, planLifetime)
    , m_boot(m_reader, m_editor, stateDirectory)
    , m_setups(m_reader, m_editor, stateDirectory)
    , m_reader(backends)
    , m_editor(backends)
{
    const Register registration = [this](QLatin1StringView name, Prepare prepare) { add(name, std::move(prepare)); };
    m_reads.registerAt(registration);
    m_plans.registerAt(registration);
    m_boot.registerAt(registration);
    m_setups.registerAt(registration);
    connect(&m_plans, &Plans::forgotten, this, &HelperService::settled);
    connect(&m_plans, &Plans::applied, this, &HelperService::announceChange);
    // Comes from the editor's thread; sending is thread-safe, and waiting for this thread would delay it.
    connect(&m_plans, &Plans::progress, this, &HelperService::announceProgress, Qt::DirectConnection);
}

HelperService::~HelperService()
{
    retire();
}

void HelperService::callerGone(const QString &busName)
{
    m_plans.callerGone(busName);
}

void HelperService::announceChange()
{
    ++m_generation;
    auto signal = QDBusMessage::createSignal(bus::objectPath, bus::interfaceName, u"Changed"_s);
    connection().send(signal << m_generation);
}

void HelperService::announceProgress(const StagedPlan &plan, qsizetype done, qsizetype total) const
{
    auto signal =
        QDBusMessage::createTargetedSignal(plan.owner.busName, bus::objectPath, bus::interfaceName, u"Progress"_s);
    connection().send(signal << plan.id << quint32(done) << quint32(total));
}

} // namespace lvs
