// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QAction>
#include <QObject>

class QComboBox;

namespace lvs {

class DirectorSession;
class RuleChecker;

/// Takes what the rules come to into the pending changes: how they are read, whether they are a whole table or
/// commands, and why they can't be applied as long as they can't.
class RuleApplication : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned.
    RuleApplication(DirectorSession *session, RuleChecker *checker, QWidget *parent);

    QAction *const apply;
    QComboBox *modeBox() const { return m_mode; }
    QComboBox *startBox() const { return m_start; }
    /// Why nothing can be applied now; empty if it can.
    QString obstacle() const;
    /// What applying would do, in a sentence; empty while it is not known.
    QString outcome() const;

Q_SIGNALS:
    void changed();
    /// The plan could not be drafted.
    void refused(const lvs::Error &error);

private:
    void refresh();
    void draft();

    DirectorSession *m_session;
    RuleChecker *m_checker;
    QComboBox *m_mode;
    QComboBox *m_start;
    bool m_isDrafting = false;
};

} // namespace lvs
