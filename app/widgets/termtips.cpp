// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/termtips.h"

#include "app/dialogs/termsdialog.h"
#include "app/text/terms.h"
#include "app/widgets/showntext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextDocument>
#include <QToolTip>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(TermTips)
public:
    static QString explained(const Term &term)
    {
        return tr("%1 (%2): %3", "abbreviation, in full, a sentence")
            .arg(QStringLiteral("<b>%1</b>").arg(term.name.toHtmlEscaped()), term.inFull.toHtmlEscaped(),
                 term.meaning.toHtmlEscaped());
    }
};

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style='margin:0 0 4px 0'>%1</p>").arg(html);
}

/// What the tooltip says without terms, as HTML.
QString ownText(const QString &toolTip)
{
    if (toolTip.isEmpty())
        return {};
    return Qt::mightBeRichText(toolTip) ? toolTip
                                        : paragraph(toolTip.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace

TermTips::TermTips(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TermTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    if (event->type() == QEvent::ToolTip)
        return explain(widget, *static_cast<QHelpEvent *>(event));
    // In the main window it is a menu's shortcut; dialogs have no menus.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents)) {
        TermsDialog::showFor(widget);
        return true;
    }
    return false;
}

bool TermTips::explain(QWidget *widget, const QHelpEvent &help)
{
    const ShownText shown = shownAt(*widget, help.pos());
    const std::vector<Term> found = termsIn((shown.text + u'\n' + shown.toolTip).remove(u'&'));
    if (found.empty())
        return false;
    QString tip = ownText(shown.toolTip);
    for (const Term &term : found)
        tip += paragraph(Words::explained(term));
    QToolTip::showText(help.globalPos(), tip, widget, shown.area);
    return true;
}

} // namespace lvs
