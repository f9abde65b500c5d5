// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/program.h"

#include <QHash>
#include <QMap>

namespace lvs::e2e {

/// Rows of the services table: by service, or service and server, the scheduler or the weight.
/// {{{"TCP 172.18.100.6:80"}, "rr"}, {{"TCP 172.18.100.6:80", "192.168.10.11:80"}, "1"}}
using Rows = QMap<QStringList, QString>;

/// The shipped console in the hands of a person: what can be done with it, by the names it shows. Every step waits
/// until it is possible, and what fails ends the test function.
class Console
{
public:
    /// `translation`: the .ts file of the language in which the console will be started; empty for English.
    explicit Console(const QString &translation = {});

    void start(const QStringList &arguments, const QProcessEnvironment &environment = {});
    Program &program() { return m_program; }

    void selectDirector(const QString &name);
    void awaitConnected(const QString &name);
    void confirmHostKey();
    void unlockEditing();

    /// Drafts. `server` and `service` are written as the table shows them, "192.168.10.11:80" and "TCP
    /// 172.18.100.6:80".
    void addService(const QString &address, int port, const QString &scheduler);
    void addServer(const QString &service, const QString &address, int weight = 1);
    void setScheduler(const QString &service, const QString &scheduler);
    void setWeight(const QString &service, const QString &server, int weight); ///< in place
    void drain(const QString &service, const QString &server);
    void remove(const QString &service, const QString &server);
    void undoLastApply();

    /// Applies what is drafted, answers the password question if one comes, and waits for the outcome.
    void apply(const QString &password = {});

    /// Makes the row of a service, or of a server under it, the selected one. Expands the service where needed.
    void selectRow(const QString &service, const QString &server = {});
    /// Text of a cell; `column` is the header in English.
    QString cell(const QString &service, const QString &server, const QString &column);
    bool hasRow(const QString &service, const QString &server = {});
    bool canApply(); ///< something is drafted
    /// What the summary line of the pending changes says.
    QString summary();

    void showPage(const QString &title); ///< Overview, Services, Connections, System
    void openDialog(const QString &button, const QString &title);
    void accept(const QString &button); ///< closes the dialog that has it
    void sortBy(const QString &column); ///< once more: the other way round
    /// A value of the details of the selected row.
    QString fact(const QString &name);
    bool showsLabel(const QString &text);
    /// Reads now and waits until the table has these rows and no others.
    void awaitRows(const Rows &rows);
    /// Of the rows shown; -1 if it is not among them.
    int rowOf(const QString &service, const QString &server = {});

    /// A text of the interface, given in English, in the console's language and without its mnemonic.
    QString word(const QString &english) const;

private:
    void toServices(); ///< where the table is; a director opens with its overview
    void clickRow(const QString &service, const QString &server);
    Accessible table();
    Rows shownRows(); ///< those in sight or scrolled away, not the collapsed ones
    int rowOf(const Accessible &table, const QString &service, const QString &server);

    Program m_program;
    QHash<QString, QString> m_words;
};

} // namespace lvs::e2e
