// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/rulehighlighter.h"

#include "app/theme/statecolors.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QTextBlock>
#include <QTextDocument>

namespace lvs {

namespace {

/// Reads the list of all definitions, so there is one for all editors.
const KSyntaxHighlighting::Repository &repository()
{
    static const KSyntaxHighlighting::Repository theOne;
    return theOne;
}

/// Which state of a line its colours are of.
struct Colored : QTextBlockUserData {
    int revision = -1;
    int generation = -1;
};

/// The theme's colour, moved away from the ground until it can be read.
QColor readable(QColor color, const QColor &ground)
{
    constexpr double enough = 4.5;
    for (int step = 0; step < 20 && contrastRatio(color, ground) < enough; ++step)
        color = ground.lightnessF() > 0.5 ? color.darker(110) : color.lighter(110);
    return color;
}

} // namespace

KSyntaxHighlighting::Definition ruleSyntax()
{
    return repository().definitionForName(QStringLiteral("ipvsadm rules"));
}

RuleHighlighter::RuleHighlighter()
{
    setDefinition(ruleSyntax());
}

void RuleHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    ++m_generation;
    using KSyntaxHighlighting::Repository;
    setTheme(repository().defaultTheme(isDark(palette) ? Repository::DarkTheme : Repository::LightTheme));
}

void RuleHighlighter::highlight(QTextBlock block)
{
    auto *colored = static_cast<Colored *>(block.userData());
    if (!colored) {
        colored = new Colored;
        block.setUserData(colored);
    }
    if (colored->revision == block.revision() && colored->generation == m_generation)
        return;
    colored->revision = block.revision();
    colored->generation = m_generation;
    m_formats.clear();
    highlightLine(block.text(), {});
    if (m_formats == block.layout()->formats())
        return;
    block.layout()->setFormats(m_formats);
    const_cast<QTextDocument *>(block.document())->markContentsDirty(block.position(), block.length());
}

void RuleHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length == 0 || !format.hasTextColor(theme()))
        return;
    QTextCharFormat look;
    look.setForeground(readable(format.textColor(theme()), m_palette.color(QPalette::Base)));
    if (format.isBold(theme()))
        look.setFontWeight(QFont::Bold);
    if (format.isItalic(theme()))
        look.setFontItalic(true);
    m_formats.append({offset, length, look});
}

} // namespace lvs
