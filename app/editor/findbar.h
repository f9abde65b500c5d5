// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace lvs {

/// Looks for words in an editor; from the end it goes on at the beginning. Hidden until asked for.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    /// `editor` is not owned.
    explicit FindBar(QPlainTextEdit *editor, QWidget *parent = nullptr);

    /// Shows itself with what is selected in the editor.
    void begin();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Direction : quint8 { Here, Forward, Backward };
    void find(Direction direction);
    void end();

    QPlainTextEdit *m_editor;
    QLineEdit *m_words;
    QLabel *m_result;
};

} // namespace lvs
