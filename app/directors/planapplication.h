// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"

#include <QDBusConnection>
#include <QFuture>
#include <QObject>
#include <QPromise>

namespace lvs {

/// One apply through the helper: stages the plan in pieces, applies it, fetches the report in pieces, and drops what
/// the helper keeps of it. Deletes itself.
class PlanApplication : public QObject
{
    Q_OBJECT
public:
    static QFuture<Result<ApplyReport>> start(const QDBusConnection &connection, const ChangePlan &plan);

private:
    PlanApplication(QDBusConnection connection, ChangePlan plan);

    void stage(qsizetype offset);
    void apply();
    void readResults();
    void readUndo();
    void finishWithoutDetails();
    void fail(const Error &error);
    void finish();
    void discard();

    QDBusConnection m_connection;
    ChangePlan m_plan;
    QPromise<Result<ApplyReport>> m_promise;
    ApplyReport m_report;
    quint64 m_id = 0;        ///< 0 before the first piece is staged
    qsizetype m_results = 0; ///< how many there are to read
    qsizetype m_undo = 0;
};

} // namespace lvs
