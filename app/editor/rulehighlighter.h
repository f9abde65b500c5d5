// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>

#include <QPalette>
#include <QTextLayout>

class QTextBlock;

namespace lvs {

/// The definition in resources/syntax/ipvsadm-rules.xml; every line of it stands alone.
KSyntaxHighlighting::Definition ruleSyntax();

/// Colours single lines when they are about to be seen, so that a file of 100,000 lines costs no more than a screenful.
class RuleHighlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    RuleHighlighter();

    /// Colours as on a ground of that palette; lines are coloured anew when they are next asked for.
    void setPalette(const QPalette &palette);
    /// Colours the line, unless it has not changed since it was.
    void highlight(QTextBlock block);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    QPalette m_palette;
    int m_generation = 0; ///< of the colours
    QList<QTextLayout::FormatRange> m_formats;
};

} // namespace lvs
