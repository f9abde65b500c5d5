// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/systempage.h"

#include "app/dialogs/syncdaemondialog.h"
#include "app/dialogs/sysctldialog.h"
#include "app/dialogs/timeoutsdialog.h"
#include "app/models/kernelmodel.h"
#include "app/models/sysctlmodel.h"
#include "app/pages/bootpanel.h"
#include "app/pages/syncpanel.h"
#include "app/pages/timeoutspanel.h"
#include "app/session/directorsession.h"
#include "app/text/domaintext.h"
#include "app/text/kerneltext.h"
#include "app/theme/icons.h"
#include "app/widgets/explainedtable.h"
#include "app/widgets/messagebar.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lvs {

namespace {

constexpr std::chrono::seconds readEvery{5};

/// A server of another family than its service, which excludes connection synchronisation.
QString mixedFamilies(const Snapshot &snapshot)
{
    for (const ServerList &list : snapshot.servers) {
        for (const ServerState &server : list.servers) {
            if (mixesFamilies(server.config.key, list.service))
                return SystemPage::tr("%1 of %2").arg(server.config.key.toString(), serviceText(list.service));
        }
    }
    return {};
}

} // namespace

SystemPage::SystemPage(DirectorSession *session, QWidget *parent)
    : Page(session, parent)
    , m_kernel(new KernelModel(this))
    , m_sysctls(new SysctlModel(this))
    , m_timeoutsPanel(new TimeoutsPanel(this))
    , m_syncPanel(new SyncPanel(this))
    , m_bootPanel(new BootPanel(session, this))
    , m_tableSize(new QLabel(this))
{
    QAction *refreshing = tools()->addAction(themeIcon(QStringLiteral("view-refresh")), tr("Read now"));
    refreshing->setToolTip(tr("Read everything on this page again"));
    tools()->widgetForAction(refreshing)->setFocusPolicy(Qt::TabFocus); // it is in no menu
    connect(refreshing, &QAction::triggered, this, &SystemPage::readNow);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->addWidget(makeOverview());
    layout->addWidget(m_bootPanel);
    layout->addWidget(makeTables(), 1);
    setContent(content);

    m_kernel->setPalette(palette());
    m_sysctls->setPalette(palette());
    m_timer.setInterval(readEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        readAgain();
        m_bootPanel->readIfCheap();
    });
    connect(session->director(), &Director::changed, this, [this] {
        if (isVisible())
            readAgain();
    });
    connect(session->director(), &Director::statusChanged, this, [this] {
        if (isVisible() && !m_looked)
            readNow();
        refresh();
    });
    connect(session->watcher(), &TableWatcher::snapshotTaken, this, &SystemPage::refresh); // may be edited from now on
    connect(session, &DirectorSession::draftChanged, this, &SystemPage::refresh);
    connect(m_timeoutsPanel, &TimeoutsPanel::changeRequested, this, &SystemPage::changeTimeouts);
    connect(m_syncPanel, &SyncPanel::startRequested, this, &SystemPage::startDaemon);
    connect(m_syncPanel, &SyncPanel::changed, this, &SystemPage::draft);
    connect(m_bootPanel, &BootPanel::told, this, &SystemPage::tell);
}

QWidget *SystemPage::makeOverview()
{
    auto *table = new QGroupBox(tr("Connection table"), this);
    auto *remedy = new QLabel(tr("To enlarge it, put this line into a file in /etc/modprobe.d, before IPVS is loaded "
                                 "for the first time:"),
                              table);
    auto *option = new QLineEdit(tableSizeOption(), table);
    option->setReadOnly(true);
    option->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    option->setAccessibleName(tr("Option that enlarges the connection table"));
    auto *copy = new QToolButton(table);
    copy->setIcon(themeIcon(QStringLiteral("edit-copy")));
    copy->setToolTip(tr("Copy this line"));
    copy->setAccessibleName(tr("Copy this line"));
    connect(copy, &QToolButton::clicked, this, [] { QGuiApplication::clipboard()->setText(tableSizeOption()); });
    m_tableSize->setWordWrap(true);
    remedy->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(option, 1);
    line->addWidget(copy);
    auto *column = new QVBoxLayout(table);
    column->addWidget(m_tableSize);
    column->addWidget(remedy);
    column->addLayout(line);
    column->addStretch(1);

    auto *overview = new QWidget(this);
    auto *row = new QHBoxLayout(overview);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_timeoutsPanel, 2);
    row->addWidget(m_syncPanel, 3);
    row->addWidget(table, 4);
    return overview;
}

QWidget *SystemPage::makeTables()
{
    const auto boxed = [this](ExplainedTable *table, const QString &title, std::initializer_list<int> widths) {
        auto *box = new QGroupBox(title, this);
        auto *layout = new QVBoxLayout(box);
        layout->addWidget(table);
        for (int column = 0; const int width : widths)
            table->view()->setColumnWidth(column++, width);
        return box;
    };
    auto *kernel = new ExplainedTable(m_kernel, tr("Kernel support"), this);
    kernel->setToolTip(tr("As grep IP_VS /boot/config-$(uname -r) shows it, with the modules that are loaded"));
    m_tunables = new ExplainedTable(m_sysctls, tr("Tunables"), this);
    kernel->view()->setObjectName(QStringLiteral("kernelSupport"));
    m_tunables->view()->setObjectName(QStringLiteral("tunables"));
    m_change = m_tunables->addVerb(tr("Change &value…"));
    m_change->setObjectName(QStringLiteral("changeValue"));
    connect(m_change, &QPushButton::clicked, this, &SystemPage::changeValue);
    connect(m_tunables->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SystemPage::refreshVerb);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(boxed(kernel, tr("Kernel support"), {170, 150}));
    splitter->addWidget(boxed(m_tunables, tr("Tunables (sysctl)"), {180, 120, 70}));
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({460, 620});
    return splitter;
}

std::optional<Page::Emptiness> SystemPage::emptiness() const
{
    if (auto link = linkEmptiness(); link && !m_looked)
        return link;
    if (!m_looked)
        return Emptiness{QStringLiteral("view-refresh"), tr("Reading …"), {}};
    return {};
}

void SystemPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    session()->watcher()->watch(this, {}); // nothing can be drafted before the table was read
    readNow();
    m_timer.start();
}

void SystemPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    session()->watcher()->unwatch(this);
    m_timer.stop();
}

void SystemPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_kernel->setPalette(palette());
        m_sysctls->setPalette(palette());
    }
}

void SystemPage::readNow()
{
    readAgain();
    m_bootPanel->readNow();
}

void SystemPage::readAgain()
{
    Director *director = session()->director();
    if (m_reading > 0 || !isConnected(director->status().link))
        return;
    read(director->readInfo(), &SystemPage::m_info);
    read(director->readHost(), &SystemPage::m_host);
    read(director->readTimeouts(), &SystemPage::m_timeouts);
    read(director->readSyncDaemons(), &SystemPage::m_daemons);
}

template<class T> void SystemPage::read(QFuture<Result<T>> future, Result<T> SystemPage::*place)
{
    ++m_reading;
    future.then(this, [this, place](Result<T> answer) {
        this->*place = std::move(answer);
        if (--m_reading > 0)
            return;
        m_looked = true;
        refresh();
        refreshEmptiness();
    });
}

void SystemPage::refresh()
{
    const ChangePlan &draft = session()->draft().plan();
    const bool editable = session()->isEditable() && !session()->isApplying();
    m_timeoutsPanel->showTimeouts(m_timeouts, draft, editable);
    m_syncPanel->showDaemons(m_daemons, draft, editable);
    const HostInfo host = m_host.value_or(HostInfo());
    m_kernel->setSupport(host.kernel);
    m_sysctls->setValues(host.sysctls);
    m_sysctls->setDraft(draft);
    refreshVerb();
    const quint32 bucketsOfModule = host.kernel.tableBits != 0 ? 1u << host.kernel.tableBits : 0;
    m_tableSize->setText(tableSizeText(m_info ? m_info->connectionTableSize : bucketsOfModule));
}

void SystemPage::changeTimeouts()
{
    if (!m_timeouts)
        return;
    auto *dialog = new TimeoutsDialog(*m_timeouts, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->change()); });
    dialog->open();
}

void SystemPage::refreshVerb()
{
    const QModelIndex current = m_tunables->view()->currentIndex();
    m_change->setEnabled(current.isValid() && m_sysctls->valueAt(current.row()) && session()->isEditable() &&
                         !session()->isApplying());
}

void SystemPage::changeValue()
{
    const int row = m_tunables->view()->currentIndex().row();
    auto *dialog = new SysctlDialog(m_sysctls->nameAt(row), *m_sysctls->valueAt(row), m_sysctls->plannedAt(row), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->change()); });
    dialog->open();
}

/// Only the kernel would know, and it says no more than EINVAL: so the whole table is looked through first.
void SystemPage::startDaemon(SyncRole role)
{
    session()->director()->read({.allServers = true}).then(this, [this, role](const Result<Snapshot> &snapshot) {
        if (!isVisible())
            return; // the person has gone on to another director, and would take the dialog for that one's
        const QString mixed = snapshot ? mixedFamilies(*snapshot) : QString();
        if (mixed.isEmpty())
            return askHowToStart(role);
        notice()->showMessage(
            Severity::Warning, tr("Connections can't be synchronised while IPv4 and IPv6 are mixed"),
            tr("The kernel starts no sync daemon as long as a real server has another IP family than its service. "
               "That is so with %1. Remove it first.")
                .arg(mixed));
    });
}

void SystemPage::askHowToStart(SyncRole role)
{
    auto *dialog = new SyncDaemonDialog(role, m_host ? m_host->interfaces : std::vector<HostInterface>(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(StartSyncDaemon{dialog->daemon()}); });
    dialog->open();
}

void SystemPage::draft(const Operation &operation)
{
    tell(session()->add({{operation}}));
}

} // namespace lvs
