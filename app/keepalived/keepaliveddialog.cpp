// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keepalived/keepaliveddialog.h"

#include "app/directors/configreading.h"
#include "app/session/directorsession.h"
#include "app/text/domaintext.h"
#include "app/text/keepalivedtext.h"
#include "app/theme/icons.h"
#include "app/widgets/messagebar.h"
#include "core/director/snapshotdifference.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QThreadPool>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace lvs {

using namespace Qt::StringLiterals;
using keepalived::Drift;

namespace {

QTreeWidget *makeList(const QString &name, const QStringList &headers, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setAccessibleName(name);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return list;
}

} // namespace

KeepalivedDialog::KeepalivedDialog(DirectorSession *session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_source(new QLabel(this))
    , m_message(new MessageBar(this))
    , m_list(
          makeList(tr("Differences"), {tr("Object"), tr("Field"), tr("Kernel"), tr("File"), tr("Explained by")}, this))
    , m_notes(makeList(tr("Notes"), {tr("Place"), tr("Note")}, this))
    , m_summary(new QLabel(this))
{
    setWindowTitle(tr("Compare with keepalived.conf"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(u"driftList"_s);
    m_notes->setObjectName(u"configNotes"_s);
    m_source->setObjectName(u"configSource"_s);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary->setObjectName(u"driftSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);

    auto *read = new QPushButton(themeIcon(u"view-refresh"_s), tr("&Read from the director"), this);
    auto *open = new QPushButton(themeIcon(u"document-import"_s), tr("&Open file…"), this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_source, 1);
    top->addWidget(read);
    top->addWidget(open);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_notes);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_draft = buttons->addButton(tr("&Draft the checked changes"), QDialogButtonBox::ActionRole);
    m_draft->setObjectName(u"draftDrift"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    resize(960, 600);

    connect(read, &QPushButton::clicked, session->ownership(), &TableOwnership::readKeepalived);
    connect(open, &QPushButton::clicked, this, &KeepalivedDialog::askForFile);
    connect(session->ownership(), &TableOwnership::changed, this, &KeepalivedDialog::refresh);
    connect(m_draft, &QPushButton::clicked, this, &KeepalivedDialog::draftChecked);
    connect(m_list, &QTreeWidget::itemChanged, this, &KeepalivedDialog::refreshButtons);
    connect(session, &DirectorSession::draftChanged, this, &KeepalivedDialog::refreshButtons);
    connect(session->director(), &Director::statusChanged, this, &KeepalivedDialog::refreshButtons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!session->ownership()->keepalived())
        session->ownership()->readKeepalived();
    refresh();
}

void KeepalivedDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Open keepalived.conf"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &KeepalivedDialog::openFile);
    dialog->open();
}

void KeepalivedDialog::openFile(const QString &path)
{
    ConfigReading::startHere(path).then(this, [this](Result<ConfigReading::Files> files) {
        if (files)
            m_session->ownership()->setFiles(std::move(*files));
        else
            m_message->showError(files.error());
    });
}

void KeepalivedDialog::refresh()
{
    const TableOwnership *ownership = m_session->ownership();
    const auto known = ownership->keepalived();
    m_source->setText(known ? known->files.front().path : tr("No configuration"));
    if (known)
        m_message->hide();
    else if (ownership->keepalivedError())
        m_message->showError(*ownership->keepalivedError());
    showNotes();
    if (!known)
        return showCompared({});
    const auto compare = [known](const Result<Snapshot> &snapshot) {
        return snapshot.transform([&known](const Snapshot &read) {
            const auto kernel = std::make_shared<const IpvsTable>(tableOf(read));
            return Compared{kernel, keepalived::driftOf(known->config, *kernel)};
        });
    };
    m_session->director()
        ->read({.allServers = true})
        .then(QThreadPool::globalInstance(), compare)
        .then(this, [this, known](const Result<Compared> &compared) {
            if (!compared)
                m_message->showError(compared.error());
            else if (known == m_session->ownership()->keepalived())
                showCompared(*compared);
        });
}

void KeepalivedDialog::showNotes()
{
    m_notes->clear();
    const auto known = m_session->ownership()->keepalived();
    if (!known)
        return;
    for (const keepalived::ConfigNote &note : known->config.notes) {
        const keepalived::ConfigText &file = known->config.files.at(note.file);
        const keepalived::TextPlace place = keepalived::placeOf(file.text, note.span.start);
        const QString where =
            u"%1:%2:%3"_s.arg(file.path.section(u'/', -1), QString::number(place.line), QString::number(place.column));
        new QTreeWidgetItem(m_notes, {where, configNoteText(note)});
    }
    m_notes->setVisible(!known->config.notes.empty());
}

void KeepalivedDialog::showCompared(const Compared &compared)
{
    m_compared = compared;
    const std::vector<Drift> &drifts = m_compared.drifts;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const Drift &drift : drifts) {
        const QString service = serviceText(drift.service);
        auto *item = new QTreeWidgetItem(QStringList{
            drift.server ? drift.server->toString() + u" · "_s + service : service, driftFieldText(drift.field),
            driftKernelText(drift), driftFileText(drift), driftCauseText(drift.cause)});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Unchecked);
        items << item;
    }
    m_list->addTopLevelItems(items);
    const auto real = std::ranges::count(drifts, Drift::Cause::Real, &Drift::cause);
    if (!compared.kernel)
        m_summary->clear();
    else if (drifts.empty())
        m_summary->setText(tr("The kernel's table is as the file says."));
    else
        m_summary->setText(tr("%Ln difference(s)", nullptr, int(drifts.size())) + u"  ·  "_s +
                           tr("%Ln that nothing in the file explains", nullptr, int(real)));
    refreshButtons();
}

void KeepalivedDialog::refreshButtons()
{
    bool anyChecked = false;
    for (int row = 0; row < m_list->topLevelItemCount() && !anyChecked; ++row)
        anyChecked = m_list->topLevelItem(row)->checkState(0) == Qt::Checked;
    m_draft->setEnabled(anyChecked && !m_isDrafting && m_session->isEditable() && !m_session->isApplying());
}

void KeepalivedDialog::draftChecked()
{
    std::vector<Drift> chosen;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->checkState(0) == Qt::Checked)
            chosen.push_back(m_compared.drifts.at(std::size_t(row)));
    }
    m_isDrafting = true;
    refreshButtons();
    const auto plan = [kernel = m_compared.kernel, chosen] {
        return difference(*kernel, keepalived::withTaken(*kernel, chosen));
    };
    QtConcurrent::run(plan).then(this, [this](const ChangePlan &changes) {
        m_session->addMany(changes).then(this, [this](const Result<void> &drafted) {
            m_isDrafting = false;
            refreshButtons();
            if (drafted)
                accept();
            else
                m_message->showError(drafted.error());
        });
    });
}

} // namespace lvs
