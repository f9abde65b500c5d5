// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/httpanswer.h"

#include <QCryptographicHash>
#include <QTest>

using namespace lvs;
using State = HttpAnswer::State;

/// Answers of web servers, and what is none, whole and in pieces.
class TestHttpAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void endsBeforeTheConnectionDoes();
    void keepsLittle();
};

void TestHttpAnswer::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<State>("state"); ///< after the end
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArray &text, State state, int status, int size,
                        const QByteArray &line) { QTest::newRow(name) << text << state << status << size << line; };
    const QByteArray none;
    row("content", "HTTP/1.1 200 OK\r\nServer: x\r\n\r\nrs1\r\nmore\n", State::Complete, 200, 10, "rs1");
    row("length", "HTTP/1.0 404 Not Found\r\ncontent-LENGTH: 3\r\n\r\nabcdef", State::Complete, 404, 3, "abc");
    row("shorter than announced", "HTTP/1.0 200 OK\r\nContent-Length: 30\r\n\r\nabc", State::Complete, 200, 3, "abc");
    row("no content", "HTTP/1.1 204 No Content\r\n\r\n", State::Complete, 204, 0, none);
    row("no reason", "HTTP/1.1 503\r\n\r\nsorry", State::Complete, 503, 5, "sorry");
    row("first line empty", "HTTP/1.1 200 OK\r\n\r\n\nx", State::Complete, 200, 2, "");
    row("odd length", "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nabc", State::Complete, 200, 3, "abc");
    row("nothing", "", State::Nonsense, 0, 0, none);
    row("no end of the head", "HTTP/1.1 200 OK\r\nServer: x\r\n", State::Nonsense, 0, 0, none);
    row("another protocol", "SSH-2.0-OpenSSH_10.0\r\n\r\n", State::Nonsense, 0, 0, none);
    row("HTTP/2", "HTTP/2 200\r\n\r\n", State::Nonsense, 0, 0, none);
    row("no number", "HTTP/1.1 2x0 OK\r\n\r\n", State::Nonsense, 0, 0, none);
    row("number of four", "HTTP/1.1 2000 OK\r\n\r\n", State::Nonsense, 0, 0, none);
    row("number too large", "HTTP/1.1 600 OK\r\n\r\n", State::Nonsense, 0, 0, none);
    row("cut", "HTTP/1.1 20", State::Nonsense, 0, 0, none);
    row("long head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(HttpAnswer::largestHead, 'x'), State::Nonsense, 0, 0, none);
}

void TestHttpAnswer::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const State, state);
    QFETCH(const int, status);
    QFETCH(const int, size);
    QFETCH(const QByteArray, line);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), std::max<qsizetype>(text.size(), 1)}) {
        HttpAnswer answer;
        for (qsizetype at = 0; at < text.size(); at += piece)
            answer.add(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
        QCOMPARE(answer.end(), state);
        QCOMPARE(answer.status(), status);
        QCOMPARE(answer.contentSize(), size);
        QCOMPARE(answer.firstLineDigest(),
                 size == 0 ? QByteArray() : QCryptographicHash::hash(line, QCryptographicHash::Sha256));
    }
}

void TestHttpAnswer::endsBeforeTheConnectionDoes()
{
    HttpAnswer answer;
    QCOMPARE(answer.add("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab"), State::Content);
    QCOMPARE(answer.add("cd"), State::Complete);
    QCOMPARE(answer.add("ef"), State::Complete);
    QCOMPARE(answer.contentSize(), 4);
}

void TestHttpAnswer::keepsLittle()
{
    HttpAnswer answer;
    QCOMPARE(answer.add("HTTP/1.1 200 OK\r\n\r\n"), State::Content);
    const QByteArray piece(100'000, 'x');
    for (int count = 0; count < 10 && answer.state() == State::Content; ++count)
        answer.add(piece);
    QCOMPARE(answer.state(), State::Complete);
    QCOMPARE(answer.contentSize(), HttpAnswer::largestContent);
    QCOMPARE(answer.firstLineDigest(),
             QCryptographicHash::hash(piece.first(HttpAnswer::largestLine), QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"
