// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/rulehighlighter.h"
#include "core/rules/optiontable.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the syntax definition makes of rule files, compared with references kept beside them
/// (tests/data/highlighting/renew writes them anew).
class TestHighlighting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void definitionIsThere();
    void knowsTheOptionsOfIpvsadm();
    void files_data();
    void files();
    void linesStandAlone();
};

namespace {

/// Writes each part of a line with the name of its style: "<Command>-A</Command>".
class Printer : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Printer() { setDefinition(lvs::ruleSyntax()); }
    QString print(const QString &line)
    {
        m_line = line;
        m_printed.clear();
        m_state = highlightLine(line, {});
        return m_printed;
    }
    const KSyntaxHighlighting::State &state() const { return m_state; }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QString part = m_line.sliced(offset, length);
        const QString name = format.name();
        m_printed += name == u"Text" || name.isEmpty() ? part : u"<%1>%2</%1>"_s.arg(name, part);
    }

private:
    QString m_line;
    QString m_printed;
    KSyntaxHighlighting::State m_state;
};

const QDir folder(QStringLiteral(LVS_HIGHLIGHTING));

QString contents(const QString &name)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestHighlighting::definitionIsThere()
{
    const auto definition = lvs::ruleSyntax();
    QVERIFY(definition.isValid());
    QVERIFY(!definition.includedDefinitions().contains(definition));
}

void TestHighlighting::knowsTheOptionsOfIpvsadm()
{
    QStringList commands;
    QStringList options;
    Printer printer;
    for (const lvs::RuleSpec &spec : lvs::ruleSpecs()) {
        const bool isCommand = std::holds_alternative<lvs::RuleVerb>(spec.meaning);
        if (!spec.longName.isEmpty())
            (isCommand ? commands : options) << u"--"_s + spec.longName;
        if (spec.shortName == 0)
            continue;
        const QString name = u"-%1"_s.arg(QLatin1Char(spec.shortName));
        QCOMPARE(printer.print(name), u"<%1>%2</%1>"_s.arg(isCommand ? u"Command"_s : u"Option"_s, name));
    }
    const auto sorted = [](QStringList names) {
        names.sort();
        return names;
    };
    const auto definition = lvs::ruleSyntax();
    QCOMPARE(sorted(definition.keywordList(u"longCommands"_s)), sorted(commands));
    QCOMPARE(sorted(definition.keywordList(u"longOptions"_s)), sorted(options));
}

void TestHighlighting::files_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : folder.entryList({u"*.rules"_s}))
        QTest::newRow(qPrintable(name)) << name;
}

void TestHighlighting::files()
{
    QFETCH(const QString, name);
    Printer printer;
    QStringList printed;
    for (const QString &line : contents(name).split(u'\n'))
        printed << printer.print(line);
    const QString reference = name + u".reference"_s;
    if (qEnvironmentVariableIsSet("LVS_RENEW_REFERENCES")) {
        QFile file(folder.filePath(reference));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(printed.join(u'\n').toUtf8());
        return;
    }
    const QStringList expected = contents(reference).split(u'\n');
    for (qsizetype i = 0; i < std::max(printed.size(), expected.size()); ++i)
        QCOMPARE(printed.value(i), expected.value(i));
}

/// The editor colours lines out of their order.
void TestHighlighting::linesStandAlone()
{
    Printer printer;
    printer.print(u"-A -t 10.0.0.1:80 \\"_s);
    const auto first = printer.state();
    printer.print(u"# comment"_s);
    QVERIFY(printer.state() == first);
}

QTEST_GUILESS_MAIN(TestHighlighting)
#include "tst_highlighting.moc"
