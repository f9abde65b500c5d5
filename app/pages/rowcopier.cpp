// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/rowcopier.h"

#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QtConcurrentRun>

#include <algorithm>
#include <map>

namespace lvs {

RowCopier::RowCopier(ServiceActions *actions, ServicesView *view)
    : QObject(view)
    , m_view(view)
{
    const auto copies = [this](QAction *action, Wish wish) {
        connect(action, &QAction::triggered, this, [this, wish] {
            if (m_view->isVisible())
                copy(wish);
        });
    };
    copies(actions->copy, {Rows::Selected, CopyFormat::Table});
    for (const CopyFormat format : copyFormats) {
        copies(actions->copySelectedAs(format), {Rows::Selected, format});
        copies(actions->copyAllAs(format), {Rows::All, format});
    }
    connect(view->arranged(), &ArrangedServices::arranged, this, &RowCopier::copyWhenRead);
}

void RowCopier::copy(const Wish &wish)
{
    m_wish = wish;
    m_view->setAllServersWanted(wish.rows == Rows::All);
    copyWhenRead();
}

void RowCopier::copyWhenRead()
{
    if (!m_wish)
        return;
    const auto text = std::make_shared<RowExcerpt>(excerpt(m_wish->rows));
    if (!std::ranges::all_of(text->services, &ServiceRow::serversKnown))
        return; // reading goes on
    const CopyFormat format = std::exchange(m_wish, {})->format;
    m_view->setAllServersWanted(false);
    if (text->rows.empty())
        return;
    QtConcurrent::run([text, format] {
        switch (format) {
        case CopyFormat::Csv:
            return CopiedTable{.plain = csvOf(*text)};
        case CopyFormat::Commands:
            return CopiedTable{.plain = commandsOf(*text).join(u'\n') + u'\n'};
        case CopyFormat::Table:
            break;
        }
        return tableOf(*text);
    }).then(this, [format](const CopiedTable &copied) {
        auto *data = new QMimeData;
        data->setText(copied.plain);
        if (format == CopyFormat::Csv)
            data->setData(QStringLiteral("text/csv"), copied.plain.toUtf8());
        if (!copied.tabs.isEmpty())
            data->setData(QStringLiteral("text/tab-separated-values"), copied.tabs.toUtf8());
        if (!copied.html.isEmpty())
            data->setHtml(copied.html);
        QGuiApplication::clipboard()->setMimeData(data);
    });
}

RowExcerpt RowCopier::excerpt(Rows rows) const
{
    const ServiceTreeModel *model = m_view->treeModel();
    const ArrangedServices *arranged = m_view->arranged();
    RowExcerpt excerpt{.hasTraffic = model->hasTraffic()};
    for (int place = 0; place < serviceColumnCount; ++place) {
        const int section = m_view->header()->logicalIndex(place);
        if (!m_view->isColumnHidden(section))
            excerpt.columns.push_back(ServiceColumn(section));
    }
    std::map<const ServiceRow *, std::size_t> known;
    const auto add = [&](const QModelIndex &shown) {
        const QModelIndex index = arranged->mapToSource(shown);
        const ServiceRow *service = model->serviceOf(index);
        const auto [place, isNew] = known.emplace(service, excerpt.services.size());
        if (isNew)
            excerpt.services.push_back(*service);
        excerpt.rows.push_back({place->second, model->serverAt(index) ? index.row() : RowExcerpt::Row::service});
    };
    if (rows == Rows::Selected) {
        std::ranges::for_each(m_view->selectedRowsShown(), add);
        return excerpt;
    }
    for (int row = 0; row < arranged->rowCount(); ++row) {
        const QModelIndex service = arranged->index(row, 0);
        add(service);
        for (int place = 0; place < arranged->rowCount(service); ++place)
            add(arranged->index(place, 0, service));
    }
    return excerpt;
}

} // namespace lvs
