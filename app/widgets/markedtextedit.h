// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"
#include "core/error.h"

#include <QPlainTextEdit>

#include <vector>

namespace lvs {

/// Text in a fixed font with marks: wavy underlines in the colour of a state, whose reasons show on hover.
class MarkedTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    struct Mark {
        TextSpan span{}; ///< an empty one marks the character before it
        State state = State::Unknown;
        QString reason{};
    };

    explicit MarkedTextEdit(QWidget *parent = nullptr);

    /// Replaces the marks. Their places are those in toPlainText().
    void setMarks(std::vector<Mark> marks);
    /// Puts the cursor to a place and shows it.
    void goTo(TextSpan span);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMarks();
    QTextCursor cursorAt(TextSpan span) const;

    std::vector<Mark> m_marks;
};

} // namespace lvs
