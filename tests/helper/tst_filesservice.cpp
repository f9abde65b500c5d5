// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootfiles.h"
#include "core/boot/bootrules.h"
#include "helper/files/filesservice.h"
#include "helper/interface/convert.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace lvs;
using namespace Qt::StringLiterals;
using Answer = MockPolkit::Answer;

/// The service that writes the distribution's files, on files of a directory of the test.
class TestFilesService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void readsTheFiles();
    void writesDebian();
    void writesRhel();
    void changedFilesAreNotOverwritten();
    void changedFilesAskNobody();
    void bothFilesOrNeither();
    void saysWhatWouldNotComeBack();
    void filesItCantUnderstandStay();
    void writingNeedsAnAction_data();
    void writingNeedsAnAction();
    void strangersSeeNothing();
    void malformedCallsAskNobody_data();
    void malformedCallsAskNobody();
    void everythingElseStays();

private:
    struct Bench {
        bool start(const PolkitAuthority::Limits &limits = {});
        QString path(const QString &file) const { return root.filePath(u"etc/"_s + file); }
        QByteArray content(const QString &file) const;
        void put(const QString &file, const QByteArray &text) const;
        QVariant digest(const QString &file) const;
        std::optional<ErrorCode> writeDebian(const RuleState &state, bool interactive = false);
        std::optional<ErrorCode> writeRhel(const RuleState &state, bool interactive = false);
        std::vector<BootFile> read();

        test::PrivateBus bus;
        QTemporaryDir root;
        RecordingJournal journal;
        std::unique_ptr<MockPolkit> polkit;
        std::unique_ptr<PolkitAuthority> authority;
        std::unique_ptr<FilesService> service;
        std::unique_ptr<TestClient> client;
    };
    /// Begins anew with a polkit whose silence is soon taken for a no.
    void expectSilence();

    std::unique_ptr<Bench> m;
};

namespace {

const QString rulesFile = u"ipvsadm.rules"_s;
const QString defaultsFile = u"default/ipvsadm"_s;
const QString rhelFile = u"sysconfig/ipvsadm"_s;
const QByteArray installed = "# ours\nFOO=\"bar\"\nAUTO=\"false\"\n";

RuleState sample()
{
    RealServer limited = samples::server();
    limited.upperThreshold = 10;
    RuleState state{.timeouts = {900, 120, 300}, .daemons = {samples::daemon()}};
    state.table.setService(samples::service());
    state.table.setServers(samples::tcp(), {limited});
    return state;
}

QVariant argumentOf(const RuleState &state)
{
    return QVariant::fromValue(lvs::bus::toWire(state));
}

} // namespace

bool TestFilesService::Bench::start(const PolkitAuthority::Limits &limits)
{
    polkit = std::make_unique<MockPolkit>(bus.connect());
    polkit->setEveryAnswer(Answer::Yes);
    auto connection = bus.connect();
    const auto inquiries = bus.connect();
    authority = std::make_unique<PolkitAuthority>(inquiries, limits);
    service = std::make_unique<FilesService>(connection, inquiries, *authority, journal, root.path());
    client = std::make_unique<TestClient>(bus, lvs::bus::filesService);
    QDir(root.path()).mkpath(u"etc/default"_s);
    QDir(root.path()).mkpath(u"etc/sysconfig"_s);
    put(defaultsFile, installed);
    return service->registerObject() && connection.registerService(lvs::bus::filesServiceName);
}

QByteArray TestFilesService::Bench::content(const QString &file) const
{
    QFile present(path(file));
    return present.open(QIODevice::ReadOnly) ? present.readAll() : QByteArray();
}

void TestFilesService::Bench::put(const QString &file, const QByteArray &text) const
{
    QFile made(path(file));
    if (!made.open(QIODevice::WriteOnly) || made.write(text) != text.size())
        qFatal("can't write %s", qPrintable(file));
}

QVariant TestFilesService::Bench::digest(const QString &file) const
{
    return QFile::exists(path(file)) ? QCryptographicHash::hash(content(file), QCryptographicHash::Sha256)
                                     : QByteArray();
}

std::optional<ErrorCode> TestFilesService::Bench::writeDebian(const RuleState &state, bool interactive)
{
    return codeOf(
        client->call(u"WriteDebian"_s, {argumentOf(state), digest(rulesFile), digest(defaultsFile)}, interactive));
}

std::optional<ErrorCode> TestFilesService::Bench::writeRhel(const RuleState &state, bool interactive)
{
    return codeOf(client->call(u"WriteRhel"_s, {argumentOf(state), digest(rhelFile)}, interactive));
}

std::vector<BootFile> TestFilesService::Bench::read()
{
    std::vector<BootFile> files;
    const auto arguments = client->call(u"ReadFiles"_s).arguments();
    for (const QVariant &argument : arguments) {
        const auto data = lvs::bus::structureFrom<lvs::bus::BootFileData>(argument);
        files.push_back(lvs::bus::fromWire(data).value_or(BootFile()));
    }
    return files;
}

void TestFilesService::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start());
}

void TestFilesService::expectSilence()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start({.silent = std::chrono::milliseconds(300), .interactive = std::chrono::milliseconds(3000)}));
}

void TestFilesService::readsTheFiles()
{
    auto files = m->read();
    QCOMPARE(files.size(), 3u);
    QCOMPARE(files[0].state, BootFile::State::Missing);
    QCOMPARE(files[1].content, installed);
    QCOMPARE(files[2].state, BootFile::State::Missing);

    m->put(rhelFile, "-A -f 1\n");
    QVERIFY(QFile::link(m->path(defaultsFile), m->path(rulesFile)));
    files = m->read();
    QCOMPARE(files[0].state, BootFile::State::Unusable);
    QCOMPARE(files[2].content, "-A -f 1\n");

    // What only root may read is shown to root alone.
    QCOMPARE(::chmod(QFile::encodeName(m->path(rhelFile)).constData(), 0600), 0);
    QCOMPARE(m->read()[2].state, ::geteuid() == 0 ? BootFile::State::Present : BootFile::State::Hidden);
}

void TestFilesService::writesDebian()
{
    QVERIFY(!m->writeDebian(sample()));
    const auto expected = debianBootFiles(sample(), installed);
    QVERIFY(expected);
    QCOMPARE(m->content(rulesFile), expected->rules);
    QCOMPARE(m->content(defaultsFile), expected->defaults);
    QVERIFY(m->content(defaultsFile).startsWith("# ours\nFOO=\"bar\"\nAUTO=\"true\"\nDAEMON=\"backup\"\n"));
    const BootRules rules = readBootText(m->content(rulesFile));
    QCOMPARE(rules.state.table, sample().table);
    QVERIFY(rules.state.daemons.empty()); // DAEMON starts it
    QVERIFY(!m->writeDebian({}));         // the files are now others, and known as such
    QVERIFY(readBootText(m->content(rulesFile)).state.table.isEmpty());
    QVERIFY(!QFile::exists(m->path(rhelFile)));
}

void TestFilesService::writesRhel()
{
    QVERIFY(!m->writeRhel(sample()));
    QCOMPARE(m->content(rhelFile), rhelBootFile(sample()));
    QCOMPARE(readBootText(m->content(rhelFile)).state.daemons, sample().daemons);
    QCOMPARE(m->content(defaultsFile), installed);
    QVERIFY(!QFile::exists(m->path(rulesFile)));

    QVERIFY(QDir(m->root.path()).rename(u"etc/sysconfig"_s, u"etc/elsewhere"_s)); // not such a distribution
    QCOMPARE(m->writeRhel(sample()), ErrorCode::FileNotWritten);
}

void TestFilesService::changedFilesAreNotOverwritten()
{
    const QVariant none = QByteArray();
    const QVariant other = QByteArray(32, 'x');
    const QVariant state = argumentOf(sample());
    const auto write = [&](const QVariant &rules, const QVariant &defaults) {
        return codeOf(m->client->call(u"WriteDebian"_s, {state, rules, defaults}));
    };
    QCOMPARE(write(none, none), ErrorCode::Stale);
    QCOMPARE(write(none, other), ErrorCode::Stale);
    QCOMPARE(write(other, m->digest(defaultsFile)), ErrorCode::Stale);
    QCOMPARE(codeOf(m->client->call(u"WriteRhel"_s, {state, other})), ErrorCode::Stale);
    QCOMPARE(m->content(defaultsFile), installed);
    QVERIFY(!QFile::exists(m->path(rulesFile)));
    QVERIFY(!QFile::exists(m->path(rhelFile)));
}

void TestFilesService::changedFilesAskNobody()
{
    m->polkit->setAnswer(u"write-boot-files"_s, Answer::YesAfterPassword);
    const QVariant other = QByteArray(32, 'x');
    const QVariant none = QByteArray();
    const QVariant state = argumentOf(sample());
    QCOMPARE(codeOf(m->client->call(u"WriteDebian"_s, {state, other, m->digest(defaultsFile)}, true)),
             ErrorCode::Stale);
    QCOMPARE(codeOf(m->client->call(u"WriteDebian"_s, {state, none, other}, true)), ErrorCode::Stale);
    QCOMPARE(codeOf(m->client->call(u"WriteRhel"_s, {state, other}, true)), ErrorCode::Stale);
    QCOMPARE(m->polkit->prompts().size(), 0);
    QVERIFY(!m->writeRhel(sample(), true));
    QCOMPARE(m->polkit->prompts().size(), 1);
}

void TestFilesService::bothFilesOrNeither()
{
    QVERIFY(QDir(m->root.path()).rename(u"etc/default"_s, u"etc/elsewhere"_s));
    QCOMPARE(m->writeDebian(sample()), ErrorCode::FileNotWritten);
    QVERIFY(QDir(m->root.filePath(u"etc"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());

    m->put(rulesFile, "-A -f 1\n");
    QCOMPARE(m->writeDebian(sample()), ErrorCode::FileNotWritten);
    QCOMPARE(m->content(rulesFile), "-A -f 1\n");
}

void TestFilesService::saysWhatWouldNotComeBack()
{
    RuleState state = sample();
    VirtualService odd = samples::service(ServiceKey::forMark(7, Family::IPv4));
    odd.flags = ServiceFlag::Persistent;
    odd.persistenceTimeout = 300;
    odd.netmask = 24;
    state.table.setService(odd);
    QCOMPARE(m->writeDebian(state), ErrorCode::BootIncomplete);
    QCOMPARE(m->writeRhel(state), ErrorCode::BootIncomplete);
    for (const QString &file : {rulesFile, rhelFile})
        QCOMPARE(readBootText(m->content(file)).state.table, sample().table);
}

void TestFilesService::filesItCantUnderstandStay()
{
    m->put(defaultsFile, "AUTO=\"false\n");
    QCOMPARE(m->writeDebian(sample()), ErrorCode::FileNotUnderstood);
    QCOMPARE(m->content(defaultsFile), "AUTO=\"false\n");
    QVERIFY(!QFile::exists(m->path(rulesFile)));

    m->put(defaultsFile, installed);
    QVERIFY(QFile::link(m->path(rhelFile), m->path(rulesFile)));
    QCOMPARE(m->writeDebian(sample()), ErrorCode::Stale);
    QVERIFY(!QFile::exists(m->path(rhelFile)));
}

void TestFilesService::writingNeedsAnAction_data()
{
    addAnswers();
}

void TestFilesService::writingNeedsAnAction()
{
    QFETCH(const Answer, answer);
    QFETCH(const bool, interactive);
    QFETCH(const std::optional<ErrorCode>, code);
    QFETCH(const int, prompts);
    if (answer == Answer::Silent)
        expectSilence();
    m->polkit->setAnswer(u"write-boot-files"_s, answer);
    QCOMPARE(m->writeDebian(sample(), interactive), code);
    QCOMPARE(m->polkit->prompts().size(), prompts);
    QCOMPARE(m->content(defaultsFile) == installed, code.has_value());
    QCOMPARE(m->writeRhel(sample(), interactive), code);
    QCOMPARE(QFile::exists(m->path(rhelFile)), !code);
    QCOMPARE(m->read().size(), 3u); // looking does not depend on it
}

void TestFilesService::strangersSeeNothing()
{
    expectSilence();
    for (const Answer answer : {Answer::No, Answer::Fails, Answer::Nonsense, Answer::NoAgent, Answer::Silent}) {
        m->polkit->setEveryAnswer(answer);
        QCOMPARE(codeOf(m->client->call(u"ReadFiles"_s, {}, true)), ErrorCode::NotAuthorized);
        QCOMPARE(m->writeDebian(sample(), true), ErrorCode::NotAuthorized);
        QCOMPARE(m->writeRhel(sample(), true), ErrorCode::NotAuthorized);
    }
    QCOMPARE(m->content(defaultsFile), installed);
}

void TestFilesService::malformedCallsAskNobody_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    const QByteArray none;
    const auto wire = [&](const char *name, auto &&change) {
        lvs::bus::RuleStateData data = lvs::bus::toWire(sample());
        change(data);
        QTest::addRow("form: %s", name) << u"WriteRhel"_s << QVariantList{QVariant::fromValue(data), none};
    };
    for (const lvs::bus::Method &row : lvs::bus::filesMethodTable) {
        QTest::addRow("signature: %s with a text", row.name.latin1()) << QString(row.name) << QVariantList{u"x"_s};
        QTest::addRow("signature: %s with a path", row.name.latin1())
            << QString(row.name) << QVariantList{u"/etc/passwd"_s, argumentOf(sample())};
    }
    QTest::newRow("digest of 31") << u"WriteRhel"_s << QVariantList{argumentOf(sample()), QByteArray(31, 'x')};
    QTest::newRow("second digest") << u"WriteDebian"_s << QVariantList{argumentOf(sample()), none, QByteArray(33, 'x')};
    wire("service twice", [](auto &d) { d.entries += d.entries; });
    wire("server twice", [](auto &d) { d.entries[0].servers += d.entries[0].servers; });
    wire("daemon twice", [](auto &d) { d.daemons += d.daemons; });
    wire("three daemons", [](auto &d) { d.daemons = d.daemons + d.daemons + d.daemons; });
    wire("scheduler with a line", [](auto &d) { d.entries[0].service.scheduler = u"rr\n--set"_s; });
    wire("engine with a blank", [](auto &d) { d.entries[0].service.engine = u"sip -o"_s; });
    wire("interface with a line", [](auto &d) { d.daemons[0].interface = u"eth0\nx"_s; });
    wire("interface with a path", [](auto &d) { d.daemons[0].interface = u"../eth0"_s; });
    wire("address", [](auto &d) { d.entries[0].servers[0].address = "abc"; });
    wire("weight", [](auto &d) { d.entries[0].servers[0].weight = ~0U; });
    wire("timeout", [](auto &d) { d.timeouts.tcp = 2'678'401; });
    wire("sync ID", [](auto &d) { d.daemons[0].syncId = 256; });
    wire("sync group", [](auto &d) { d.daemons[0].group = QByteArray::fromHex("0a000001"); });
    wire("length of messages", [](auto &d) { d.daemons[0].maxLength = 65535; });
    wire("family", [](auto &d) { d.entries[0].service.key.family = 1; });
}

void TestFilesService::malformedCallsAskNobody()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    m->polkit->setEveryAnswer(Answer::YesAfterPassword);
    QCOMPARE(m->client->call(method, arguments, true).type(), QDBusMessage::ErrorMessage);
    QVERIFY(m->polkit->questions().isEmpty());
    QCOMPARE(m->content(defaultsFile), installed);
    QVERIFY(!QFile::exists(m->path(rhelFile)));
}

void TestFilesService::everythingElseStays()
{
    m->put(u"passwd"_s, "root\n");
    QVERIFY(!m->writeDebian(sample()));
    QVERIFY(!m->writeRhel(sample()));
    QStringList files;
    for (const QString &directory : {u"etc"_s, u"etc/default"_s, u"etc/sysconfig"_s})
        files += QDir(m->root.filePath(directory)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(files, (QStringList{u"ipvsadm.rules"_s, u"passwd"_s, u"ipvsadm"_s, u"ipvsadm"_s}));
}

QTEST_GUILESS_MAIN(TestFilesService)
#include "tst_filesservice.moc"
