// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparerows.h"

#include "core/change/overloaded.h"

#include <QStringList>

#include <algorithm>

namespace lvs {

namespace {

class RowMaker
{
public:
    explicit RowMaker(const CompareFilter &filter)
        : m_onlyDifferences(filter.onlyDifferences)
        , m_words(filter.words.split(u' ', Qt::SkipEmptyParts))
    {
    }

    void addTimeouts(CompareRow &root, const Compared<Timeouts> &timeouts) const
    {
        if (timeouts.left && isWanted(timeouts.standing(), {}))
            add(root, &timeouts, timeouts);
    }
    void addDaemon(CompareRow &root, const Compared<SyncDaemon> &daemon) const
    {
        if (isWanted(daemon.standing(), (daemon.left ? daemon.left : daemon.right)->interface.toString()))
            add(root, &daemon, daemon);
    }
    void addService(CompareRow &root, const ComparedService &service) const
    {
        if (m_onlyDifferences && service.isEqual)
            return;
        const QString name = m_words.isEmpty() ? QString() : service.key.toString();
        const bool isNamed = matches(name);
        CompareRow row{.object = &service, .standing = service.service.standing()};
        addFields(row, service.service);
        for (const Compared<RealServer> &server : service.servers) {
            const Standing standing = server.standing();
            if (m_onlyDifferences && standing == Standing::Equal)
                continue;
            if (isNamed || matches(name + u' ' + ComparedService::keyOf(server).toString()))
                add(row, &server, server);
        }
        if (isNamed || std::ranges::any_of(row.children, [](const CompareRow &child) { return !child.field; }))
            root.children.push_back(std::move(row));
    }

private:
    bool matches(const QString &text) const
    {
        return std::ranges::all_of(m_words,
                                   [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }
    bool isWanted(Standing standing, const QString &text) const
    {
        return (!m_onlyDifferences || standing != Standing::Equal) && matches(text);
    }
    template<class T> static void addFields(CompareRow &row, const Compared<T> &object)
    {
        for (const Field field : object.fields())
            row.children.push_back({.object = row.object, .field = field, .standing = Standing::Changed});
    }
    template<class T> static void add(CompareRow &parent, const T *object, const T &compared)
    {
        CompareRow &row = parent.children.emplace_back(CompareRow{.object = object, .standing = compared.standing()});
        addFields(row, compared);
    }

    bool m_onlyDifferences;
    QStringList m_words;
};

/// Once everything stands at its place.
void setParents(CompareRow &row)
{
    for (CompareRow &child : row.children) {
        child.parent = &row;
        setParents(child);
    }
}

} // namespace

ComparedPart CompareRow::part() const
{
    ComparedPart part{.field = field};
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [&](const ComparedService *service) { part.object = ObjectKey{service->key, {}}; },
                   [&](const Compared<RealServer> *server) {
                       const CompareRow *service = field ? parent->parent : parent;
                       part.object = ObjectKey{std::get<const ComparedService *>(service->object)->key,
                                               ComparedService::keyOf(*server)};
                   },
                   [&](const Compared<Timeouts> *) { part.object = TimeoutsKey{}; },
                   [&](const Compared<SyncDaemon> *daemon) {
                       part.object = (daemon->left ? daemon->left : daemon->right)->role;
                   },
               },
               object);
    return part;
}

std::shared_ptr<const CompareRows> makeCompareRows(std::shared_ptr<const Comparison> comparison,
                                                   const CompareFilter &filter)
{
    auto rows = std::make_shared<CompareRows>();
    rows->comparison = std::move(comparison);
    const RowMaker maker(filter);
    maker.addTimeouts(rows->root, rows->comparison->timeouts);
    for (const Compared<SyncDaemon> &daemon : rows->comparison->daemons)
        maker.addDaemon(rows->root, daemon);
    for (const ComparedService &service : rows->comparison->services)
        maker.addService(rows->root, service);
    setParents(rows->root);
    return rows;
}

} // namespace lvs
