// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/annotations.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace lvs {

/// Name and note of one service or real server.
class AnnotationDialog : public QDialog
{
    Q_OBJECT
public:
    /// `object` is what the kernel calls it, `explanation` says where the name holds.
    AnnotationDialog(const QString &object, const QString &explanation, const Annotation &annotation,
                     QWidget *parent = nullptr);

    /// Without blanks around.
    Annotation annotation() const;

private:
    QLineEdit *m_name;
    QPlainTextEdit *m_note;
};

} // namespace lvs
