// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/rerouteconfirmation.h"

#include "app/dialogs/form.h"
#include "app/text/domaintext.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lvs {

namespace {

QString wordToType()
{
    return RerouteConfirmation::tr("reroute", "the word to type");
}

} // namespace

RerouteConfirmation::RerouteConfirmation(QWidget *parent)
    : QWidget(parent)
    , m_warning(new QLabel(this))
    , m_word(new QLineEdit(this))
{
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setObjectName(QStringLiteral("rerouteWarning"));
    m_word->setObjectName(QStringLiteral("word"));
    auto *form = new Form(this);
    form->add(tr("Confirm"), m_word, tr("Type “%1” to go on.").arg(wordToType()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_warning);
    layout->addWidget(form);
    connect(m_word, &QLineEdit::textChanged, this, &RerouteConfirmation::changed);
    hide();
}

void RerouteConfirmation::setHosts(const QStringList &hosts)
{
    if (hosts == m_hosts)
        return;
    m_hosts = hosts;
    QStringList names;
    for (const QString &host : hosts)
        names << hostText(host);
    m_warning->setText(
        tr("The default route or IPv6 forwarding of %1 changes: if this console's own way leads there, it "
           "may be cut off. Have another way to the machine, such as its console.",
           "names of machines")
            .arg(listText(names)));
    m_word->clear();
    setVisible(!hosts.isEmpty());
}

bool RerouteConfirmation::isConfirmed() const
{
    return m_hosts.isEmpty() || m_word->text().trimmed() == wordToType();
}

void RerouteConfirmation::clear()
{
    m_word->clear();
}

} // namespace lvs
