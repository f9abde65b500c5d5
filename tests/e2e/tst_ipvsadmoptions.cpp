// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ipvsadmhelp.h"
#include "tests/e2e/journeys.h"
#include "tests/e2e/labdirector.h"
#include "tests/lab/labhost.h"

#include <QTest>

using namespace lvs;
using namespace lvs::e2e;
using namespace Qt::StringLiterals;

/// Nobody needs ipvsadm to edit a table: whatever its help names is reached from the shipped console, and ipvsadm sees
/// it. One console makes all journeys, one after the other, as root on the lab's director.
class TestIpvsadmOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void everyOptionHasAJourney();
    void savedRulesShowTheirOptions();
    void journeys_data();
    void journeys();

private:
    void start();
    void begin(const Journey &journey);

    std::unique_ptr<LabDirector> m_director; ///< as a console knows it that starts for the first time
    std::unique_ptr<Console> m_console;
};

namespace {

QList<Journey> everyJourney()
{
    return serviceJourneys() + serverJourneys() + tableJourneys() + systemJourneys() + looks();
}

const QString fromTheBeginning = u"ipvsadm -C; ipvsadm --set 900 120 300; ipvsadm --stop-daemon master 2>/dev/null; "
                                 "ipvsadm --stop-daemon backup 2>/dev/null; true; "_s;

QStringList linesOf(const QString &command)
{
    QStringList lines;
    for (const QString &line : lab::need(u"director"_s, command).split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.simplified());
    return lines;
}

/// "TCP 172.18.100.6:80 rr", "-> 192.168.10.11:80 Masq 1 0 0"
Rows rowsOf(const QStringList &listing)
{
    Rows rows;
    QString service;
    for (const QString &line : listing) {
        const QStringList words = line.split(u' ');
        if (words[0] == u"->")
            rows[{service, words[1]}] = words[3];
        else
            rows[{service = words[0] + u' ' + words[1]}] = words[2];
    }
    return rows;
}

} // namespace

void TestIpvsadmOptions::initTestCase()
{
    QTest::setThrowOnFail(true);
}

void TestIpvsadmOptions::cleanup()
{
    if (QTest::currentTestFailed())
        m_console.reset(); // the next journey starts one without an open dialog or a draft
}

void TestIpvsadmOptions::cleanupTestCase()
{
    m_console.reset();
    lab::need(u"director"_s, fromTheBeginning);
}

void TestIpvsadmOptions::start()
{
    m_director = std::make_unique<LabDirector>();
    m_console = std::make_unique<Console>();
    m_console->start(QStringList{u"--language"_s, u"en"_s} + m_director->connectArguments(u"root"_s));
    m_console->confirmHostKey();
    m_console->unlockEditing();
}

/// The console shows an empty table in between, so that no row is left from the journey before.
void TestIpvsadmOptions::begin(const Journey &journey)
{
    lab::need(u"director"_s, fromTheBeginning);
    if (!m_console)
        start();
    m_console->showPage(u"Services"_s);
    m_console->awaitRows({});
    if (journey.before.isEmpty())
        return;
    lab::need(u"director"_s, journey.before);
    m_console->awaitRows(rowsOf(linesOf(u"ipvsadm -Ln"_s).sliced(3)));
}

void TestIpvsadmOptions::everyOptionHasAJourney()
{
    const QStringList known = optionsOfHelp(lab::need(u"director"_s, u"ipvsadm --help"_s));
    QVERIFY(known.size() > 50);
    QStringList reached;
    for (const Journey &journey : everyJourney())
        reached += journey.options;
    reached.removeDuplicates();
    reached.sort();
    for (const QString &option : known)
        QVERIFY2(reached.contains(option), qPrintable(u"no journey reaches "_s + option));
    for (const QString &option : reached)
        QVERIFY2(known.contains(option), qPrintable(u"ipvsadm has no "_s + option));
}

/// A journey that claims an option of a rule ends with a rule that has it.
void TestIpvsadmOptions::savedRulesShowTheirOptions()
{
    for (const Journey &journey : serviceJourneys() + serverJourneys()) {
        const QString commands = u" --edit-service --delete-service --edit-server --delete-server --save --numeric "_s;
        if (journey.witness != u"ipvsadm -Sn")
            continue;
        const QStringList words = journey.lines.join(u' ').split(u' ');
        for (const QString &option : journey.options) {
            const QStringList spellings = option.split(u' ');
            const bool isShown = std::ranges::any_of(spellings, [&](const QString &s) { return words.contains(s); });
            QVERIFY2(isShown || commands.contains(u' ' + spellings[0] + u' '),
                     qPrintable(u"“%1” does not end with %2"_s.arg(QLatin1StringView(journey.name), option)));
        }
    }
}

void TestIpvsadmOptions::journeys_data()
{
    QTest::addColumn<Journey>("journey");
    for (const Journey &journey : everyJourney())
        QTest::newRow(journey.name) << journey;
}

void TestIpvsadmOptions::journeys()
{
    QFETCH(const Journey, journey);
    begin(journey);
    journey.go(*m_console);
    if (!journey.witness.isEmpty()) {
        m_console->apply();
        QCOMPARE(linesOf(journey.witness), journey.lines);
    }
    QVERIFY2(!m_console->canApply(), "a draft is left");
}

QTEST_GUILESS_MAIN(TestIpvsadmOptions)
#include "tst_ipvsadmoptions.moc"
