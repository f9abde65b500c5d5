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
    // Rows have come or gone: what was found is begun anew once all of the reading is there.
    const auto startOver = [this] {
        m_sliceTimer.stop();
        m_excerpt.reset();
    };
    connect(view->treeModel(), &QAbstractItemModel::rowsAboutToBeInserted, this, startOver);
    connect(view->treeModel(), &QAbstractItemModel::rowsAboutToBeRemoved, this, startOver);
    m_sliceTimer.setSingleShot(true);
    m_sliceTimer.setInterval(std::chrono::milliseconds(0));
    connect(&m_sliceTimer, &QTimer::timeout, this, &RowCopier::copySome);
}

void RowCopier::copy(const Wish &wish)
{
    m_wish = wish;
    m_excerpt.reset();
    m_view->setAllServersWanted(wish.rows == Rows::All);
    copyWhenRead();
}

void RowCopier::giveUp()
{
    m_excerpt.reset();
    if (std::exchange(m_wish, {}))
        m_view->setAllServersWanted(false);
}

void RowCopier::copyWhenRead()
{
    if (!m_wish || m_excerpt || m_view->arranged()->isArranging())
        return;
    findRows();
    if (std::ranges::all_of(m_services, &ServiceRow::serversKnown))
        copySome();
    else
        m_excerpt.reset(); // reading goes on
}

void RowCopier::findRows()
{
    m_excerpt = std::make_shared<RowExcerpt>(RowExcerpt{.hasTraffic = m_view->treeModel()->hasTraffic()});
    for (int place = 0; place < serviceColumnCount; ++place) {
        const int section = m_view->header()->logicalIndex(place);
        if (!m_view->isColumnHidden(section) && !traitsOf(ServiceColumn(section)).isDrawn)
            m_excerpt->columns.push_back(ServiceColumn(section));
    }
    m_services.clear();
    const auto add = [this](const ServiceRow &service, const ServerRow *server) {
        if (m_services.empty() || m_services.back() != &service)
            m_services.push_back(&service);
        const int row = server ? int(server - service.servers.data()) : RowExcerpt::Row::service;
        m_excerpt->rows.push_back({m_services.size() - 1, row});
    };
    if (m_wish->rows == Rows::Selected)
        m_view->forEachSelected(add);
    else
        m_view->forEachShown(add);
    m_excerpt->services.reserve(m_services.size());
}

void RowCopier::copySome()
{
    if (!m_excerpt)
        return;
    constexpr std::size_t rowsAtOnce = 4000; // a few milliseconds
    std::vector<ServiceRow> &copies = m_excerpt->services;
    for (std::size_t copied = 0; copies.size() < m_services.size() && copied < rowsAtOnce;
         copied += copies.back().servers.size() + 1)
        copies.push_back(*m_services[copies.size()]);
    if (copies.size() < m_services.size())
        m_sliceTimer.start();
    else
        writeDown();
}

void RowCopier::writeDown()
{
    const CopyFormat format = std::exchange(m_wish, {})->format;
    m_view->setAllServersWanted(false);
    const auto text = std::exchange(m_excerpt, {});
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

} // namespace lvs
