// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicerows.h"
#include "core/model/firewall.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace lvs {

/// Facts, counters and the equal commands of the selected service or real server.
class DetailsPane : public QFrame
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void showNothing();
    /// `firewall` may be nullptr where it is not known.
    void showService(const ServiceRow &service, bool hasTraffic, const FirewallState *firewall);
    /// `health` is what a probe found; null if it is not known.
    void showServer(const ServerRow &server, const ServiceRow &service, bool hasTraffic, const ServerHealth *health);

private:
    struct Fact {
        QString name{};
        QString value{};
        QString tooltip{};
    };
    using Facts = QList<Fact>;
    /// `source` is what they are of.
    static Facts totals(const Counters &total, RepliesPass replies, const QString &source);
    static void addMark(Facts &facts, const ServiceKey &service, const FirewallState *firewall);
    static void addAnnotation(Facts &facts, const Annotation &annotation);
    static void fillGrid(QGridLayout *grid, const Facts &rows, bool numeric);
    void fill(const QString &title, const Facts &facts, const Facts &counters, const QStringList &commands);

    QLabel *m_title;
    QGridLayout *m_facts;
    QGridLayout *m_counters;
    QPlainTextEdit *m_commands;
};

} // namespace lvs
