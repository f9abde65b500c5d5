// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/archivelabel.h"

#include "app/session/trafficrecorder.h"
#include "app/text/errortext.h"
#include "app/text/format.h"

namespace lvs {

ArchiveLabel::ArchiveLabel(const TrafficRecorder *recorder, QWidget *parent)
    : QLabel(parent)
    , m_recorder(recorder)
{
    setObjectName(QStringLiteral("trafficArchive"));
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    setToolTip(
        tr("Of all services together, of each service and of real servers that are kept, each minute with its least, "
           "mean and most. Days that are too old or too much are removed, the oldest first. Seconds and other real "
           "servers are forgotten after some ten minutes."));
    connect(recorder, &TrafficRecorder::recorded, this, &ArchiveLabel::refresh);
    refresh();
}

void ArchiveLabel::refresh()
{
    QStringList lines{sentence()};
    if (!damages().isEmpty())
        lines << damages();
    if (const QString text = lines.join(u'\n'); text != this->text())
        setText(text);
}

QString ArchiveLabel::sentence() const
{
    const TrafficArchive *archive = m_recorder->archive();
    if (!archive)
        return tr("A day is kept, until this console ends.");
    const QString most = format::bytes(quint64(TrafficFiles::keptBytes));
    switch (archive->state()) {
    case TrafficArchive::State::Opening:
        return tr("Reading what was kept …");
    case TrafficArchive::State::Keeping:
        return tr("Kept on this computer for %n day(s), at most %1 of all directors.", nullptr, TrafficFiles::keptDays)
            .arg(most);
    case TrafficArchive::State::Elsewhere:
        return tr("Another console keeps this director's traffic. What this one records is forgotten when it ends.");
    case TrafficArchive::State::Full:
        return tr("The %1 for kept traffic are used up by today. What comes now is forgotten when this console ends.")
            .arg(most);
    case TrafficArchive::State::Failed:
        return tr("What comes now is forgotten when this console ends: %1").arg(errorSentence(*archive->error()));
    }
    return {};
}

QString ArchiveLabel::damages() const
{
    const qsizetype damages = m_recorder->archive() ? m_recorder->archive()->damages() : 0;
    if (damages == 0)
        return {};
    return tr("Kept traffic is damaged in %n place(s). Everything else was read.", nullptr, int(damages));
}

} // namespace lvs
