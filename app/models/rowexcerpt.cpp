// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rowexcerpt.h"

#include "app/text/csv.h"
#include "app/text/domaintext.h"
#include "core/change/changeplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RowExcerpt)
public:
    static QString service() { return tr("Service"); }
    static QString server() { return tr("Real server"); }
    static QString name() { return tr("Name"); }
};

/// A row in terms of the table: its service, and the server unless it is the service's own row.
struct Object {
    const ServiceRow *service;
    const ServerRow *server;

    QString text(ServiceColumn column, bool hasTraffic) const
    {
        if (!hasTraffic && traitsOf(column).needsTraffic)
            return QStringLiteral("–");
        return server ? cellText(*server, *service, column) : cellText(*service, column);
    }
    /// Empty where there is nothing to know.
    QString value(ServiceColumn column, bool hasTraffic) const
    {
        if (!traitsOf(column).isNumeric)
            return text(column, hasTraffic);
        if ((!hasTraffic && traitsOf(column).needsTraffic) || text(column, hasTraffic).isEmpty())
            return {};
        const QVariant value = server ? cellValue(*server, *service, column) : cellValue(*service, column);
        return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 6) : value.toString();
    }
    const QString &name() const { return server ? server->annotation.name : service->annotation.name; }
};

Object objectOf(const RowExcerpt &excerpt, const RowExcerpt::Row &row)
{
    const ServiceRow &service = excerpt.services[row.of];
    return {&service, row.server == RowExcerpt::Row::service ? nullptr : &service.servers[std::size_t(row.server)]};
}

/// Places that a text takes on a terminal.
qsizetype widthOf(QStringView text)
{
    const auto wide = std::ranges::count_if(text, [](QChar c) {
        return c.script() == QChar::Script_Han || (c.unicode() >= 0xff01 && c.unicode() <= 0xff60) ||
               (c.unicode() >= 0x3000 && c.unicode() <= 0x303f);
    });
    return text.size() + wide;
}

QString plainText(const QList<QStringList> &lines, const std::vector<ServiceColumn> &columns)
{
    std::vector<qsizetype> widths(columns.size());
    for (const QStringList &line : lines) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            widths[column] = std::max(widths[column], widthOf(line[qsizetype(column)]));
    }
    QString text;
    for (const QStringList &line : lines) {
        QString padded;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const QString &cell = line[qsizetype(column)];
            const QString blanks(widths[column] - widthOf(cell), u' ');
            padded += (column > 0 ? QStringLiteral("  ") : QString()) +
                      (traitsOf(columns[column]).isNumeric ? blanks + cell : cell + blanks);
        }
        while (padded.endsWith(u' '))
            padded.chop(1);
        text += padded + u'\n';
    }
    return text;
}

QString htmlText(const QList<QStringList> &lines, const std::vector<ServiceColumn> &columns)
{
    QString html = QStringLiteral("<table>");
    for (qsizetype row = 0; row < lines.size(); ++row) {
        html += QStringLiteral("<tr>");
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const QString cell = lines[row][qsizetype(column)].toHtmlEscaped();
            if (row == 0)
                html += QStringLiteral("<th>%1</th>").arg(cell);
            else if (traitsOf(columns[column]).isNumeric)
                html += QStringLiteral("<td align=\"right\">%1</td>").arg(cell);
            else
                html += QStringLiteral("<td>%1</td>").arg(cell);
        }
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>");
}

} // namespace

CopiedTable tableOf(const RowExcerpt &excerpt)
{
    QList<QStringList> lines(1);
    for (const ServiceColumn column : excerpt.columns)
        lines.front().append(columnTitle(column));
    for (const RowExcerpt::Row &row : excerpt.rows) {
        const Object object = objectOf(excerpt, row);
        QStringList line;
        for (const ServiceColumn column : excerpt.columns)
            line.append(object.text(column, excerpt.hasTraffic).simplified());
        lines.append(line);
    }
    QString tabs;
    for (const QStringList &line : lines)
        tabs += line.join(u'\t') + u'\n';
    for (qsizetype row = 1; row < lines.size(); ++row) {
        if (excerpt.rows[std::size_t(row - 1)].server != RowExcerpt::Row::service)
            lines[row].front().prepend(QStringLiteral("  "));
    }
    return {plainText(lines, excerpt.columns), tabs, htmlText(lines, excerpt.columns)};
}

QString csvOf(const RowExcerpt &excerpt)
{
    QStringList titles{Words::service(), Words::server(), Words::name()};
    for (const ServiceColumn column : excerpt.columns) {
        if (column != ServiceColumn::Name)
            titles.append(columnTitle(column));
    }
    QString text = csvLine(titles);
    for (const RowExcerpt::Row &row : excerpt.rows) {
        const Object object = objectOf(excerpt, row);
        QStringList fields{serviceText(object.service->key), object.server ? object.server->key.toString() : QString(),
                           object.name()};
        for (const ServiceColumn column : excerpt.columns) {
            if (column != ServiceColumn::Name)
                fields.append(object.value(column, excerpt.hasTraffic));
        }
        text += csvLine(fields);
    }
    return text;
}

QStringList commandsOf(const RowExcerpt &excerpt)
{
    std::vector<bool> whole(excerpt.services.size());
    for (const RowExcerpt::Row &row : excerpt.rows) {
        if (row.server == RowExcerpt::Row::service)
            whole[row.of] = true;
    }
    QStringList commands;
    for (const RowExcerpt::Row &row : excerpt.rows) {
        const Object object = objectOf(excerpt, row);
        if (object.server && !whole[row.of])
            commands += commandsFor(AddServer{object.service->key, object.server->config()});
        if (object.server)
            continue;
        commands += commandsFor(AddService{object.service->config()});
        for (const ServerRow &server : object.service->servers)
            commands += commandsFor(AddServer{object.service->key, server.config()});
    }
    return commands;
}

} // namespace lvs
