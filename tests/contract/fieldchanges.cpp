// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fieldchanges.h"

#include "core/apply/applier.h"
#include "tests/support/readtable.h"

#include <QTest>

namespace lvs {

using contract::GeneratedTable;

namespace {

constexpr int services = 80;
constexpr int servers = 120;
/// Every field must fit at least so many of them.
constexpr int fewest = 15;

QString firstDifference(const IpvsTable &actual, const IpvsTable &wanted)
{
    QStringList commands;
    for (const Operation &operation : difference(actual, wanted).operations)
        commands += commandsFor(operation);
    return commands.isEmpty() ? QStringLiteral("the order of servers") : commands.front();
}

} // namespace

void FieldChanges::initTestCase()
{
    m_backend.execute(std::vector<Operation>{ClearTable{}});
    m_table = m_generator.table(services, servers);
    QCOMPARE(m_table.entries().size(), size_t(services));
    QCOMPARE(m_table.serverCount(), servers);
    std::vector<Operation> operations;
    for (const auto &[key, entry] : m_table.entries()) {
        operations.push_back(AddService{entry.service});
        for (auto server = entry.servers.rbegin(); server != entry.servers.rend(); ++server)
            operations.push_back(AddServer{key, *server});
    }
    const ApplyReport report = Applier(m_backend).apply({operations});
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    verify();
}

void FieldChanges::cleanupTestCase()
{
    m_backend.execute(std::vector<Operation>{ClearTable{}});
}

void FieldChanges::apply(const Operation &operation)
{
    const ApplyReport report = Applier(m_backend).apply({{operation}});
    QVERIFY2(report.outcome == ApplyOutcome::Applied && !report.error,
             qPrintable(commandsFor(operation).join(QLatin1Char('\n'))));
    const auto table = test::readTable(m_backend);
    QVERIFY(table);
    QVERIFY2(*table == m_table, qPrintable(commandsFor(operation).join(QLatin1Char('\n')) + QStringLiteral(" left: ") +
                                           firstDifference(*table, m_table)));
}

void FieldChanges::verify()
{
    const auto table = test::readTable(m_backend);
    QVERIFY(table);
    QVERIFY2(*table == m_table, qPrintable(firstDifference(*table, m_table)));
    const QString seen = m_witness ? m_witness(m_table) : QString();
    QVERIFY2(seen.isEmpty(), qPrintable(seen));
}

void FieldChanges::serviceField_data()
{
    QTest::addColumn<GeneratedTable::ServiceField>("field");
    for (const auto &field : GeneratedTable::serviceFields())
        QTest::newRow(field.name) << field;
}

void FieldChanges::serviceField()
{
    QFETCH(const GeneratedTable::ServiceField, field);
    int changes = 0;
    const IpvsTable before = m_table;
    for (const auto &[key, entry] : before.entries()) {
        const auto changed = m_generator.changed(field, entry.service);
        if (!changed)
            continue;
        m_table.setService(*changed);
        apply(EditService{entry.service, *changed});
        ++changes;
    }
    QCOMPARE_GE(changes, fewest);
    verify();
}

void FieldChanges::serverField_data()
{
    QTest::addColumn<GeneratedTable::ServerField>("field");
    for (const auto &field : GeneratedTable::serverFields())
        QTest::newRow(field.name) << field;
}

void FieldChanges::serverField()
{
    QFETCH(const GeneratedTable::ServerField, field);
    int changes = 0;
    const IpvsTable before = m_table;
    for (const auto &[key, entry] : before.entries()) {
        std::vector<RealServer> list = entry.servers;
        for (RealServer &server : list) {
            const auto changed = m_generator.changed(field, server, key);
            if (!changed)
                continue;
            const EditServer edit{key, server, *changed};
            server = *changed;
            m_table.setServers(key, list);
            apply(edit);
            ++changes;
        }
    }
    QCOMPARE_GE(changes, fewest);
    verify();
}

} // namespace lvs
