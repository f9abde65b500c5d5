// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace lvs {

class RuleChecker;

/// Says whether a text is taken as a whole table or as commands, and warns of services that go because of it.
class RuleMeaning : public QWidget
{
    Q_OBJECT
public:
    /// `checker` is not owned.
    explicit RuleMeaning(const RuleChecker *checker, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const RuleChecker *m_checker;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace lvs
