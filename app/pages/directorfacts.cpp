// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/directorfacts.h"

#include "app/session/directorsession.h"
#include "app/text/boottext.h"
#include "app/text/errortext.h"
#include "app/text/kerneltext.h"
#include "app/text/ownertext.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace lvs {

namespace {
constexpr int iconSize = 16;
constexpr std::chrono::seconds readEvery{5};
} // namespace

DirectorFacts::DirectorFacts(DirectorSession *session, QWidget *parent)
    : QGroupBox(tr("This director"), parent)
    , m_session(session)
    , m_bootReader(new BootReader(session->director(), this))
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    m_table = addFact(grid, tr("Table"), QStringLiteral("tableFact"));
    m_owners = addFact(grid, tr("Kept by"), QStringLiteral("ownersFact"));
    m_boot = addFact(grid, tr("Next boot"), QStringLiteral("bootFact"));
    m_kernel = addFact(grid, tr("Kernel"), QStringLiteral("kernelFact"), 1); // beside the button
    auto *more = new QPushButton(themeIcon(QStringLiteral("computer")), tr("S&ystem page"), this);
    more->setObjectName(QStringLiteral("toSystem"));
    more->setToolTip(tr("Kernel support, timeouts, tunables and what the next boot restores"));
    connect(more, &QPushButton::clicked, this, &DirectorFacts::systemRequested);
    grid->addWidget(more, grid->rowCount() - 1, 3, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addStretch(1);

    m_timer.setInterval(readEvery);
    connect(&m_timer, &QTimer::timeout, m_bootReader, &BootReader::readIfCheap);
    connect(m_bootReader, &BootReader::pictureRead, this, &DirectorFacts::refreshBoot);
    connect(session->ownership(), &TableOwnership::changed, this, &DirectorFacts::refreshOwners);
    connect(session->director(), &Director::changed, this, [this] {
        if (isVisible())
            m_bootReader->readSoon();
    });
    connect(session->director(), &Director::statusChanged, this, [this] {
        if (isVisible() && !m_bootReader->picture())
            readNow(); // connected just now
    });
}

DirectorFacts::Fact DirectorFacts::addFact(QGridLayout *grid, const QString &name, const QString &objectName,
                                           int columns)
{
    auto *title = new QLabel(name, this);
    title->setForegroundRole(QPalette::PlaceholderText);
    Fact fact{.icon = new QLabel(this), .text = new QLabel(this)};
    fact.text->setObjectName(objectName);
    fact.text->setTextFormat(Qt::PlainText);
    fact.text->setWordWrap(true);
    fact.text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    fact.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setBuddy(fact.text);
    const int row = grid->rowCount();
    grid->addWidget(title, row, 0, Qt::AlignTop);
    grid->addWidget(fact.icon, row, 1, Qt::AlignTop);
    grid->addWidget(fact.text, row, 2, 1, columns);
    show(fact, {State::Unknown, tr("Reading …")});
    return fact;
}

void DirectorFacts::show(Fact &fact, const MarkedText &text, const QString &tooltip)
{
    fact.shown = text;
    fact.icon->setPixmap(stateIcon(text.mark, palette()).pixmap(iconSize));
    fact.text->setText(text.sentence);
    fact.text->setToolTip(tooltip);
}

void DirectorFacts::setTable(const Snapshot &whole)
{
    qsizetype servers = 0;
    qsizetype drained = 0;
    for (const ServerList &list : whole.servers) {
        servers += std::ssize(list.servers);
        drained += std::ranges::count_if(list.servers, [](const auto &server) { return server.config.isDrained(); });
    }
    QStringList parts{tr("%n service(s)", nullptr, int(whole.services.size())),
                      tr("%n real server(s)", nullptr, int(servers))};
    if (drained > 0)
        parts << tr("%n of them drained", nullptr, int(drained));
    show(m_table, {whole.services.empty() ? State::Unknown : State::Serving, parts.join(tr(", ", "between counts"))});
    refreshOwners();
}

void DirectorFacts::readNow()
{
    m_bootReader->readNow();
    readHost();
}

void DirectorFacts::readHost()
{
    Director *director = m_session->director();
    if (!isConnected(director->status().link))
        return;
    director->readHost().then(this, [this](const Result<HostInfo> &host) {
        show(m_kernel, host ? kernelSummary(host->kernel) : MarkedText{State::Unknown, errorSummary(host.error())});
    });
}

void DirectorFacts::refreshOwners()
{
    const TableOwnership &ownership = *m_session->ownership();
    show(m_owners, ownersSummary(ownership, m_session->watcher()->latest().get()), ownersExplanation(ownership));
}

void DirectorFacts::refreshBoot()
{
    const Result<BootPicture> &picture = m_bootReader->picture();
    show(m_boot, picture ? bootSummary(*picture) : MarkedText{State::Unknown, errorSummary(picture.error())});
}

void DirectorFacts::showEvent(QShowEvent *event)
{
    QGroupBox::showEvent(event);
    readNow();
    m_timer.start();
}

void DirectorFacts::hideEvent(QHideEvent *event)
{
    QGroupBox::hideEvent(event);
    m_timer.stop();
    m_bootReader->cancel();
}

void DirectorFacts::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (Fact *fact : {&m_table, &m_owners, &m_boot, &m_kernel}) {
        if (fact->icon)
            show(*fact, fact->shown, fact->text->toolTip());
    }
}

} // namespace lvs
