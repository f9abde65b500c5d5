// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/bounds.h"
#include "helper/interface/methodtable.h"
#include "helper/service/opencalls.h"
#include "helper/service/plans.h"
#include "helper/service/reads.h"

#include <QDBusVirtualObject>

#include <map>
#include <set>

namespace lvs {

/// The object on the bus. Every call takes the same way:
///
///     known method and signature -> room for it -> who calls -> arguments valid -> Action::View -> the method acts
///     -> journal -> answer
///
/// so that no method can be reached without a row in methodTable and without authorisation, and nonsense is refused
/// before polkit hears of it. Nothing here waits: backends work on threads, polkit and the bus answer later.
class HelperService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    /// Serves on `bus` and asks the bus about its callers on `inquiries`: large calls hold up the connection they came
    /// by until they are authorised. `authority` and `journal` must outlive the service.
    HelperService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority, Journal &journal,
                  const BackendFactory &backends,
                  std::chrono::milliseconds planLifetime = lvs::bus::bounds::planLifetime, QObject *parent = nullptr);
    ~HelperService() override;

    /// Puts the object on the bus; the name is the owner's business.
    bool registerObject();
    /// No call is open, no plan staged or running.
    bool isIdle() const { return m_calls.isEmpty() && m_plans.isIdle(); }
    bool isApplying() const { return m_plans.isApplying(); }
    /// Methods that would be answered.
    std::set<QString> methods() const;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

Q_SIGNALS:
    /// A call was answered, a caller left or a forgotten plan was dropped: a moment to look at isIdle().
    void settled();

private:
    void add(QLatin1StringView name, Prepare prepare);
    void admit(const QDBusMessage &message, const Prepare &prepare);
    void prepareCall(const CallPtr &call, const Prepare &prepare);
    void authorise(const CallPtr &call, const Act &act);
    /// Asks silently, and then a person if that is needed and the request allows it; decides by the answer.
    void ask(const CallPtr &call, const AuthorityRequest &request, const std::function<void()> &allowed);
    /// Goes on with `allowed`, or fails the call.
    void decide(const CallPtr &call, Action action, Verdict verdict, const std::function<void()> &allowed);
    void answered(const Call &call);
    void callerGone(const QString &busName);
    void announceChange();
    void announceProgress(const StagedPlan &plan, qsizetype done, qsizetype total) const;

    QDBusConnection m_bus;
    Authority &m_authority;
    Journal &m_journal;
    Callers m_callers;
    quint64 m_generation = 1;
    std::map<QString, Prepare> m_methods;
    OpenCalls m_calls;
    std::map<QString, std::set<bus::Guard>> m_recorded; ///< callers whose first look stands in the journal
    Reads m_reads;
    Plans m_plans;
    BackendThread m_reader; ///< the threads end before what their work refers to
    BackendThread m_editor;
    std::shared_ptr<void> m_alive; ///< calls that end later than the service see that it is gone
};

} // namespace lvs
