// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupstore.h"

#include <QPointer>

namespace lvs {

class Director;
class DirectorSession;
class HostList;
class SessionList;

/// Carries out the set-ups of one director, one at a time: step after step, each on its machine, with what is done kept
/// before and after each. A machine that is locked is unlocked for it and locked again.
class SetupRun : public QObject
{
    Q_OBJECT
public:
    /// Nothing of it is owned.
    SetupRun(SetupStore *store, SessionList *sessions, HostList *hosts, QObject *parent = nullptr);
    /// What was sent to a machine goes on there; the rest waits for goOn() or takeBack() of another run.
    ~SetupRun() override;

    /// Begins a set-up, of which `plan` is what is missing. One for the same service that is kept already becomes this
    /// one, so that everything of it is taken back together.
    Result<void> begin(const SetupWish &wish, const HostPlan &plan);
    /// Does what is left of one, once more what failed; or takes it back, and forgets it when nothing of it is left.
    void goOn(const QString &id);
    void takeBack(const QString &id);
    /// Stops at once while the way to a machine is being opened, else once the machine that is at work has answered.
    void stop();

    bool isRunning() const { return m_isRunning; }
    bool isStopping() const { return m_isStopping; }
    /// The id of the set-up for the same service that is kept; empty: there is none.
    QString idFor(const SetupWish &wish) const;
    /// The set-up that is or was run last; empty before the first.
    const QString &id() const { return m_record.id; }
    const SetupRecord &record() const { return m_record; }
    /// What ends a run: why it could not be kept on disk, or, before anything is taken back, that it is not known what
    /// other set-ups need (FileNotRead, FileNotUnderstood).
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    /// A step, or whether it runs.
    void progressed();
    /// Nothing more happens by itself.
    void ended();

private:
    void start(const QString &id, void (HostPlanProgress::*prepare)());
    void proceed();
    void carryOut(const HostTask &task);
    /// Whether it is known what other set-ups need, which is read once in a run.
    bool knowsOthers();
    /// What takes a task back without what others need, who take that over.
    ChangePlan keepForOthers(const HostTask &task);
    void send(const HostTask &task, const ChangePlan &plan, Director &host);
    void sendKeeping(const HostTask &task, Director &host);
    void unlock(Director &host);
    /// Whoever needs what the task has left on the machine is to take it back one day.
    Result<void> handOn(const HostTask &task);
    void answered(const HostTask &task, const Result<ApplyReport> &result);
    bool keep();
    void end();
    void lockAgain();

    /// What of a task stays on a machine, because another set-up needs it.
    struct Bequest {
        std::size_t heir = 0; ///< in m_others
        ChangePlan undo{};
    };

    SetupStore *m_store;
    SessionList *m_sessions;
    HostList *m_hosts;
    SetupRecord m_record;
    std::optional<Error> m_error;
    std::vector<QPointer<Director>> m_unlocked; ///< for this run
    /// The other set-ups, once something is to be taken back.
    std::optional<std::vector<SetupRecord>> m_others;
    std::optional<HostTask> m_unsent;    ///< waits for the way to its machine
    std::vector<Bequest> m_bequests;     ///< of the task that is at work
    int m_attempt = 0;                   ///< counts the tasks: one that was withdrawn is not sent any more
    QPointer<DirectorSession> m_working; ///< of the machine that is at work
    bool m_isRunning = false;
    bool m_takesBack = false;
    bool m_isStopping = false;
};

} // namespace lvs
