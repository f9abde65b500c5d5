// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keepalived/keepalivedtools.h"

#include "app/keepalived/configtextdialog.h"
#include "app/keepalived/keepaliveddialog.h"
#include "app/session/directorsession.h"
#include "app/text/errortext.h"
#include "app/text/keepalivedtext.h"

#include <QCheckBox>
#include <QtConcurrentRun>

namespace lvs {

using namespace Qt::StringLiterals;

KeepalivedTools::KeepalivedTools(DirectorSession *session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_parent(parent)
{
}

void KeepalivedTools::compare()
{
    (new KeepalivedDialog(m_session, m_parent))->open();
}

void KeepalivedTools::exportTable()
{
    auto *dialog = new ConfigTextDialog(tr("Export as keepalived.conf"),
                                        tr("The table with what is drafted, as virtual servers with matching checks. "
                                           "Nothing is written anywhere else."),
                                        m_parent);
    QCheckBox *web = dialog->addOption(tr("Check web servers by &HTTP"),
                                       tr("HTTP_GET for port 80 and SSL_GET for port 443 instead of TCP_CHECK"));
    m_session->readWholeTable().then(dialog, [dialog, web](const Result<DirectorSession::SharedTable> &table) {
        if (!table)
            return dialog->show({}, {errorSummary(table.error())});
        const auto show = [dialog, web, whole = *table] {
            const bool webChecks = web->isChecked();
            QtConcurrent::run([whole, webChecks] {
                return keepalived::exportTable(whole->drafted, {.webChecks = webChecks});
            }).then(dialog, [dialog, web, webChecks](const keepalived::ExportedConfig &exported) {
                if (webChecks != web->isChecked())
                    return; // the other way comes next
                QStringList problems;
                for (const keepalived::ExportProblem &problem : exported.problems)
                    problems += exportProblemText(problem);
                dialog->show({{.path = u"keepalived.conf"_s, .text = exported.text}}, problems);
            });
        };
        connect(web, &QCheckBox::toggled, dialog, show);
        show();
    });
}

void KeepalivedTools::showChangedConfig()
{
    const auto known = m_session->ownership()->keepalived();
    if (!known)
        return compare();
    QtConcurrent::run([known, plan = m_session->draft().shared()] {
        return keepalived::changedConfig(known->files, *plan);
    }).then(this, [this](const keepalived::ChangedConfig &changed) {
        auto *dialog = new ConfigTextDialog(tr("Changed configuration"),
                                            tr("keepalived makes of this what you have drafted. Put it in the place of "
                                               "the old file, and let keepalived "
                                               "read it again (systemctl reload keepalived)."),
                                            m_parent);
        std::vector<keepalived::ConfigFile> files;
        for (const std::size_t index : changed.changed)
            files.push_back(changed.files.at(index));
        QStringList problems;
        for (const keepalived::UnsaidChange &unsaid : changed.unsaid)
            problems += unsaidText(unsaid);
        dialog->show(files, problems);
    });
}

} // namespace lvs
