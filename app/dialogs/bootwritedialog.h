// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootpicture.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace lvs {

/// Shows what a distribution's boot files would hold before they are written, and what to know about them. Accepted
/// when the person wants them written.
class BootWriteDialog : public QDialog
{
    Q_OBJECT
public:
    BootWriteDialog(const BootPicture &picture, BootLayout layout, QWidget *parent = nullptr);

private:
    struct File {
        QString path{};
        QString text{}; ///< its beginning, if it is long
    };
    static Result<QList<File>> filesFor(const BootPicture &picture, BootLayout layout);
    void showFiles(const Result<QList<File>> &files);

    QLabel *m_problem;
    QTabWidget *m_files;
    QPushButton *m_write;
};

} // namespace lvs
