// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/bootdialog.h"

#include "app/text/boottext.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lvs {

namespace {

enum Column { Where, Services, Servers, Differences, Standing, ColumnCount };

/// Differences that are listed; the rest is counted.
constexpr qsizetype mostListed = 500;

QListWidget *makeList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setWordWrap(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    return list;
}

} // namespace

BootDialog::BootDialog(const BootPicture &picture, QWidget *parent)
    : QDialog(parent)
    , m_picture(picture)
    , m_message(new MessageBar(this))
    , m_rows(new QTreeWidget(this))
    , m_differencesTitle(new QLabel(this))
    , m_differences(makeList(tr("Differences"), this))
    , m_notes(makeList(tr("What to know"), this))
    , m_save(new QPushButton(tr("Make this &survive a reboot"), this))
    , m_forget(new QPushButton(tr("&Forget"), this))
    , m_debian(new QPushButton(tr("Write for &Debian…"), this))
    , m_rhel(new QPushButton(tr("Write for &RHEL…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("bootDialog"));
    setWindowTitle(tr("What the next boot restores"));
    m_save->setObjectName(QStringLiteral("saveHere"));
    m_forget->setObjectName(QStringLiteral("forgetBoot"));
    m_forget->setToolTip(tr("Remove what LVS Console keeps for the next boot; the table in the kernel stays"));
    m_debian->setObjectName(QStringLiteral("writeDebian"));
    m_debian->setToolTip(tr("Show what /etc/ipvsadm.rules and /etc/default/ipvsadm would hold, and write them"));
    m_rhel->setObjectName(QStringLiteral("writeRhel"));
    m_rhel->setToolTip(tr("Show what /etc/sysconfig/ipvsadm would hold, and write it"));
    m_differencesTitle->setBuddy(m_differences);
    m_differences->setObjectName(QStringLiteral("bootDifferences"));
    m_notes->setObjectName(QStringLiteral("bootNotes"));
    makeRows();

    auto *actions = new QHBoxLayout;
    actions->addWidget(m_save);
    actions->addWidget(m_forget);
    actions->addStretch(1);
    actions->addWidget(m_debian);
    actions->addWidget(m_rhel);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *notesTitle = new QLabel(tr("What to know"), this);
    notesTitle->setBuddy(m_notes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_message);
    layout->addWidget(m_rows, 3);
    layout->addWidget(m_differencesTitle);
    layout->addWidget(m_differences, 2);
    layout->addWidget(notesTitle);
    layout->addWidget(m_notes, 2);
    layout->addLayout(actions);
    layout->addWidget(buttons);
    resize(920, 620);

    connect(m_rows, &QTreeWidget::currentItemChanged, this, &BootDialog::showDifferences);
    connect(m_save, &QPushButton::clicked, this, &BootDialog::saveRequested);
    connect(m_forget, &QPushButton::clicked, this, &BootDialog::forgetRequested);
    connect(m_debian, &QPushButton::clicked, this, [this] { Q_EMIT writeRequested(BootLayout::Debian); });
    connect(m_rhel, &QPushButton::clicked, this, [this] { Q_EMIT writeRequested(BootLayout::Rhel); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setPicture(picture);
    m_rows->setCurrentItem(m_rows->topLevelItem(1)); // what matters: after the next boot
}

/// The kernel, then one row for each source.
void BootDialog::makeRows()
{
    m_rows->setObjectName(QStringLiteral("bootSources"));
    m_rows->setAccessibleName(tr("The kernel and the boot files"));
    m_rows->setRootIsDecorated(false);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setColumnCount(ColumnCount);
    m_rows->setHeaderLabels({tr("Where"), tr("Services"), tr("Real servers"), tr("Differences from now"), tr("State")});
    for (const int column : {Services, Servers, Differences})
        m_rows->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (std::size_t row = 0; row <= std::size(everyBootSource); ++row) {
        auto *item = new QTreeWidgetItem(m_rows);
        for (const int column : {Services, Servers, Differences})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_rows->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->header()->setStretchLastSection(true);
}

void BootDialog::setPicture(const BootPicture &picture)
{
    m_picture = picture;
    m_rows->topLevelItem(0)->setText(Where, tr("In the kernel now"));
    showRow(m_rows->topLevelItem(0), &m_picture.now, {}, {});
    for (int row = 1; const BootSource source : everyBootSource) {
        QTreeWidgetItem *item = m_rows->topLevelItem(row++);
        item->setText(Where, bootSourceName(source));
        showRow(item, m_picture.forecast.stateOf(source), m_picture.differencesOf(source),
                bootSourceText(m_picture.state, m_picture.forecast, source));
    }
    showNotes();
    showDifferences();
    refreshButtons();
}

void BootDialog::showRow(QTreeWidgetItem *item, const RuleState *state, std::optional<qsizetype> differences,
                         const QString &text)
{
    const QString none = QStringLiteral("–");
    item->setText(Services, state ? format::count(quint64(state->table.entries().size())) : none);
    item->setText(Servers, state ? format::count(quint64(state->table.serverCount())) : none);
    item->setText(Differences, differences ? format::count(quint64(*differences)) : none);
    item->setText(Standing, text);
    item->setToolTip(Standing, text);
}

void BootDialog::showNotes()
{
    m_notes->clear();
    for (const BootNote &note : m_picture.forecast.notes) {
        const bool isWarning = note.severity == Severity::Warning;
        auto *item = new QListWidgetItem(stateIcon(stateOf(note.severity), palette()), bootNoteText(note));
        item->setData(Qt::AccessibleTextRole, (isWarning ? tr("Warning: %1") : tr("Hint: %1")).arg(bootNoteText(note)));
        m_notes->addItem(item);
    }
    if (m_notes->count() == 0)
        m_notes->addItem(tr("Nothing: files and units fit each other."));
}

void BootDialog::showDifferences()
{
    m_differences->clear();
    const int row = m_rows->indexOfTopLevelItem(m_rows->currentItem());
    if (row < 1) {
        m_differencesTitle->setText(tr("Choose another row to see what differs from the kernel now"));
        return;
    }
    const BootSource source = everyBootSource[row - 1];
    m_differencesTitle->setText(tr("What would change from the kernel now to “%1”").arg(bootSourceName(source)));
    const ChangePlan plan = differencesOf(m_picture, source);
    const qsizetype count = qsizetype(plan.operations.size());
    for (qsizetype i = 0; i < std::min(count, mostListed); ++i)
        m_differences->addItem(operationText(plan.operations[std::size_t(i)]));
    if (count > mostListed)
        m_differences->addItem(tr("… and %Ln more", "", int(count - mostListed)));
    if (count == 0)
        m_differences->addItem(m_picture.forecast.stateOf(source) ? tr("Nothing: they are equal.")
                                                                  : tr("There is nothing to compare."));
}

void BootDialog::setEditable(bool editable)
{
    m_editable = editable;
    refreshButtons();
}

void BootDialog::refreshButtons()
{
    const auto isWritable = [](const BootFile &file) {
        return file.isPresent() || file.state == BootFile::State::Missing;
    };
    const BootState &state = m_picture.state;
    m_save->setEnabled(m_editable);
    m_forget->setEnabled(m_editable && (state.own.state != BootFile::State::Missing || state.setups.isPresent()));
    m_debian->setEnabled(m_editable && isWritable(state.debianRules) && isWritable(state.debianDefaults));
    m_rhel->setEnabled(m_editable && isWritable(state.rhelRules));
}

void BootDialog::showResult(const Result<void> &result)
{
    if (result)
        m_message->showMessage(Severity::Information, tr("Done."));
    else
        m_message->showError(result.error());
}

void BootDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showNotes();
}

} // namespace lvs
