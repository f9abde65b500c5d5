// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace lvs {

/// What an empty page shows: an icon, one sentence, at most one button that leads on.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// No button if `action` is empty.
    void set(const QIcon &icon, const QString &sentence, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace lvs
