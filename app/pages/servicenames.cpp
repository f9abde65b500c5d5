// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/servicenames.h"

#include "app/dialogs/annotationdialog.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicesview.h"
#include "app/text/domaintext.h"

#include <QAction>
#include <QFileDialog>

namespace lvs {

ServiceNames::ServiceNames(Annotations *annotations, ServiceActions *actions, ServicesView *view, const QWidget *page)
    : QObject(view)
    , m_annotations(annotations)
    , m_view(view)
{
    whenShown(page, this, actions->annotate, &ServiceNames::annotate);
    whenShown(page, this, actions->exportNames, &ServiceNames::exportNames);
    whenShown(page, this, actions->importNames, &ServiceNames::importNames);
}

void ServiceNames::annotate()
{
    const QModelIndex index = m_view->currentOfModel();
    const ServiceTreeModel *model = m_view->treeModel();
    const auto edit = [this](const auto &key, const QString &object, const QString &explanation) {
        auto *dialog = new AnnotationDialog(object, explanation, m_annotations->of(key), m_view);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog, key] { Q_EMIT done(m_annotations->set(key, dialog->annotation())); });
        dialog->open();
    };
    if (const ServerRow *server = model->serverAt(index)) {
        const QString address = server->key.address.toString();
        edit(server->key.address, address,
             tr("They are for %1 in every service of this director. This console keeps them; the director does not "
                "know them.")
                 .arg(address));
    } else if (const ServiceRow *service = model->serviceAt(index)) {
        edit(service->key, serviceText(service->key), tr("This console keeps them; the director does not know them."));
    }
}

void ServiceNames::exportNames()
{
    auto *dialog = new QFileDialog(m_view, tr("Export names and notes"), {}, tr("Names and notes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT done(m_annotations->exportTo(path)); });
    dialog->open();
}

void ServiceNames::importNames()
{
    auto *dialog = new QFileDialog(m_view, tr("Import names and notes"), {}, tr("Names and notes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<qsizetype> imported = m_annotations->importFrom(path);
        Q_EMIT done(imported ? Result<void>() : std::unexpected(imported.error()));
    });
    dialog->open();
}

} // namespace lvs
