// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configfile.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTabWidget;

namespace lvs {

/// Configuration text to copy or to save; nothing is written anywhere else. One tab a file.
class ConfigTextDialog : public QDialog
{
    Q_OBJECT
public:
    ConfigTextDialog(const QString &title, const QString &introduction, QWidget *parent = nullptr);

    /// `problems` are sentences about what is not in the text.
    void show(const std::vector<keepalived::ConfigFile> &files, const QStringList &problems);
    using QDialog::show;
    /// Above the text, for whoever makes it.
    QCheckBox *addOption(const QString &text, const QString &explanation);

private:
    void copy();
    void saveAs();
    /// The file that is shown; nullptr: none.
    const keepalived::ConfigFile *current() const;

    std::vector<keepalived::ConfigFile> m_files;
    QLabel *m_introduction;
    QLabel *m_problems;
    QTabWidget *m_tabs;
};

} // namespace lvs
