// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/connectdialog.h"

#include "app/text/errortext.h"
#include "app/theme/statecolors.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lvs {

namespace {

QLabel *noteLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont small = label->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    label->setFont(small);
    return label;
}

} // namespace

ConnectDialog::ConnectDialog(QWidget *parent)
    : QDialog(parent)
    , m_host(new QLineEdit(this))
    , m_error(noteLabel({}, this))
    , m_environment(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect to a director"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    m_accept->setObjectName(QStringLiteral("accept"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const QString example =
        tr("USER@HOST, or USER@HOST:PORT; names from your ssh configuration work, too. IPv6 addresses "
           "with a port stand in brackets.");
    m_host->setPlaceholderText(QStringLiteral("root@director-1"));
    m_host->setAccessibleName(tr("Host"));
    m_host->setAccessibleDescription(example);
    m_host->setClearButtonEnabled(true);
    m_error->setObjectName(QStringLiteral("fieldError"));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    m_error->setPalette(colors);
    QLabel *exampleLabel = noteLabel(example, this);
    exampleLabel->setForegroundRole(QPalette::PlaceholderText);

    m_environment->addItem(tr("Not marked"), int(Environment::Unmarked));
    m_environment->addItem(tr("Test"), int(Environment::Test));
    m_environment->addItem(tr("Production"), int(Environment::Production));
    m_environment->setAccessibleName(tr("Environment"));
    QLabel *environmentNote = noteLabel(
        tr("Shown wherever you could mistake this machine for another. It opens read-only in any case."), this);
    environmentNote->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setVerticalSpacing(6);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addRow(tr("Host"), m_host);
    layout->addRow(QString(), m_error);
    layout->addRow(QString(), exampleLabel);
    layout->addRow(tr("Environment"), m_environment);
    layout->addRow(QString(), environmentNote);
    layout->addRow(buttons);
    setMinimumWidth(480);

    connect(m_host, &QLineEdit::textChanged, this, &ConnectDialog::refresh);
    refresh();
    m_host->setFocus();
}

Environment ConnectDialog::environment() const
{
    return Environment(m_environment->currentData().toInt());
}

void ConnectDialog::refresh()
{
    const auto target = SshTarget::fromText(QStringView(m_host->text()).trimmed());
    if (target)
        m_target = *target;
    m_accept->setEnabled(target.has_value());
    m_error->setVisible(!target && !m_host->text().isEmpty());
    m_error->setText(target ? QString() : errorSentence(target.error()));
}

} // namespace lvs
