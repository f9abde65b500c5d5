// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootreader.h"
#include "app/text/markedtext.h"

#include <QGroupBox>
#include <QTimer>

class QGridLayout;
class QLabel;

namespace lvs {

class DirectorSession;

/// How a director stands beside its traffic: what its table holds, who keeps it, whether a reboot brings it back, what
/// its kernel can. Reads only while it is shown.
class DirectorFacts : public QGroupBox
{
    Q_OBJECT
public:
    /// The session is not owned.
    explicit DirectorFacts(DirectorSession *session, QWidget *parent = nullptr);

    /// A reading with the servers of every service.
    void setTable(const Snapshot &whole);
    void readNow();

Q_SIGNALS:
    /// The person wants to see more of it.
    void systemRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Fact {
        QLabel *icon = nullptr;
        QLabel *text = nullptr;
        MarkedText shown{};
    };
    Fact addFact(QGridLayout *grid, const QString &name, const QString &objectName, int columns = 2);
    void show(Fact &fact, const MarkedText &text, const QString &tooltip = {});
    void readHost();
    void refreshOwners();
    void refreshBoot();

    DirectorSession *m_session;
    BootReader *m_bootReader;
    QTimer m_timer;
    Fact m_table;
    Fact m_owners;
    Fact m_boot;
    Fact m_kernel;
};

} // namespace lvs
