// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sidebar.h"

#include "app/models/directorlistmodel.h"
#include "app/theme/icons.h"
#include "app/widgets/directordelegate.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace lvs {

Sidebar::Sidebar(DirectorListModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QListView(this))
{
    auto *title = new QLabel(tr("Directors"), this);
    QFont titleFont = title->font();
    titleFont.setBold(true);
    title->setFont(titleFont);
    title->setContentsMargins(8, 8, 8, 4);

    m_view->setObjectName(QStringLiteral("directorList"));
    m_view->setAccessibleName(tr("Directors"));
    m_view->setModel(model);
    m_view->setItemDelegate(new DirectorDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    title->setBuddy(m_view);

    auto *connectButton = new QPushButton(themeIcon(QStringLiteral("list-add")), tr("&Connect…"), this);
    connectButton->setObjectName(QStringLiteral("connect"));
    connectButton->setToolTip(tr("Connect to a director by SSH (Ctrl+N)"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_view, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(8, 8, 8, 8);
    foot->addWidget(connectButton);
    layout->addLayout(foot);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { Q_EMIT currentChanged(m_model->directorAt(index)); });
    connect(connectButton, &QPushButton::clicked, this, &Sidebar::connectRequested);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        if (Director *director = m_model->directorAt(m_view->indexAt(position)))
            Q_EMIT menuRequested(director, m_view->viewport()->mapToGlobal(position));
    });
}

Director *Sidebar::current() const
{
    return m_model->directorAt(m_view->currentIndex());
}

void Sidebar::select(const Director *director)
{
    m_view->setCurrentIndex(m_model->indexOf(director));
}

} // namespace lvs
