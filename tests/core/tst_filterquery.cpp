// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filterquery.h"
#include "tests/support/textcase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestFilterQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void saysWhereAndWhatIsWrong_data();
    void saysWhereAndWhatIsWrong();
    void completes_data();
    void completes();
    void survivesAnyText();

private:
    const std::vector<FilterKey> m_keys{
        {.name = u"state"_s, .values = FilterKey::Values::Choice, .choices = {u"serving"_s, u"drained"_s}},
        {.name = u"scheduler"_s},
        {.name = u"port"_s, .values = FilterKey::Values::Number, .smallest = 0, .largest = 65535},
        {.name = u"name"_s},
    };
};

/// "key=value" of each term, "-" before a negated one, "!" before one with a problem.
static QString drawn(const std::vector<FilterTerm> &terms, const std::vector<FilterKey> &keys)
{
    QStringList words;
    for (const FilterTerm &term : terms) {
        QString word = term.problem == FilterProblem::None ? u""_s : u"!"_s;
        word += term.isNegated ? u"-" : u"";
        word += term.keyIndex == FilterTerm::anyKey ? u"*"_s : keys[std::size_t(term.keyIndex)].name;
        words << word + u'=' + term.value;
    }
    return words.join(u" | ");
}

void TestFilterQuery::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("terms");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blanks") << u"  \t "_s << u""_s;
    QTest::newRow("free words") << u"web  10.11"_s << u"*=web | *=10.11"_s;
    QTest::newRow("keys") << u"state:drained port:80"_s << u"state=drained | port=80"_s;
    QTest::newRow("case") << u"STATE:Drained Web"_s << u"state=drained | *=web"_s;
    QTest::newRow("negated") << u"-state:drained -web"_s << u"-state=drained | -*=web"_s;
    QTest::newRow("quoted") << u"\"web shop\" name:\"web shop\""_s << u"*=web shop | name=web shop"_s;
    QTest::newRow("quoted in part") << u"web\" shop\""_s << u"*=web shop"_s;
    QTest::newRow("colon in quotes") << u"\"a b:c\""_s << u"*=a b:c"_s;
    QTest::newRow("address with port") << u"192.168.10.11:80"_s << u"*=192.168.10.11:80"_s;
    QTest::newRow("IPv6") << u"2001:db8::1 fe80::1 ::1"_s << u"*=2001:db8::1 | *=fe80::1 | *=::1"_s;
    QTest::newRow("IPv6 of letters") << u"face:b00c::1 [::1]:53"_s << u"*=face:b00c::1 | *=[::1]:53"_s;
    QTest::newRow("only a minus") << u"-"_s << u"*=-"_s;
    QTest::newRow("port 0") << u"port:0"_s << u"port=0"_s;
    QTest::newRow("value with colon") << u"name:a:b"_s << u"name=a:b"_s;
    QTest::newRow("Chinese") << u"name:网站"_s << u"name=网站"_s;
    QTest::newRow("an error leaves the rest") << u"colour:red port:80"_s << u"!*=red | port=80"_s;
}

void TestFilterQuery::reads()
{
    QFETCH(const QString, text);
    QTEST(drawn(parseFilter(text, m_keys), m_keys), "terms");
}

void TestFilterQuery::saysWhereAndWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterProblem>("problem");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("unknown key") << u"web colour:red"_s << FilterProblem::UnknownKey << 4 << 10;
    QTest::newRow("unknown negated key") << u"-colour:red"_s << FilterProblem::UnknownKey << 0 << 11;
    QTest::newRow("no value") << u"port:"_s << FilterProblem::ValueMissing << 0 << 5;
    QTest::newRow("empty value") << u"name:\"\""_s << FilterProblem::ValueMissing << 0 << 7;
    QTest::newRow("empty word") << u"\"\" web"_s << FilterProblem::ValueMissing << 0 << 2;
    QTest::newRow("no number") << u"port:http"_s << FilterProblem::NotANumber << 0 << 9;
    QTest::newRow("leading zero") << u"port:080"_s << FilterProblem::NotANumber << 0 << 8;
    QTest::newRow("too large") << u"port:65536"_s << FilterProblem::OutOfRange << 0 << 10;
    QTest::newRow("no choice") << u"state:tired"_s << FilterProblem::NotAChoice << 0 << 11;
    QTest::newRow("part of a choice") << u"state:drain"_s << FilterProblem::NotAChoice << 0 << 11;
    QTest::newRow("open quote") << u"80 name:\"web shop"_s << FilterProblem::QuoteOpen << 3 << 14;
}

void TestFilterQuery::saysWhereAndWhatIsWrong()
{
    QFETCH(const QString, text);
    QFETCH(const FilterProblem, problem);
    const auto terms = parseFilter(text, m_keys);
    const auto wrong =
        std::ranges::find_if(terms, [](const FilterTerm &term) { return term.problem != FilterProblem::None; });
    QVERIFY(wrong != terms.end());
    QCOMPARE(int(wrong->problem), int(problem));
    QTEST(int(wrong->whole.start), "start");
    QTEST(int(wrong->whole.length), "length");
}

void TestFilterQuery::completes_data()
{
    QTest::addColumn<QString>("text"); // "|" is the cursor
    QTest::addColumn<QString>("offers");
    QTest::addColumn<int>("start");
    QTest::newRow("keys") << u"s|"_s << u"state: scheduler:"_s << 0;
    QTest::newRow("a later key") << u"web po|"_s << u"port:"_s << 4;
    QTest::newRow("negated") << u"-na|"_s << u"name:"_s << 1;
    QTest::newRow("in the middle") << u"st| port:80"_s << u"state:"_s << 0;
    QTest::newRow("choices") << u"state:|"_s << u"serving drained"_s << 6;
    QTest::newRow("begun choice") << u"-state:d|"_s << u"drained"_s << 7;
    QTest::newRow("known values") << u"scheduler:w|"_s << u"wrr wlc"_s << 10;
    QTest::newRow("known value with a blank") << u"name:we|"_s << u"\"web shop\""_s << 5;
    QTest::newRow("nothing known") << u"port:8|"_s << u""_s << 5;
    QTest::newRow("unknown key") << u"colour:r|"_s << u""_s << 7;
    QTest::newRow("behind a blank") << u"web |"_s << u""_s << 0;
}

void TestFilterQuery::completes()
{
    QFETCH(QString, text);
    QFETCH(const int, start);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const std::vector<QStringList> known{{}, {u"wrr"_s, u"wlc"_s, u"rr"_s}, {}, {u"web shop"_s}};
    const FilterCompletion completion = completeFilter(text, cursor, m_keys, known);
    QTEST(completion.offers.join(u' '), "offers");
    QCOMPARE(completion.replaced.start, start);
    if (!completion.offers.isEmpty())
        QCOMPARE(completion.replaced.start + completion.replaced.length, cursor);
}

void TestFilterQuery::survivesAnyText()
{
    QRandomGenerator random(20240517);
    const std::vector<QStringList> known(m_keys.size());
    for (int round = 0; round < 20'000; ++round) {
        QString text = test::randomText(random, 30);
        if (round % 2)
            text.replace(u'x', u"-port:\""_s);
        qsizetype end = 0;
        for (const FilterTerm &term : parseFilter(text, m_keys)) {
            QVERIFY(term.whole.length > 0 && term.whole.start >= end); // in order, none within another
            end = term.whole.start + term.whole.length;
            QVERIFY(end <= text.size());
        }
        completeFilter(text, random.bounded(text.size() + 1), m_keys, known);
    }
}

QTEST_APPLESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
