// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/methodtable.h"
#include "helper/service/authority.h"
#include "helper/service/journal.h"
#include "helper/service/methods.h"
#include "helper/service/opencalls.h"

#include <QDBusVirtualObject>

#include <map>
#include <set>

namespace lvs {

/// An object on the bus. Every call takes the same way:
///
///     known method and signature -> room for it -> who calls -> arguments valid -> Action::View, then the
///     method's check and the action of its guard -> the method acts -> journal -> answer
///
/// so that no method can be reached without a row in the table of methods and without authorisation, and nonsense is
/// refused before polkit hears of it. Nothing here waits: polkit and the bus answer later.
class BusService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    /// Serves on `bus` and asks the bus about its callers on `inquiries`: large calls hold up the connection they came
    /// by until they are authorised. `what`, `authority` and `journal` must outlive the service.
    BusService(const bus::Service &what, const QDBusConnection &bus, const QDBusConnection &inquiries,
               Authority &authority, Journal &journal, QObject *parent = nullptr);
    ~BusService() override;

    /// Puts the object on the bus; the name is the owner's business.
    bool registerObject();
    /// Nobody would miss the service: no call is open, and nothing was begun.
    virtual bool isIdle() const { return m_calls.isEmpty(); }
    /// Something is under way that must come to its end.
    virtual bool isChanging() const { return false; }
    /// Methods that would be answered.
    std::set<QString> methods() const;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

Q_SIGNALS:
    /// A call was answered, a caller left or something forgotten was dropped: a moment to look at isIdle().
    void settled();

protected:
    void add(QLatin1StringView name, Prepare prepare, Check check = {});
    /// Grows with every change; what the journal calls before and after.
    virtual quint64 generation() const { return 0; }
    /// Whoever called once has left the bus.
    virtual void callerGone(const QString &busName);
    /// Leaves the bus; calls that are answered from now on are nobody's business. To be called where a destructor
    /// begins.
    void retire();
    const QDBusConnection &connection() const { return m_bus; }

private:
    void admit(const QDBusMessage &message, const Prepare &prepare);
    void prepareCall(const CallPtr &call, const Prepare &prepare);
    void authorise(const CallPtr &call, const Act &act);
    /// Asks silently, and then a person if that is needed and the request allows it; decides by the answer.
    void ask(const CallPtr &call, const AuthorityRequest &request, const std::function<void()> &allowed);
    /// Goes on with `allowed`, or fails the call.
    void decide(const CallPtr &call, Action action, Verdict verdict, const std::function<void()> &allowed);
    void answered(const Call &call);

    const bus::Service &m_what;
    QDBusConnection m_bus;
    Authority &m_authority;
    Journal &m_journal;
    Callers m_callers;
    std::map<QString, Prepare> m_methods;
    std::map<QString, Check> m_checks; ///< of those that have one
    OpenCalls m_calls;
    std::map<QString, std::set<bus::Guard>> m_recorded; ///< callers whose first look stands in the journal
    std::shared_ptr<void> m_alive;                      ///< calls that end later than the service see that it is gone
};

} // namespace lvs
