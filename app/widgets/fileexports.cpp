// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fileexports.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

#include <utility>

namespace lvs {

FileExports::FileExports(QMenu *menu, const QString &title, std::function<QString()> name, QWidget *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_title(title)
    , m_name(std::move(name))
    , m_window(parent)
{
}

void FileExports::add(const QString &text, const QString &suffix, const Save &save)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(QStringLiteral("export_") + suffix);
    connect(action, &QAction::triggered, this, [this, text, suffix, save] { askWhere(text, suffix, save); });
}

void FileExports::addPictures(const SavePicture &save)
{
    const auto add = [&](const QString &text, const QString &suffix, PictureFormat format) {
        this->add(text, suffix, [save, format](const QString &path) { return save(format, path); });
    };
    add(tr("PNG picture"), QStringLiteral("png"), PictureFormat::Png);
    add(tr("SVG drawing"), QStringLiteral("svg"), PictureFormat::Svg);
    add(tr("PDF document"), QStringLiteral("pdf"), PictureFormat::Pdf);
}

void FileExports::askWhere(const QString &text, const QString &suffix, const Save &save)
{
    auto *dialog = new QFileDialog(m_window, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(text, suffix));
    dialog->selectFile(QStringLiteral("%1.%2").arg(m_name(), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, save](const QString &path) { Q_EMIT saved(save(path)); });
    dialog->open();
}

} // namespace lvs
