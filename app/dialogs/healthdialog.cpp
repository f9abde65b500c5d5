// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/healthdialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/types/numbers.h"

#include <QLineEdit>

namespace lvs {

HealthDialog::HealthDialog(qsizetype servers, const HealthOptions &present, QWidget *parent)
    : FormDialog(tr("Check the health of %Ln real server(s)", nullptr, int(servers)), tr("Check health"), parent)
    , m_options(present)
    , m_port(addEdit(QStringLiteral("port"), present.httpPort != 0 ? QString::number(present.httpPort) : QString()))
    , m_path(addEdit(QStringLiteral("path"), present.path.toString()))
    , m_host(addEdit(QStringLiteral("host"), present.host.toString()))
    , m_portField(form()->add(tr("HTTP &port"), m_port,
                              tr("Where a page is asked for. Left empty: on servers with port 80 or 8080 alone.")))
    , m_pathField(form()->add(tr("P&age"), m_path, tr("A page that tells whether the application works.")))
    , m_hostField(form()->add(tr("&Host"), m_host,
                              tr("The site that is asked for, if a server has several. Left empty: its address.")))
{
    refresh();
    m_port->setFocus();
}

QLineEdit *HealthDialog::addEdit(const QString &name, const QString &text)
{
    auto *edit = new QLineEdit(text, this);
    edit->setObjectName(name);
    connect(edit, &QLineEdit::textChanged, this, &HealthDialog::refresh);
    return edit;
}

void HealthDialog::refresh()
{
    const auto port = m_port->text().isEmpty() ? 0 : numberFromText(m_port->text(), 1, limits::largestPort);
    const auto path = HttpPath::fromText(m_path->text());
    const auto host = m_host->text().isEmpty() ? HttpHost() : HttpHost::fromText(m_host->text());
    m_portField->setError(errorOf(port));
    m_pathField->setError(errorOf(path));
    m_hostField->setError(errorOf(host));
    const bool acceptable = port && path && host;
    if (acceptable)
        m_options = {.httpPort = quint16(*port), .host = *host, .path = *path};
    refreshed(acceptable, {});
}

} // namespace lvs
