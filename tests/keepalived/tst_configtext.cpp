// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/configtext.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace Qt::StringLiterals;
using Code = ConfigNote::Code;

namespace {

/// Statements as text: words in [ ], blocks in ( ).
QString drawn(const std::vector<Statement> &statements)
{
    QString text;
    for (const Statement &statement : statements) {
        if (!statement.condition.isEmpty())
            text += statement.condition + u' ';
        text += statement.kind == Statement::Kind::Definition ? u"$"_s
                : statement.kind == Statement::Kind::Sequence ? u"~"_s
                                                              : QString();
        QStringList words;
        for (const ConfigWord &word : statement.words)
            words += word.text;
        text += u'[' + words.join(u'|') + u']';
        if (statement.hasBlock)
            text += u'(' + drawn(statement.children) + u')';
    }
    return text;
}

QString drawnNotes(const ConfigText &config)
{
    QStringList notes;
    for (const ConfigNote &note : config.notes) {
        const TextPlace place = placeOf(config.text, note.span.start);
        notes += u"%1@%2:%3+%4"_s.arg(int(note.code)).arg(place.line).arg(place.column).arg(note.span.length);
    }
    return notes.join(u' ');
}

QString noteText(Code code, const QString &place)
{
    return u"%1@%2"_s.arg(int(code)).arg(place);
}

/// Writes the text anew from the statements and what stands between them.
class Printer
{
public:
    explicit Printer(const ConfigText &config)
        : m_config(config)
    {
    }

    QString print()
    {
        print(m_config.statements);
        copyTo(m_config.text.size());
        return m_printed;
    }

    QString between; ///< everything that is in no statement

private:
    void copyTo(qsizetype end)
    {
        QVERIFY(end >= m_at);
        const QString part = m_config.text.sliced(m_at, end - m_at);
        m_printed += part;
        between += part;
        m_at = end;
    }

    void emitPart(TextSpan span)
    {
        copyTo(span.start);
        m_printed += m_config.text.sliced(span.start, span.length);
        m_at = span.start + span.length;
    }

    void print(const std::vector<Statement> &statements)
    {
        for (const Statement &statement : statements) {
            if (statement.kind != Statement::Kind::Keyword) {
                emitPart(statement.span);
                continue;
            }
            if (!statement.condition.isEmpty())
                emitPart({statement.span.start, statement.condition.size()});
            for (const ConfigWord &word : statement.words)
                emitPart(word.span);
            if (!statement.hasBlock)
                continue;
            emitPart(statement.open);
            print(statement.children);
            if (statement.close.length > 0)
                emitPart(statement.close);
        }
    }

    const ConfigText &m_config;
    QString m_printed;
    qsizetype m_at = 0;
};

} // namespace

/// Where the statements of a keepalived.conf stand.
class ConfigTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsStatements_data();
    void findsStatements();
    void notes_data();
    void notes();
    void losesNothing_data();
    void losesNothing();
    void survivesAnyText();
    void findsPlaces();
};

void ConfigTextTest::findsStatements_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QString &text, const QString &found) {
        QTest::newRow(name) << text << found;
    };
    row("nothing", u""_s, u""_s);
    row("a line", u"weight 10\n"_s, u"[weight|10]"_s);
    row("no last line end", u"weight 10"_s, u"[weight|10]"_s);
    row("blanks around", u"\t weight\t10  \r\n"_s, u"[weight|10]"_s);
    row("comments", u"# a\n! b\nweight 10 # c\nretry 3 ! d\nalpha#e\n"_s, u"[weight|10][retry|3][alpha]"_s);
    row("no comment", u"path /\\#top\nquorum_up \"a # b ! c\"\n"_s, u"[path|/#top][quorum_up|a # b ! c]"_s);
    row("a block", u"a 1 {\n  b 2\n}\nc\n"_s, u"[a|1]([b|2])[c]"_s);
    row("a block below its keyword", u"a 1\n{\n b 2\n}\n"_s, u"[a|1]([b|2])"_s);
    row("a block on one line", u"a { b 1 }\n"_s, u"[a]([b|1])"_s);
    row("braces joined to words", u"a{b{\n}c\n}\n"_s, u"[a]([b]()[c])"_s);
    row("blocks in blocks", u"a {\n b {\n c\n }\n d\n}\n"_s, u"[a]([b]([c])[d])"_s);
    row("quotes", u"quorum_up \"/bin/x { a }\" user\n"_s, u"[quorum_up|/bin/x { a }|user]"_s);
    row("quotes within a word", u"a b\"c d\"e\n"_s, u"[a|b|c d|e]"_s);
    row("empty quotes", u"password \"\"\n"_s, u"[password|]"_s);
    row("conditions", u"@main weight 1\n@^main weight 2\n@alone\n"_s, u"@main [weight|1]@^main [weight|2]"_s);
    row("conditional block", u"@main a {\n b\n}\n"_s, u"@main [a]([b])"_s);
    row("a definition", u"$VIP=10.0.0.1\nvirtual_server $VIP 80 {\n}\n"_s, u"$[VIP][virtual_server|10.0.0.1|80]()"_s);
    row("in braces", u"$NET=10.0.0\na ${NET}.1 ${NET}.2/24\n"_s, u"$[NET][a|10.0.0.1|10.0.0.2/24]"_s);
    row("in quotes", u"$D=/etc/x\nquorum_up \"$D a ${D}/b\"\n"_s, u"$[D][quorum_up|/etc/x a /etc/x/b]"_s);
    row("redefined", u"$A=1\nx $A\n$A=2\nx $A\n"_s, u"$[A][x|1]$[A][x|2]"_s);
    row("not defined", u"script \"echo $HOME\"\nx $Y\n"_s, u"[script|echo $HOME][x|$Y]"_s);
    row("a definition of several lines", u"$RS= \\\n real_server 10.0.0.2 80 { \\\n } \\\n\nx\n"_s, u"$[RS][x]"_s);
    row("sequences", u"~SEQ(i,1,3) weight $i\n~LST(a,b) { x }\n"_s, u"~[~SEQ]~[~LST]"_s);
    row("includes", u"include conf.d/*.conf\nincluder /etc/{a,b}.conf\n"_s,
        u"[include|conf.d/*.conf][includer|/etc/{a,b}.conf]"_s);
    row("umlauts", u"router_id Büro\n"_s, u"[router_id|Büro]"_s);
    row("a brace that belongs to nothing", u"{ a }\nb\n"_s, u"[]([a])[b]"_s);
    row("too many closing braces", u"a {\n}\n}\nb\n"_s, u"[a]()[b]"_s);
    row("a block without end", u"a {\n b\n"_s, u"[a]([b])"_s);
}

void ConfigTextTest::findsStatements()
{
    QFETCH(QString, text);
    QTEST(drawn(readConfigText(u"x"_s, text).statements), "found");
}

void ConfigTextTest::notes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("notes");
    const auto row = [](const char *name, const QString &text, const QString &notes) {
        QTest::newRow(name) << text << notes;
    };
    row("none", u"a {\n b \"c\"\n}\n"_s, {});
    row("quote", u"a\n b \"c\n"_s, noteText(Code::UnmatchedQuote, u"2:4+2"_s));
    row("open", u"a\nb\n{\n}\n{\n}"_s, noteText(Code::UnexpectedOpen, u"5:1+1"_s));
    row("close", u"a }\n"_s, noteText(Code::UnexpectedClose, u"1:3+1"_s));
    row("end", u"a {\n b {\n c\n"_s,
        noteText(Code::MissingClose, u"1:3+1"_s) + u' ' + noteText(Code::MissingClose, u"2:4+1"_s));
    row("NUL", u"a\nb"_s + QChar(0) + u"c\n"_s, noteText(Code::ControlCharacter, u"2:2+1"_s));
    row("escape", u"a \x1b[0m\n"_s, noteText(Code::ControlCharacter, u"1:3+1"_s));
    row("long line", u"a\n# "_s + QString(1022, u'x') + u"\n"_s, noteText(Code::LineTooLong, u"2:1+1024"_s));
    row("longest line", u"# "_s + QString(1021, u'x') + u"\n"_s, {});
    row("long in UTF-8", QString(512, u'ü') + u"\n"_s, noteText(Code::LineTooLong, u"1:1+512"_s));
    row("deep", u"a{"_s.repeated(20) + u"b"_s + u"}"_s.repeated(20) + u"\n"_s, noteText(Code::TooDeep, u"1:34+1"_s));
}

void ConfigTextTest::notes()
{
    QFETCH(QString, text);
    QTEST(drawnNotes(readConfigText(u"x"_s, text)), "notes");
}

void ConfigTextTest::losesNothing_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(LVS_KEEPALIVED_DATA), {u"*.conf"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

/// Every character is in a statement, or is a blank or a comment; written anew the file is the same.
void ConfigTextTest::losesNothing()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const ConfigText config = readConfigText(path, text);
    Printer printer(config);
    QCOMPARE(printer.print(), text);
    for (const QString &line : printer.between.split(u'\n')) {
        const QString rest = line.trimmed();
        QVERIFY2(rest.isEmpty() || rest.startsWith(u'#') || rest.startsWith(u'!'), qPrintable(line));
    }
}

void ConfigTextTest::survivesAnyText()
{
    static const QStringList parts{u"virtual_server"_s,
                                   u"real_server"_s,
                                   u"10.0.0.1"_s,
                                   u"80"_s,
                                   u"{"_s,
                                   u"}"_s,
                                   u"\n"_s,
                                   u"\n"_s,
                                   u" "_s,
                                   u"\""_s,
                                   u"#"_s,
                                   u"!"_s,
                                   u"\\"_s,
                                   u"$A=1"_s,
                                   u"${A}"_s,
                                   u"$A"_s,
                                   u"@x "_s,
                                   u"~SEQ"_s,
                                   u"include "_s,
                                   u"weight"_s,
                                   u"\r"_s,
                                   u"\t"_s,
                                   QString(QChar(0)),
                                   QString(QChar(0xd800))};
    QRandomGenerator random(1);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (quint32 count = random.bounded(40u); count > 0; --count)
            text += parts[random.bounded(parts.size())];
        const ConfigText config = readConfigText(u"x"_s, text);
        Printer printer(config);
        if (config.notes.empty())
            QCOMPARE(printer.print(), text);
    }
}

void ConfigTextTest::findsPlaces()
{
    const QString text = u"ab\ncd\r\n\nx"_s;
    QCOMPARE(placeOf(text, 0), (TextPlace{1, 1}));
    QCOMPARE(placeOf(text, 2), (TextPlace{1, 3}));
    QCOMPARE(placeOf(text, 3), (TextPlace{2, 1}));
    QCOMPARE(placeOf(text, 8), (TextPlace{4, 1}));
    QCOMPARE(placeOf(text, 99), (TextPlace{4, 2}));
}

QTEST_GUILESS_MAIN(ConfigTextTest)
#include "tst_configtext.moc"
