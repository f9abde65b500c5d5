// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/hostnames.h"
#include "tests/support/objects.h"

#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Names of addresses, from a name service that answers when the test says so.
class TestHostNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksNothingUntilSwitchedOn();
    void asksAFewAtOnce();
    void asksOnce();
    void forgetsWhatIsOutOfSight();
    void addressesWithoutANameStayBare();
    void namesThatComeTogetherMakeOneChange();

private:
    static std::vector<IpAddress> addresses(int count);
    void answer(const QString &name)
    {
        const auto first = m_asked.front();
        m_asked.erase(m_asked.begin());
        first.second(name);
    }

    std::vector<std::pair<IpAddress, std::function<void(const QString &)>>> m_asked;
    std::unique_ptr<HostNames> m_names;
};

std::vector<IpAddress> TestHostNames::addresses(int count)
{
    std::vector<IpAddress> addresses;
    for (int host = 1; host <= count; ++host)
        addresses.push_back(server(host).key.address);
    return addresses;
}

void TestHostNames::init()
{
    m_asked.clear();
    m_names = std::make_unique<HostNames>(
        [this](const IpAddress &address, auto answer) { m_asked.emplace_back(address, answer); }, nullptr);
}

void TestHostNames::asksNothingUntilSwitchedOn()
{
    m_names->want(addresses(3));
    QCOMPARE(m_asked.size(), 0);
    m_names->setEnabled(true);
    QCOMPARE(m_asked.size(), 3);
    answer(u"rs1.example.net"_s);
    QCOMPARE(m_names->nameOf(addresses(1)[0]), u"rs1.example.net"_s);
    m_names->setEnabled(false);
    QVERIFY(m_names->nameOf(addresses(1)[0]).isEmpty());
}

void TestHostNames::asksAFewAtOnce()
{
    m_names->setEnabled(true);
    m_names->want(addresses(100));
    QCOMPARE(m_asked.size(), HostNames::mostAtOnce);
    QCOMPARE(m_asked.front().first, addresses(1)[0]); // from the top
    answer({});
    QCOMPARE(m_asked.size(), HostNames::mostAtOnce);
    for (int left = 99; left > 0; --left)
        answer({});
    QCOMPARE(m_asked.size(), 0);
}

void TestHostNames::asksOnce()
{
    m_names->setEnabled(true);
    m_names->want(addresses(1));
    m_names->want(addresses(1)); // still under way
    QCOMPARE(m_asked.size(), 1);
    answer(u"rs1.example.net"_s);
    m_names->want(addresses(1));
    QCOMPARE(m_asked.size(), 0);
}

void TestHostNames::forgetsWhatIsOutOfSight()
{
    m_names->setEnabled(true);
    m_names->want(addresses(100));
    m_names->want({ip(u"203.0.113.1")});
    for (int i = 0; i < HostNames::mostAtOnce; ++i)
        answer({});
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked.front().first, ip(u"203.0.113.1"));
}

void TestHostNames::addressesWithoutANameStayBare()
{
    m_names->setEnabled(true);
    m_names->want(addresses(1));
    answer({});
    QVERIFY(m_names->nameOf(addresses(1)[0]).isEmpty());
    m_names->want(addresses(1));
    QCOMPARE(m_asked.size(), 0); // not again and again
}

void TestHostNames::namesThatComeTogetherMakeOneChange()
{
    m_names->setEnabled(true);
    QSignalSpy changed(m_names.get(), &HostNames::changed);
    m_names->want(addresses(3));
    for (int i = 0; i < 3; ++i)
        answer(u"rs.example.net"_s);
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestHostNames)
#include "tst_hostnames.moc"
