// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lvs {

class RuleEditor;

/// Line numbers beside the text, with the icon of the worst that there is to say about a line.
class LineGutter : public QWidget
{
    Q_OBJECT
public:
    explicit LineGutter(RuleEditor *editor);

    /// Pixels it takes for the lines that there are.
    int neededWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    RuleEditor *m_editor;
};

} // namespace lvs
