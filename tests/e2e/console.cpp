// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/console.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

/// "&Apply" and "应用(&A)" are shown, and named, "Apply" and "应用".
QString withoutMnemonic(QString text)
{
    static const QRegularExpression appended(u"\\(&\\w\\)"_s);
    return text.remove(appended).remove(u'&');
}

QHash<QString, QString> readTranslation(const QString &fileName)
{
    QHash<QString, QString> words;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return words;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"source")
            source = withoutMnemonic(xml.readElementText());
        else if (xml.name() == u"translation")
            words.insert(source, withoutMnemonic(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
    }
    return words;
}

/// "TCP 172.18.100.6:80", not "192.168.10.11:80".
bool isService(const QString &row)
{
    return row.contains(u' ');
}

} // namespace

Console::Console(const QString &translation)
    : m_program(QStringLiteral(LVS_CONSOLE))
    , m_words(readTranslation(translation))
{
}

QString Console::word(const QString &english) const
{
    return m_words.value(english, english);
}

void Console::start(const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_program.start(arguments, environment);
}

void Console::selectDirector(const QString &name)
{
    const auto list = m_program.need(role::List, word(u"Directors"_s));
    m_program.until(u"the director \"%1\" is in the sidebar"_s.arg(name), [&] {
        for (const auto &item : list.children()) {
            if (item.name().startsWith(name)) {
                Program::click(item);
                return true;
            }
        }
        return false;
    });
}

void Console::awaitConnected(const QString &name)
{
    const auto list = m_program.need(role::List, word(u"Directors"_s));
    m_program.until(
        u"\"%1\" is connected"_s.arg(name),
        [&] {
            const auto items = list.children();
            return std::ranges::any_of(items, [&](const Accessible &item) {
                return item.name().startsWith(name) && item.name().endsWith(word(u"live"_s));
            });
        },
        180);
}

void Console::confirmHostKey()
{
    m_program.press(word(u"Trust this key and connect"_s), 60);
}

void Console::unlockEditing()
{
    m_program.press(word(u"Unlock editing"_s), 60);
    toServices();
}

void Console::toServices()
{
    // By its key: the word on the tab stands for other things, too, and not in the same words in each language.
    m_program.until(u"the services page is shown"_s, [&] {
        const bool isShown = !m_program.find(role::Button, word(u"Add service…"_s)).isNull();
        if (!isShown)
            Program::typeKey(u"ctrl+2"_s);
        return isShown;
    });
}

Accessible Console::table()
{
    if (m_program.find(role::Tree, word(u"Virtual services and real servers"_s)).isNull())
        toServices();
    return m_program.need(role::Tree, word(u"Virtual services and real servers"_s));
}

int Console::rowOf(const Accessible &table, const QString &service, const QString &server)
{
    const int serviceRow = Program::findRow(table, service);
    if (serviceRow < 0 || server.isEmpty())
        return serviceRow;
    const int rows = table.rowCount();
    for (int row = serviceRow + 1; row < rows; ++row) {
        const QString name = table.cell(row, 0).name();
        if (name == server)
            return row;
        if (isService(name)) // the next one
            break;
    }
    return -1;
}

bool Console::hasRow(const QString &service, const QString &server)
{
    toServices(); // an empty table shows what to do next instead of the view
    const auto view = m_program.find(role::Tree, word(u"Virtual services and real servers"_s));
    return rowOf(view, service, server) >= 0;
}

void Console::clickRow(const QString &service, const QString &server)
{
    const auto view = table();
    const auto cell = [&] { return view.cell(rowOf(view, service, server), 0); };
    const QString row = server.isEmpty() ? service : server;
    m_program.until(u"the table has a row %1"_s.arg(row), [&] { return rowOf(view, service, server) >= 0; });
    // Rows that were just shown may still move, so a click can miss; two that follow too soon are a double click.
    QDeadlineTimer settled(0);
    m_program.until(u"the row %1 is selected"_s.arg(row), [&] {
        if (cell().is(State::Selected))
            return true;
        if (settled.hasExpired()) {
            Program::click(cell());
            settled.setRemainingTime(1000);
        }
        return false;
    });
}

void Console::selectRow(const QString &service, const QString &server)
{
    if (!server.isEmpty() && !hasRow(service, server)) {
        clickRow(service, {});
        Program::typeKey(u"Right"_s);
    }
    clickRow(service, server);
}

QString Console::cell(const QString &service, const QString &server, const QString &column)
{
    const auto view = table();
    const int row = rowOf(view, service, server);
    const int at = Program::findColumn(view, word(column));
    return row < 0 || at < 0 ? QString() : view.cell(row, at).name();
}

void Console::accept(const QString &button)
{
    m_program.press(word(button));
    m_program.until(u"the dialog with \"%1\" is closed"_s.arg(button),
                    [&] { return m_program.find(role::Button, word(button)).isNull(); });
}

void Console::showPage(const QString &title)
{
    const auto tab = m_program.need(role::PageTab, word(title));
    m_program.until(u"the page %1 is shown"_s.arg(title), [&] {
        if (!tab.is(State::Selected))
            Program::click(tab);
        return tab.is(State::Selected);
    });
}

void Console::openDialog(const QString &button, const QString &title)
{
    m_program.press(word(button));
    m_program.need(role::Dialog, title);
}

void Console::sortBy(const QString &column)
{
    const auto view = table();
    for (const auto &header : view.children()) {
        if (header.role() == role::ColumnHeader && header.name() == word(column))
            return Program::click(header);
    }
    QFAIL(qPrintable(u"there is no column "_s + column));
}

QString Console::fact(const QString &name)
{
    const auto labels = m_program.findById(u"detailsPane").descendants();
    for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
        if (labels[i].name() == word(name))
            return labels[i + 1].name();
    }
    return {};
}

bool Console::showsLabel(const QString &text)
{
    return !m_program.find(role::Label, text).isNull();
}

void Console::awaitRows(const Rows &rows)
{
    toServices();
    Program::typeKey(u"F5"_s);
    if (rows.isEmpty()) { // then there is a sentence instead of the table
        m_program.need(role::Label, word(u"No virtual services yet."_s));
        return;
    }
    for (const QStringList &row : rows.keys())
        selectRow(row[0], row.value(1));
    m_program.until(u"the table has the rows awaited"_s, [&] { return shownRows() == rows; });
}

Rows Console::shownRows()
{
    const auto view = table();
    const int method = Program::findColumn(view, word(u"Method"_s));
    const int weight = Program::findColumn(view, word(u"Weight"_s));
    Rows rows;
    QString service;
    for (int row = 0; row < view.rowCount(); ++row) {
        const QString name = view.cell(row, 0).name();
        if (isService(name))
            rows[{service = name}] = view.cell(row, method).name();
        else
            rows[{service, name}] = view.cell(row, weight).name();
    }
    return rows;
}

int Console::rowOf(const QString &service, const QString &server)
{
    return rowOf(table(), service, server);
}

void Console::addService(const QString &address, int port, const QString &scheduler)
{
    toServices();
    m_program.press(word(u"Add service…"_s));
    m_program.need(role::Dialog, word(u"Add virtual service"_s));
    m_program.setText(word(u"Address"_s), address);
    m_program.setText(word(u"Port"_s), QString::number(port));
    m_program.choose(word(u"Scheduler"_s), scheduler);
    accept(u"Add service"_s);
}

void Console::addServer(const QString &service, const QString &address, int weight)
{
    selectRow(service);
    m_program.press(word(u"Add real server…"_s));
    m_program.setText(word(u"Address"_s), address);
    m_program.choose(word(u"Forwarding"_s), word(u"Masquerading (NAT)"_s));
    m_program.setText(word(u"Weight"_s), QString::number(weight));
    accept(u"Add real server"_s);
}

void Console::setScheduler(const QString &service, const QString &scheduler)
{
    selectRow(service);
    m_program.press(word(u"Edit…"_s));
    m_program.choose(word(u"Scheduler"_s), scheduler);
    accept(u"Change service"_s);
}

void Console::setWeight(const QString &service, const QString &server, int weight)
{
    selectRow(service, server);
    Program::typeKey(u"F2"_s);
    Program::typeText(QString::number(weight));
    Program::typeKey(u"Return"_s);
}

void Console::drain(const QString &service, const QString &server)
{
    selectRow(service, server);
    m_program.press(word(u"Drain"_s));
}

void Console::remove(const QString &service, const QString &server)
{
    selectRow(service, server);
    m_program.press(word(u"Remove"_s));
    const auto anyway = [&] { return m_program.find(role::Button, word(u"Remove anyway"_s)); };
    m_program.until(u"the removal is drafted, or asked about"_s, [&] { return canApply() || !anyway().isNull(); });
    if (!canApply())
        anyway().press(); // once: a press that comes again puts the click off
    m_program.until(u"the removal is drafted"_s, [&] { return canApply(); });
}

void Console::undoLastApply()
{
    m_program.press(word(u"Undo last apply"_s));
}

bool Console::canApply()
{
    return m_program.find(role::Button, word(u"Apply"_s)).is(State::Enabled);
}

QString Console::summary()
{
    return m_program.findById(u"pendingSummary").name();
}

void Console::apply(const QString &password)
{
    m_program.press(word(u"Apply"_s));
    m_program.until(
        u"the changes are applied"_s,
        [&] {
            if (const auto field = m_program.find(role::Text, word(u"Password"_s)); !field.isNull()) {
                field.setText(password);
                accept(u"Authenticate"_s); // it stays for a moment
            }
            return !canApply() && m_program.find(role::ProgressBar, word(u"Progress of the apply"_s)).isNull();
        },
        60);
}

} // namespace lvs::e2e
