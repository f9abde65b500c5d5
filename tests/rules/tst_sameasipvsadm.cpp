// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulefile.h"
#include "tests/rules/generatedrules.h"
#include "tests/rules/program/requesttext.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The compatible mode beside the program itself: the same lines refused, the same ones the end, the same objects.
class SameAsIpvsadmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines();
    void files();

private:
    static QString disagreement(const RuleLine &line, const RealIpvsadm::Line &real);
    RealIpvsadm m_program;
};

namespace {

QStringList textsOf(const std::vector<RealIpvsadm::Request> &requests)
{
    QStringList texts;
    for (const RealIpvsadm::Request &request : requests)
        texts << requestText(request);
    return texts;
}

QString shown(QString text)
{
    return text.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s).replace(QChar(0), u"\\0"_s);
}

} // namespace

/// What the reader says of a line against what the program does; empty if that is the same.
QString SameAsIpvsadmTest::disagreement(const RuleLine &line, const RealIpvsadm::Line &real)
{
    const bool isRefusedByKernel = real.requests.size() == 1 && namesTheImpossible(real.requests.front());
    const QStringList expected = line.command ? requestTexts(*line.command) : QStringList();
    const QStringList actual = textsOf(real.requests);
    if (line.endsReading != real.endsWith.has_value())
        return real.endsWith ? u"ends with %1"_s.arg(*real.endsWith) : u"goes on"_s;
    if (real.endsWith && *real.endsWith != line.exitStatus)
        return u"ends with %1, not %2"_s.arg(*real.endsWith).arg(line.exitStatus);
    if (isRefusedByKernel)
        return line.kind == RuleLine::Kind::Error && line.exitStatus == 255 ? QString() : u"the kernel refuses it"_s;
    if (expected != actual)
        return u"sends “%1”, not “%2”"_s.arg(actual.join(u';'), expected.join(u';'));
    return {};
}

void SameAsIpvsadmTest::lines()
{
    const int count = qEnvironmentVariableIsSet("LVS_TEST_FULL") ? 100'000 : 20'000;
    GeneratedRules generated(20261128);
    QStringList lines;
    QByteArrayList bytes;
    for (int i = 0; i < count; ++i) {
        lines << generated.line();
        bytes << lines.last().toUtf8();
    }
    const std::vector<RealIpvsadm::Line> real = m_program.lines(bytes);
    int accepted = 0;
    int ended = 0;
    QStringList disagreements;
    for (int i = 0; i < count; ++i) {
        const RuleLine line = readRuleLine(lines[i], RuleMode::Compatible);
        accepted += line.command.has_value();
        ended += line.endsReading;
        if (const QString difference = disagreement(line, real[size_t(i)]); !difference.isEmpty())
            disagreements << shown(lines[i]) + u" → "_s + difference;
    }
    qInfo("%d lines: %d accepted, %d end the reading", count, accepted, ended);
    QVERIFY2(disagreements.isEmpty(),
             qPrintable(u"%1: "_s.arg(disagreements.size()) +
                        disagreements.first(std::min(disagreements.size(), qsizetype(40))).join(u'\n')));
    QVERIFY(accepted > count / 4 && ended > count / 10);
}

void SameAsIpvsadmTest::files()
{
    const int count = qEnvironmentVariableIsSet("LVS_TEST_FULL") ? 10'000 : 2'000;
    GeneratedRules generated(8112);
    for (int i = 0; i < count; ++i) {
        const QString text = generated.file();
        const RealIpvsadm::Run run = m_program.restore(text.toUtf8());
        const RuleFile file = readRuleFile(text, RuleMode::Compatible);
        QStringList expected;
        const qsizetype end = file.lastLineRead().value_or(file.lineCount() - 1) + 1;
        for (qsizetype line = 0; line < end; ++line) {
            if (file.line(line).command)
                expected += requestTexts(*file.line(line).command);
        }
        QStringList actual;
        bool isRefusedByKernel = false;
        for (const RealIpvsadm::Request &request : run.requests) {
            isRefusedByKernel = isRefusedByKernel || namesTheImpossible(request);
            if (!namesTheImpossible(request))
                actual << requestText(request);
        }
        QVERIFY2(actual == expected,
                 qPrintable(shown(text) + u'\n' + actual.join(u'\n') + u"\n--\n"_s + expected.join(u'\n')));
        if (!isRefusedByKernel) // here nothing refuses
            QVERIFY2(run.exitStatus == file.exitStatus(),
                     qPrintable(shown(text) + u" %1 %2"_s.arg(run.exitStatus).arg(file.exitStatus())));
    }
}

QTEST_GUILESS_MAIN(SameAsIpvsadmTest)
#include "tst_sameasipvsadm.moc"
