// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/drainassistant.h"

#include "app/text/domaintext.h"
#include "app/text/draintext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "core/change/objectkey.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

enum Column { Server, Service, Progress, Active, Inactive, Templates, Removal, ColumnCount };

const QString templateSysctl = u"ipv4/vs/expire_quiescent_template"_s;
const QString nodestSysctl = u"ipv4/vs/expire_nodest_conn"_s;

State stateOf(DrainWatch::Progress progress)
{
    switch (progress) {
    case DrainWatch::Progress::Drafted:
    case DrainWatch::Progress::RemovalDrafted:
        return State::Drafted;
    case DrainWatch::Progress::Empty:
        return State::Serving;
    case DrainWatch::Progress::Draining:
        break;
    }
    return State::Drained;
}

} // namespace

DrainAssistant::DrainAssistant(DirectorSession *session, DrainWatch *drains, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_drains(drains)
    , m_list(new QTreeWidget(this))
    , m_whenEmpty(new QCheckBox(tr("Draft its removal when it is &empty"), this))
    , m_atDeadline(new QCheckBox(tr("Draft its removal at the &latest in"), this))
    , m_minutes(new QSpinBox(this))
    , m_removeNow(new QPushButton(tr("Draft removal &now"), this))
    , m_undrain(new QPushButton(tr("&Undrain"), this))
    , m_forget(new QPushButton(tr("&Stop watching"), this))
    , m_templates(new QLabel(this))
    , m_connections(new QLabel(this))
    , m_commands(new QPlainTextEdit(this))
{
    setObjectName(u"drainAssistant"_s);
    setWindowTitle(tr("Drained servers of %1").arg(directorName(*session->director())));
    m_list->setObjectName(u"drainList"_s);
    m_list->setAccessibleName(tr("Drained servers"));
    m_list->setHeaderLabels(
        {tr("Real server"), tr("Service"), tr("State"), tr("Active"), tr("Inactive"), tr("Templates"), tr("Removal")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(removalSide());
    layout->addWidget(kernelSide());
    layout->addWidget(buttons);
    resize(860, 600);

    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &DrainAssistant::refreshRemoval);
    connect(drains, &DrainWatch::changed, this, &DrainAssistant::refresh);
    refresh();
}

QWidget *DrainAssistant::removalSide()
{
    m_whenEmpty->setObjectName(u"whenEmpty"_s);
    m_atDeadline->setObjectName(u"atDeadline"_s);
    m_minutes->setObjectName(u"minutes"_s);
    m_removeNow->setObjectName(u"removeNow"_s);
    m_undrain->setObjectName(u"undrain"_s);
    m_forget->setObjectName(u"forget"_s);
    m_minutes->setRange(1, 7 * 24 * 60);
    m_minutes->setValue(30);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes until the removal is drafted"));
    auto *box = new QGroupBox(tr("Selected server"), this);
    auto *deadline = new QHBoxLayout;
    deadline->addWidget(m_atDeadline);
    deadline->addWidget(m_minutes);
    deadline->addStretch(1);
    auto *verbs = new QHBoxLayout;
    for (QPushButton *button : {m_removeNow, m_undrain, m_forget}) {
        button->setAutoDefault(false);
        verbs->addWidget(button);
    }
    verbs->addStretch(1);
    auto *column = new QVBoxLayout(box);
    column->addWidget(m_whenEmpty);
    column->addLayout(deadline);
    column->addLayout(verbs);
    connect(m_whenEmpty, &QCheckBox::clicked, this, [this](bool wanted) {
        for (const DrainWatch::Drain &drain : selected())
            m_drains->setRemoveWhenEmpty(DrainWatch::keyOf(drain), wanted);
    });
    connect(m_atDeadline, &QCheckBox::clicked, this, &DrainAssistant::setDeadline);
    m_minutes->setKeyboardTracking(false); // one change when a number has been typed, none when the box is left
    connect(m_minutes, &QSpinBox::valueChanged, this, [this] {
        if (m_atDeadline->isChecked() && m_atDeadline->isEnabled())
            setDeadline();
    });
    connect(m_removeNow, &QPushButton::clicked, this, &DrainAssistant::removeNow);
    connect(m_undrain, &QPushButton::clicked, this, &DrainAssistant::undrain);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        for (const DrainWatch::Drain &drain : selected())
            m_drains->forget(DrainWatch::keyOf(drain));
    });
    return box;
}

QWidget *DrainAssistant::kernelSide()
{
    auto *box = new QGroupBox(tr("What the kernel does with what is left"), this);
    for (QLabel *label : {m_templates, m_connections}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_templates->setObjectName(u"templateEffect"_s);
    m_connections->setObjectName(u"removalEffect"_s);
    m_commands->setObjectName(u"drainCommands"_s);
    m_commands->setAccessibleName(tr("Commands that release clients"));
    m_commands->setReadOnly(true);
    m_commands->setTabChangesFocus(true);
    m_commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_commands->setFixedHeight(2 * m_commands->fontMetrics().lineSpacing() + 12);
    auto *again = new QPushButton(themeIcon(u"view-refresh"_s), tr("&Read again"), box);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &DrainAssistant::readSysctls);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_commands, 1);
    bottom->addWidget(again, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(box);
    column->addWidget(m_templates);
    column->addWidget(m_connections);
    column->addLayout(bottom);
    return box;
}

void DrainAssistant::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    readSysctls();
}

void DrainAssistant::readSysctls()
{
    m_session->director()->readHost().then(this, [this](const Result<HostInfo> &host) {
        m_sysctls = host ? host->sysctls : std::vector<SysctlValue>();
        refreshKernel();
    });
}

void DrainAssistant::refresh()
{
    refreshList();
    refreshRemoval();
    refreshKernel();
}

/// Drains keep their order: rows of servers that are watched no longer go, and the others stay theirs, with what is
/// selected.
void DrainAssistant::refreshList()
{
    const auto &drains = m_drains->drains();
    const std::vector<ObjectKey> before = std::exchange(m_shown, {});
    std::ranges::transform(drains, std::back_inserter(m_shown), &DrainWatch::keyOf);
    int kept = 0;
    for (const ObjectKey &server : before) {
        if (std::size_t(kept) < m_shown.size() && server == m_shown[std::size_t(kept)])
            ++kept;
        else
            delete m_list->takeTopLevelItem(kept);
    }
    for (int row = 0; row < int(drains.size()); ++row) {
        const DrainWatch::Drain &drain = drains[std::size_t(row)];
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (!item)
            item = new QTreeWidgetItem(m_list);
        item->setText(Server, drain.state.config.key.toString());
        item->setText(Service, serviceText(drain.service));
        item->setText(Progress, progressText(drain.progress));
        item->setIcon(Progress, stateIcon(stateOf(drain.progress), palette()));
        item->setText(Active, format::count(drain.state.activeConnections));
        item->setText(Inactive, format::count(drain.state.inactiveConnections));
        item->setText(Templates, format::count(drain.state.persistentConnections));
        for (const int column : {Active, Inactive, Templates})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        QStringList removal;
        if (drain.removeWhenEmpty)
            removal << tr("when empty");
        if (drain.deadline.isValid())
            removal << tr("at %1").arg(format::timeOfDay(drain.deadline));
        item->setText(Removal, removal.isEmpty() ? u"–"_s : removal.join(tr(" or ")));
    }
    if (m_list->selectedItems().isEmpty() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void DrainAssistant::refreshRemoval()
{
    const auto drains = selected();
    const bool isEditable = m_session->isEditable() && !m_session->isApplying();
    const bool any = !drains.empty();
    const auto isDrafted = [](const DrainWatch::Drain &drain) {
        return drain.progress == DrainWatch::Progress::RemovalDrafted;
    };
    const bool anyLeft = std::ranges::any_of(drains, std::not_fn(isDrafted));
    const QSignalBlocker blockEmpty(m_whenEmpty);
    const QSignalBlocker blockDeadline(m_atDeadline);
    m_whenEmpty->setChecked(any && std::ranges::all_of(drains, &DrainWatch::Drain::removeWhenEmpty));
    m_atDeadline->setChecked(
        any && std::ranges::all_of(drains, [](const DrainWatch::Drain &drain) { return drain.deadline.isValid(); }));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_whenEmpty, m_atDeadline, m_minutes, m_removeNow})
        widget->setEnabled(isEditable && anyLeft);
    m_undrain->setEnabled(isEditable && anyLeft);
    m_forget->setEnabled(any);
}

void DrainAssistant::refreshKernel()
{
    const auto templates = sysctlNumber(m_sysctls, templateSysctl);
    const auto nodest = sysctlNumber(m_sysctls, nodestSysctl);
    Holdings holdings;
    for (const DrainWatch::Drain &drain : m_drains->drains())
        holdings.add(drain.state);
    const bool anyTemplate = holdings.templates > 0;
    m_templates->setText(anyTemplate ? templateEffectText(templates) : tr("No template pins a client to them."));
    m_connections->setText(removalEffectText(nodest));
    QStringList commands;
    const auto suggest = [&](const QString &name) { commands << sysctlCommand({name, u"1"_s}); };
    if (anyTemplate && templates == 0)
        suggest(templateSysctl);
    if (nodest == 0)
        suggest(nodestSysctl);
    m_commands->setPlainText(commands.join(u'\n'));
    m_commands->setVisible(!commands.isEmpty());
}

std::vector<DrainWatch::Drain> DrainAssistant::selected() const
{
    std::vector<DrainWatch::Drain> drains;
    std::size_t row = 0; // shown are these in the same order, and perhaps some that are gone since
    for (const DrainWatch::Drain &drain : m_drains->drains()) {
        while (row < m_shown.size() && m_shown[row] != DrainWatch::keyOf(drain))
            ++row;
        if (row < m_shown.size() && m_list->topLevelItem(int(row))->isSelected())
            drains.push_back(drain);
    }
    return drains;
}

void DrainAssistant::setDeadline()
{
    const QDateTime deadline =
        m_atDeadline->isChecked() ? QDateTime::currentDateTimeUtc().addSecs(60LL * m_minutes->value()) : QDateTime();
    for (const DrainWatch::Drain &drain : selected())
        m_drains->setDeadline(DrainWatch::keyOf(drain), deadline);
}

void DrainAssistant::removeNow()
{
    ChangePlan removals;
    for (const DrainWatch::Drain &drain : selected()) {
        if (drain.progress != DrainWatch::Progress::RemovalDrafted)
            removals.operations.emplace_back(RemoveServer{drain.service, drain.state.config});
    }
    m_session->addMany(removals).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

void DrainAssistant::undrain()
{
    std::vector<PlacedServer> servers;
    for (const DrainWatch::Drain &drain : selected()) {
        if (drain.progress != DrainWatch::Progress::RemovalDrafted && drain.state.config.isDrained())
            servers.push_back({drain.service, drain.state.config});
    }
    m_session->undrain(servers).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

} // namespace lvs
