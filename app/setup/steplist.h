// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace lvs {

/// The steps of a wizard: those that are done have a tick, and those that can be gone to can be chosen.
class StepList : public QListWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void addStep(const QString &title);
    /// `current` is where the person is: steps before it are done. Those from `first` to `last` can be chosen.
    void setProgress(int current, int first, int last);

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    int m_current = 0;
    int m_first = 0;
    int m_last = 0;
};

} // namespace lvs
