// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class RulePlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAFileStandsFor_data();
    void whatAFileStandsFor();
};

void RulePlanTest::whatAFileStandsFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTable");
    const auto row = [](const char *name, const QString &text, bool isTable) {
        QTest::newRow(name) << text << isTable;
    };
    const QString web = u"-A -t 172.18.100.6:80\n"_s;
    row("empty", {}, false);
    row("comments", u"# later\n"_s, false);
    row("saved", web + u"-a -t 172.18.100.6:80 -r 192.168.10.11 -m\n-A -f 1\n"_s, true);
    row("settings beside", web + u"--set 900 120 300\n--start-daemon master\n-L\n"_s, true);
    row("settings alone", u"--set 900 120 300\n"_s, false);
    row("cleared first", u"-C\n"_s + web, true);
    row("cleared", u"-C\n"_s, false);
    row("edited after it was added", web + u"-E -t 172.18.100.6:80 -s rr\n-Z -t 172.18.100.6:80\n"_s, true);
    row("edited before it is added", u"-E -t 172.18.100.6:80 -s rr\n"_s + web, false);
    row("edits another one", web + u"-E -f 1 -s rr\n"_s, false);
    row("edits a server", web + u"-e -f 1 -r 192.168.10.11 -m -w 0\n"_s, false);
    row("removes a server", web + u"-d -f 1 -r 192.168.10.11\n"_s, false);
    row("removes one", web + u"-D -f 1\n"_s, false);
    row("zeroes one", web + u"-Z -f 1\n"_s, false);
    row("zeroes all", web + u"-Z\n"_s, true);
    row("only servers", u"-a -f 1 -r 192.168.10.11 -m\n"_s, false);
    row("server of a service that is misspelt", web + u"-a -t 172.18.100.6:8 -r 192.168.10.11 -m\n"_s, true);
    row("with errors", web + u"-A -t nonsense\n"_s, true);
}

void RulePlanTest::whatAFileStandsFor()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isTable);
    QCOMPARE(startOf(readRuleFile(text, RuleMode::Friendly)),
             isTable ? RuleStart::EmptyTable : RuleStart::PresentState);
}

QTEST_APPLESS_MAIN(RulePlanTest)
#include "tst_ruleplan.moc"
