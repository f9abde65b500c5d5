// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramexports.h"

#include "app/topology/diagramexport.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

namespace lvs {

DiagramExports::DiagramExports(DiagramScene *scene, QMenu *menu, QWidget *parent)
    : QObject(parent)
    , m_scene(scene)
    , m_window(parent)
{
    add(menu, tr("PNG picture"), QStringLiteral("png"), PictureFormat::Png);
    add(menu, tr("SVG drawing"), QStringLiteral("svg"), PictureFormat::Svg);
    add(menu, tr("PDF document"), QStringLiteral("pdf"), PictureFormat::Pdf);
}

void DiagramExports::add(QMenu *menu, const QString &text, const QString &suffix, PictureFormat format)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QStringLiteral("topologyExport_") + suffix);
    connect(action, &QAction::triggered, this, [this, text, suffix, format] { askWhere(text, suffix, format); });
}

void DiagramExports::askWhere(const QString &text, const QString &suffix, PictureFormat format)
{
    auto *dialog = new QFileDialog(m_window, tr("Export topology"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(text, suffix));
    dialog->selectFile(QStringLiteral("topology.%1").arg(suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { Q_EMIT saved(saveDiagram(*m_scene, format, path, m_title)); });
    dialog->open();
}

} // namespace lvs
