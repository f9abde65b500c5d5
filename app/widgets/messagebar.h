// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"
#include "core/error.h"
#include "core/model/severity.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace lvs {

/// A message in the page instead of a box: icon, sentence, details on demand, and an action or a few to choose from.
/// Hidden until shown.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// `details` may be empty, `action` too.
    void showMessage(Severity severity, const QString &sentence, const QString &details = {},
                     const QString &action = {});
    void showError(const Error &error, const QString &action = {});

    /// What a person can do about a message; the bar is hidden then.
    struct Choice {
        QString text{};
        std::function<void()> act{};
    };
    void ask(Severity severity, const QString &sentence, const QString &details, const std::vector<Choice> &choices);

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void recolor();
    State state() const;

    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_details;
    QToolButton *m_more;
    QPushButton *m_action;
    QHBoxLayout *m_choices;
    Severity m_severity = Severity::Information;
};

} // namespace lvs
