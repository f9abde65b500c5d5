// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/linkbar.h"

#include "app/session/directorsession.h"
#include "app/text/errortext.h"

namespace lvs {

LinkBar::LinkBar(DirectorSession *session, QWidget *parent)
    : MessageBar(parent)
    , m_session(session)
{
    const Director *director = session->director();
    const TableWatcher *watcher = session->watcher();
    connect(director, &Director::statusChanged, this, &LinkBar::refresh);
    connect(this, &MessageBar::actionTriggered, director, &Director::open);
    connect(watcher, &TableWatcher::readFailed, this, &LinkBar::refreshReading);
    connect(watcher, &TableWatcher::snapshotTaken, this, &LinkBar::refreshReading);
}

void LinkBar::refresh()
{
    const DirectorStatus status = m_session->director()->status();
    if (!status.error)
        hide();
    else if (status.link == LinkState::Live && status.access == Access::ReadOnly)
        showMessage(Severity::Information, errorSentence(*status.error), errorParagraphs(*status.error));
    else
        showError(*status.error, status.link == LinkState::Lost ? tr("Connect again") : QString());
}

void LinkBar::refreshReading()
{
    const std::optional<Error> error = m_session->watcher()->readError();
    if (error == m_told)
        return;
    m_told = error;
    if (error)
        showError(*error);
    else
        refresh();
}

} // namespace lvs
