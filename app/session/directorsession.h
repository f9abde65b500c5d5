// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/annotations.h"
#include "app/session/drainmemory.h"
#include "app/session/firewallwatch.h"
#include "app/session/foreignmarks.h"
#include "app/session/healthwatch.h"
#include "app/session/setupstore.h"
#include "app/session/tableownership.h"
#include "core/change/bulk.h"
#include "core/change/draft.h"
#include "core/director/pendingresult.h"
#include "core/director/tablewatcher.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lvs {

class TrafficRecorder;

/// A person's work on one director: its table as last read, the draft, the last apply, and what others changed.
class DirectorSession : public QObject
{
    Q_OBJECT
public:
    /// `director` is not owned and must outlive the session.
    explicit DirectorSession(Director *director, QObject *parent = nullptr);
    ~DirectorSession() override;

    Director *director() const { return m_director; }
    TableWatcher *watcher() { return &m_watcher; }
    /// Who else keeps its table.
    TableOwnership *ownership() { return &m_ownership; }
    const TableOwnership *ownership() const { return &m_ownership; }
    /// What its packet filter does with marks.
    FirewallWatch *firewall() { return &m_firewall; }
    /// Its traffic over time.
    TrafficRecorder *traffic() const { return m_traffic.get(); }
    /// How its real servers answer.
    HealthWatch *health() { return &m_health; }
    /// Names and notes of its objects.
    Annotations *annotations() { return &m_annotations; }
    /// What this console has set up for it on several machines.
    SetupStore *setups() { return &m_setups; }
    /// Changes can be drafted: editing is unlocked, and the table that they start from has been read.
    bool isEditable() const;

    const Draft &draft() const { return m_draft; }
    /// Adds to the draft, as one step for undoDraft(); an error says why it can't be combined with what is drafted.
    /// Weights from before a drain are remembered for undrain().
    Result<void> add(const ChangePlan &changes);
    /// The same for what may be many changes: those are merged on another thread. Finishes on this one, at once if they
    /// are few.
    QFuture<Result<void>> addMany(ChangePlan changes);
    void undoDraft();
    void removeFromDraft(qsizetype index);
    void discardDraft();

    bool isApplying() const { return m_applying; }
    /// There is a draft, and the director can be reached.
    bool canApply() const;
    /// Sends the draft to the director. Cleared when it was applied, kept otherwise.
    void apply();
    /// What the last apply did; nothing after the draft was changed.
    const std::optional<ApplyReport> &report() const { return m_report; }
    /// Why the last apply did not reach the director.
    const std::optional<Error> &applyError() const { return m_applyError; }

    /// The draft was refused because the table is no longer the one it started from.
    bool isDraftStale() const;
    /// Makes the draft start from what is there now, keeping what others changed.
    void rebaseDraft();

    bool canUndoLastApply() const;
    /// Drafts what takes the last applied plan back.
    void draftUndoOfLastApply();

    const ForeignMarks &foreignMarks() const { return m_foreignMarks; }
    void acknowledgeForeignEdits();

    /// Every service with its servers; shared, because a large one takes its time to copy.
    struct WholeTable {
        IpvsTable present{};
        IpvsTable drafted{}; ///< as it will be once the draft is applied
    };
    using SharedTable = std::shared_ptr<const WholeTable>;
    /// Finishes on some thread.
    QFuture<Result<SharedTable>> readWholeTable() const;

    /// Drafts weight 0; see addMany().
    QFuture<Result<void>> drain(const std::vector<PlacedServer> &servers);
    /// Drafts the weights from before the drain, or 1 where they are not known; see addMany().
    QFuture<Result<void>> undrain(const std::vector<PlacedServer> &servers);
    Result<void> setWeight(const PlacedServer &server, quint32 weight);

Q_SIGNALS:
    /// The draft, the report or whether an apply is under way.
    void draftChanged();
    void applyProgress(qsizetype done, qsizetype total);
    void applyFinished();
    void foreignMarksChanged();

private:
    void merge(const Draft::SharedPlan &changes, const std::shared_ptr<PendingResult<void>> &pending);
    void rebaseOn(const ChangePlan &plan, const Result<Snapshot> &snapshot, const Result<HostInfo> &host);
    void draftTouched();
    void finishApply(const Result<ApplyReport> &result);

    Director *m_director;
    TableWatcher m_watcher;
    TableOwnership m_ownership;
    FirewallWatch m_firewall;
    std::unique_ptr<TrafficRecorder> m_traffic;
    HealthWatch m_health;
    Draft m_draft;
    Annotations m_annotations;
    SetupStore m_setups;
    DrainMemory m_drainMemory;
    ForeignMarks m_foreignMarks;
    QTimer m_expiry;
    std::optional<ApplyReport> m_report;
    std::optional<Error> m_applyError;
    ChangePlan m_undo;
    bool m_applying = false;
    int m_merging = 0; ///< calls of addMany() that have not finished
    int m_giveUps = 0; ///< counts undoDraft() and discardDraft(), after which those are not to be added
};

} // namespace lvs
