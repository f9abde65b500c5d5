// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/bootpanel.h"

#include "app/dialogs/bootdialog.h"
#include "app/dialogs/bootwritedialog.h"
#include "app/session/directorsession.h"
#include "app/text/boottext.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace lvs {

namespace {
constexpr int iconSize = 16;
} // namespace

BootPanel::BootPanel(DirectorSession *session, QWidget *parent)
    : QGroupBox(tr("Next boot"), parent)
    , m_session(session)
    , m_reader(new BootReader(session->director(), this))
    , m_icon(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_save(new QPushButton(tr("Make this &survive a reboot"), this))
    , m_details(new QPushButton(tr("&Boot state…"), this))
{
    m_summary->setObjectName(QStringLiteral("bootSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_save->setObjectName(QStringLiteral("saveBoot"));
    m_save->setToolTip(tr("Keep what the kernel has now: services, real servers with thresholds, timeouts and sync "
                          "daemons. LVS Console's own unit restores it at boot; nothing in /etc is touched."));
    m_details->setObjectName(QStringLiteral("bootDetails"));
    m_details->setToolTip(tr("What the next boot restores, from where, and what differs; the distribution's files"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_summary, 1);
    row->addWidget(m_save);
    row->addWidget(m_details);
    connect(m_save, &QPushButton::clicked, this, [this] { carryOut(m_session->director()->saveBoot()); });
    connect(m_details, &QPushButton::clicked, this, &BootPanel::showDetails);
    connect(session->director(), &Director::changed, this, [this] {
        if (isVisible())
            m_reader->readSoon();
    });
    connect(m_reader, &BootReader::pictureRead, this, &BootPanel::take);
    connect(session->director(), &Director::statusChanged, this, &BootPanel::refresh);
    refresh();
}

void BootPanel::readNow()
{
    m_reader->readNow();
}

void BootPanel::readIfCheap()
{
    m_reader->readIfCheap();
}

void BootPanel::take()
{
    refresh();
    if (m_dialog && m_reader->picture())
        m_dialog->setPicture(*m_reader->picture());
}

bool BootPanel::canWrite() const
{
    const DirectorStatus status = m_session->director()->status();
    return m_reader->picture() && isConnected(status.link) && status.access == Access::Editable && !m_changing;
}

void BootPanel::refresh()
{
    const Result<BootPicture> &picture = m_reader->picture();
    const MarkedText summary =
        picture ? bootSummary(*picture) : MarkedText{State::Unknown, errorSummary(picture.error())};
    m_icon->setPixmap(stateIcon(summary.mark, palette()).pixmap(iconSize));
    m_summary->setText(summary.sentence);
    m_save->setEnabled(canWrite());
    m_details->setEnabled(picture.has_value());
    if (m_dialog)
        m_dialog->setEditable(canWrite());
}

void BootPanel::showDetails()
{
    if (!m_reader->picture())
        return;
    auto *dialog = new BootDialog(*m_reader->picture(), this);
    dialog->setEditable(canWrite());
    connect(dialog, &BootDialog::saveRequested, m_save, &QPushButton::click);
    connect(dialog, &BootDialog::forgetRequested, this, [this] { carryOut(m_session->director()->forgetBoot()); });
    connect(dialog, &BootDialog::writeRequested, this,
            [this, dialog](BootLayout layout) { askHowToWrite(layout, dialog); });
    dialog->open();
    m_dialog = dialog;
}

void BootPanel::askHowToWrite(BootLayout layout, QWidget *over)
{
    const BootPicture &picture = *m_reader->picture();
    auto *dialog = new BootWriteDialog(picture, layout, over);
    connect(dialog, &QDialog::accepted, this, [this, layout, now = picture.now, seen = picture.state] {
        carryOut(m_session->director()->writeBootFiles(layout, now, seen));
    });
    dialog->open();
}

void BootPanel::carryOut(QFuture<Result<void>> change)
{
    m_changing = true;
    refresh();
    change.then(this, [this](const Result<void> &result) {
        m_changing = false;
        Q_EMIT told(result);
        if (m_dialog)
            m_dialog->showResult(result);
        refresh();
        readNow();
    });
}

void BootPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace lvs
