// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/picturefile.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace lvs {

/// A menu of kinds of files into which something can be exported, each of which asks where to write it.
class FileExports : public QObject
{
    Q_OBJECT
public:
    /// The dialogs are called `title` and offer `name()` as a file name, without its suffix. `parent` is also that of
    /// the dialogs; the menu is not owned.
    FileExports(QMenu *menu, const QString &title, std::function<QString()> name, QWidget *parent);

    using Save = std::function<Result<void>(const QString &path)>;
    /// `text` names the kind, for a menu and a dialog.
    void add(const QString &text, const QString &suffix, const Save &save);
    using SavePicture = std::function<Result<void>(PictureFormat format, const QString &path)>;
    /// All formats of pictures.
    void addPictures(const SavePicture &save);

Q_SIGNALS:
    void saved(const lvs::Result<void> &result);

private:
    void askWhere(const QString &text, const QString &suffix, const Save &save);

    QMenu *m_menu;
    QString m_title;
    std::function<QString()> m_name;
    QWidget *m_window;
};

} // namespace lvs
