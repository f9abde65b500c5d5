// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/annotationdialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lvs {

AnnotationDialog::AnnotationDialog(const QString &object, const QString &explanation, const Annotation &annotation,
                                   QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(annotation.name, this))
    , m_note(new QPlainTextEdit(annotation.note, this))
{
    constexpr int longestName = 200;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Name and note of %1").arg(object));
    m_name->setObjectName(QStringLiteral("annotationName"));
    m_name->setMaxLength(longestName);
    m_name->setAccessibleName(tr("Name"));
    m_note->setObjectName(QStringLiteral("annotationNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(4 * fontMetrics().lineSpacing() + 12);

    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("N&ote"), m_note);
    auto *hint = new QLabel(explanation, this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_name->setAccessibleDescription(explanation);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *keep = buttons->addButton(tr("Keep name and note"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(QStringLiteral("accept"));
    keep->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(form, 1);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    setMinimumWidth(460);
}

Annotation AnnotationDialog::annotation() const
{
    return {m_name->text().simplified(), m_note->toPlainText().trimmed()};
}

} // namespace lvs
