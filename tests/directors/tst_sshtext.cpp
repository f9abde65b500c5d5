// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/agenttext.h"
#include "app/directors/sshcommand.h"
#include "app/directors/ssherror.h"
#include "app/directors/sshprompt.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What goes to ssh and what comes back from it and from pkttyagent, as text.
class TestSshText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loginArguments_data();
    void loginArguments();
    void channelArguments();
    void hostKeyQuestions_data();
    void hostKeyQuestions();
    void dubiousHostKeys_data();
    void dubiousHostKeys();
    void secretQuestions_data();
    void secretQuestions();
    void errors_data();
    void errors();
    void changedKeyNamesItsFingerprint();
    void agentAsksOnePerson();
    void agentAsksForAPersonFirst();
    void agentTextInPieces();
    void agentOutcomes_data();
    void agentOutcomes();
};

namespace {

// As OpenSSH 9.2 and 10.0 print them.
const QString unknownKey = uR"(The authenticity of host 'director-1 (172.18.100.6)' can't be established.
ED25519 key fingerprint is SHA256:MmpOHRT87tNDdKqtcWbEp2N1TeSmGBU9IjUMa5GJh00.
This key is not known by any other names.
Are you sure you want to continue connecting (yes/no/[fingerprint])? )"_s;
const QString changedKey = uR"(@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
The fingerprint for the ED25519 key sent by the remote host is
SHA256:fT3gi1TpVTLSUYbrJwEOPRMn+iGyRgg//g7KloBfefg.
Please contact your system administrator.
Offending ED25519 key in /home/ann/.ssh/known_hosts:1
Host key for director-1 has changed and you have requested strict checking.
Host key verification failed.
)"_s;
const QByteArray oneIdentity = "lvs-console-agent-ready\r\n"
                               "\x1b[1;31m==== AUTHENTICATING FOR org.lvsconsole.helper1.edit-servers ====\r\n"
                               "\x1b[0mChange real servers of this director\r\n"
                               "Authenticating as: Administrator (root)\r\n"
                               "Password: ";

const QStringList loginOptions{
    u"-o"_s, u"ControlPersist=no"_s,
    u"-o"_s, u"StrictHostKeyChecking=ask"_s,
    u"-o"_s, u"NoHostAuthenticationForLocalhost=no"_s,
    u"-o"_s, u"VerifyHostKeyDNS=no"_s,
    u"-o"_s, u"UpdateHostKeys=no"_s,
    u"-o"_s, u"ForwardAgent=no"_s,
    u"-o"_s, u"ForwardX11=no"_s,
    u"-o"_s, u"ClearAllForwardings=yes"_s,
    u"-o"_s, u"Tunnel=no"_s,
    u"-o"_s, u"GSSAPIDelegateCredentials=no"_s,
    u"-o"_s, u"PermitLocalCommand=no"_s,
    u"-o"_s, u"RemoteCommand=none"_s,
    u"-o"_s, u"SessionType=default"_s,
    u"-o"_s, u"StdinNull=no"_s,
    u"-o"_s, u"ForkAfterAuthentication=no"_s,
    u"-o"_s, u"EscapeChar=none"_s,
    u"-o"_s, u"BatchMode=no"_s,
    u"-o"_s, u"NumberOfPasswordPrompts=3"_s,
    u"-o"_s, u"ConnectTimeout=10"_s,
    u"-o"_s, u"ServerAliveInterval=5"_s,
    u"-o"_s, u"ServerAliveCountMax=3"_s,
    u"-o"_s, u"LogLevel=INFO"_s,
};

} // namespace

void TestSshText::loginArguments_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("configFile");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");

    const QStringList master{u"-T"_s, u"-M"_s, u"-S"_s, u"/run/user/1000/lvs-a/ctl"_s};
    QTest::newRow("host") << u"director-1"_s << QString() << master << QStringList{u"--"_s, u"director-1"_s, u"cat"_s};
    QTest::newRow("user and port") << u"ann@director-1:2222"_s << QString() << master
                                   << QStringList{u"-l"_s, u"ann"_s,        u"-p"_s, u"2222"_s,
                                                  u"--"_s, u"director-1"_s, u"cat"_s};
    QTest::newRow("IPv6 with zone") << u"root@[fe80::1%eth0]:22"_s << QString() << master
                                    << QStringList{u"-l"_s, u"root"_s,         u"-p"_s, u"22"_s,
                                                   u"--"_s, u"fe80::1%eth0"_s, u"cat"_s};
    QTest::newRow("configuration") << u"director-1"_s << u"/etc/lab config"_s
                                   << master + QStringList{u"-F"_s, u"/etc/lab config"_s}
                                   << QStringList{u"--"_s, u"director-1"_s, u"cat"_s};
}

void TestSshText::loginArguments()
{
    QFETCH(QString, target);
    QFETCH(QString, configFile);
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    const SshCommand command(*SshTarget::fromText(target), u"/run/user/1000/lvs-a/ctl"_s, configFile);
    QCOMPARE(command.login(), before + loginOptions + after);
}

void TestSshText::channelArguments()
{
    const SshCommand command(*SshTarget::fromText(u"ann@director-1:2222"_s), u"/run/lvs/ctl"_s, u"/etc/config"_s);
    const QStringList middle{u"-S"_s, u"/run/lvs/ctl"_s,     u"-F"_s, u"none"_s,
                             u"-o"_s, u"ControlMaster=no"_s, u"-o"_s, u"ProxyCommand=false"_s,
                             u"-o"_s, u"BatchMode=yes"_s,    u"-o"_s, u"ForwardAgent=no"_s,
                             u"-o"_s, u"ForwardX11=no"_s,    u"-o"_s, u"ClearAllForwardings=yes"_s,
                             u"-o"_s, u"EscapeChar=none"_s,  u"-o"_s, u"LogLevel=ERROR"_s,
                             u"--"_s, u"director-1"_s};
    QCOMPARE(command.channel({u"cat"_s, u"/proc/net/ip_vs"_s}),
             QStringList{u"-T"_s} + middle + QStringList({u"cat"_s, u"/proc/net/ip_vs"_s}));
    QCOMPARE(command.channel({u"agent"_s}, SshCommand::Terminal::Allocate),
             QStringList{u"-tt"_s} + middle + QStringList{u"agent"_s});
    QCOMPARE(command.connection({*IpAddress::fromText(u"fd00::1"), 80}),
             (QStringList{u"-T"_s, u"-W"_s, u"[fd00::1]:80"_s} + middle));
}

void TestSshText::hostKeyQuestions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("keyType");
    QTest::addColumn<QString>("fingerprint");

    const QString fingerprint = u"SHA256:MmpOHRT87tNDdKqtcWbEp2N1TeSmGBU9IjUMa5GJh00"_s;
    QTest::newRow("unknown") << unknownKey << u"director-1 (172.18.100.6)"_s << u"ED25519"_s << fingerprint;
    QTest::newRow("with a colon") << QString(unknownKey).replace("fingerprint is"_L1, "fingerprint is:"_L1)
                                  << u"director-1 (172.18.100.6)"_s << u"ED25519"_s << fingerprint;
    QTest::newRow("known elsewhere") << QString(unknownKey)
                                            .replace("This key is not known by any other names."_L1,
                                                     "This host key is known by the following other "
                                                     "names/addresses:\n    ~/.ssh/known_hosts:3: x"_L1)
                                     << u"director-1 (172.18.100.6)"_s << u"ED25519"_s << fingerprint;
}

void TestSshText::hostKeyQuestions()
{
    QFETCH(QString, text);
    const SshQuestion question = classifyPrompt(text, {});
    QVERIFY(std::holds_alternative<HostKeyQuestion>(question));
    const auto &key = std::get<HostKeyQuestion>(question);
    QTEST(key.host, "host");
    QTEST(key.keyType, "keyType");
    QTEST(key.fingerprint, "fingerprint");
}

void TestSshText::dubiousHostKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fingerprint");
    QTest::newRow("of another type than the known one")
        << QString(unknownKey)
               .replace("established.\n"_L1,
                        "established\nbut keys of different type are already known for this host.\n"_L1)
        << u"SHA256:MmpOHRT87tNDdKqtcWbEp2N1TeSmGBU9IjUMa5GJh00"_s;
    QTest::newRow("without ssh's answers")
        << u"The authenticity of host 'x' can't be established.\nED25519 key fingerprint is y.\n"_s << u"y"_s;
    QTest::newRow("in other words") << u"The authenticity of host 'x' is fine. Password: "_s << QString();
}

void TestSshText::dubiousHostKeys()
{
    QFETCH(QString, text);
    const SshQuestion question = classifyPrompt(text, {});
    QVERIFY(std::holds_alternative<DubiousHostKey>(question));
    QTEST(std::get<DubiousHostKey>(question).fingerprint, "fingerprint");
}

void TestSshText::secretQuestions_data()
{
    using Kind = SecretQuestion::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &text, Kind kind, const QString &subject, const QString &shown,
                        const QString &hint = {}) {
        QTest::newRow(name) << text << hint << int(kind) << subject << shown;
    };
    row("password", u"ann@director-1's password: "_s, Kind::Password, u"ann@director-1"_s,
        u"ann@director-1's password:"_s);
    row("password by keyboard-interactive", u"(ann@director-1) Password: "_s, Kind::Password, u"ann@director-1"_s,
        u"(ann@director-1) Password:"_s);
    row("passphrase", u"Enter passphrase for key '/home/ann/.ssh/id_ed25519': "_s, Kind::KeyPassphrase,
        u"/home/ann/.ssh/id_ed25519"_s, u"Enter passphrase for key '/home/ann/.ssh/id_ed25519':"_s);
    row("one-time code", u"(ann@director-1) Verification code: "_s, Kind::Other, {},
        u"(ann@director-1) Verification code:"_s);
    row("touch the key", u"Confirm user presence for key ED25519-SK SHA256:abc"_s, Kind::Notice, {},
        u"Confirm user presence for key ED25519-SK SHA256:abc"_s, u"none"_s);
    // A far side that tries to move the cursor.
    row("control characters", u"(ann@x) \x1b[2JCode\x202e: "_s, Kind::Other, {}, u"(ann@x) [2JCode:"_s);
    row("long", QString(100'000, u'x'), Kind::Other, {}, QString(2000, u'x'));
}

void TestSshText::secretQuestions()
{
    QFETCH(QString, text);
    QFETCH(QString, hint);
    const SshQuestion question = classifyPrompt(text, hint);
    QVERIFY(std::holds_alternative<SecretQuestion>(question));
    const auto &secret = std::get<SecretQuestion>(question);
    QTEST(int(secret.kind), "kind");
    QTEST(secret.subject, "subject");
    QTEST(secret.text, "shown");
}

void TestSshText::errors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");

    const auto row = [](const char *name, const QString &text, ErrorCode code) { QTest::newRow(name) << text << code; };
    row("changed key", changedKey, ErrorCode::HostKeyChanged);
    row("revoked key",
        QString(changedKey).replace("REMOTE HOST IDENTIFICATION HAS CHANGED"_L1, "REVOKED HOST KEY DETECTED"_L1),
        ErrorCode::HostKeyChanged);
    row("unknown key",
        u"No ED25519 host key is known for director-1 and you have requested strict checking.\nHost key verification failed.\n"_s,
        ErrorCode::HostKeyUnknown);
    row("refused key", u"Host key verification failed.\n"_s, ErrorCode::HostKeyRefused);
    row("wrong password",
        u"Permission denied, please try again.\nPermission denied, please try again.\nroot@127.0.0.1: Permission denied (publickey,password).\n"_s,
        ErrorCode::LoginFailed);
    row("many keys", u"Received disconnect from 127.0.0.1 port 22:2: Too many authentication failures\n"_s,
        ErrorCode::LoginFailed);
    row("no shell", u"This account is currently not available.\n"_s, ErrorCode::LoginFailed);
    row("no name", u"ssh: Could not resolve hostname no.such.host: Name or service not known\n"_s,
        ErrorCode::HostNotFound);
    row("refused", u"ssh: connect to host 192.0.2.1 port 22: Connection refused\n"_s, ErrorCode::ConnectionRefused);
    row("timed out", u"ssh: connect to host 192.0.2.1 port 22: Connection timed out\n"_s, ErrorCode::TimedOut);
    row("silent server", u"Connection timed out during banner exchange\nConnection to 127.0.0.1 port 22 timed out\n"_s,
        ErrorCode::TimedOut);
    row("no route", u"ssh: connect to host 192.0.2.1 port 22: No route to host\n"_s, ErrorCode::HostUnreachable);
    row("no network", u"ssh: connect to host 192.0.2.1 port 22: Network is unreachable\n"_s,
        ErrorCode::HostUnreachable);
    row("cut", u"kex_exchange_identification: read: Connection reset by peer\n"_s, ErrorCode::LinkLost);
    row("shut down", u"Connection to 127.0.0.1 closed by remote host.\n"_s, ErrorCode::LinkLost);
    row("nothing", {}, ErrorCode::LinkLost);
    row("in the middle of a line", u"banner: Host key verification failed.\n"_s, ErrorCode::LinkLost);
}

void TestSshText::errors()
{
    QFETCH(QString, text);
    QTEST(classifySshOutput(text).code, "code");
}

void TestSshText::changedKeyNamesItsFingerprint()
{
    QCOMPARE(classifySshOutput(changedKey).values,
             QStringList({u"SHA256:fT3gi1TpVTLSUYbrJwEOPRMn+iGyRgg//g7KloBfefg"_s, u"ED25519"_s}));
}

void TestSshText::agentAsksOnePerson()
{
    AgentText text;
    const auto events = text.feed(oneIdentity);
    QCOMPARE(events.size(), size_t(2));
    QVERIFY(std::holds_alternative<AgentText::Ready>(events[0]));
    const AgentText::Prompt expected{u"org.lvsconsole.helper1.edit-servers"_s,
                                     u"Change real servers of this director"_s,
                                     {u"Administrator (root)"_s},
                                     u"Password: "_s};
    QVERIFY(events[1] == AgentText::Event(expected));
}

void TestSshText::agentAsksForAPersonFirst()
{
    AgentText text;
    const auto choice = text.feed("==== AUTHENTICATING FOR org.example.do ====\r\n"
                                  "First line\r\nsecond line\r\n"
                                  "Multiple identities can be used for authentication:\r\n"
                                  " 1.  Ann Example,,, (ann)\r\n"
                                  " 2.  root\r\n"
                                  "Choose identity to authenticate as (1-2): ");
    QCOMPARE(choice.size(), size_t(1));
    const AgentText::Choice expected{
        u"org.example.do"_s, u"First line\nsecond line"_s, {u"Ann Example,,, (ann)"_s, u"root"_s}};
    QVERIFY(choice[0] == AgentText::Event(expected));
    const auto prompt = text.feed("2\r\nPassword: ");
    QCOMPARE(prompt.size(), size_t(1));
    QCOMPARE(std::get<AgentText::Prompt>(prompt[0]).prompt, u"Password: "_s);
    QCOMPARE(std::get<AgentText::Prompt>(prompt[0]).message, u"First line\nsecond line"_s);
}

void TestSshText::agentTextInPieces()
{
    AgentText text;
    std::vector<AgentText::Event> events;
    for (char c : oneIdentity) {
        for (auto &event : text.feed(QByteArrayView(&c, 1)))
            events.push_back(event);
    }
    QCOMPARE(events.size(), size_t(2));
    QCOMPARE(std::get<AgentText::Prompt>(events[1]).users, QStringList{u"Administrator (root)"_s});
}

void TestSshText::agentOutcomes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("outcome");
    QTest::newRow("complete") << "\r\n\x1b[1;31m==== AUTHENTICATION COMPLETE ====\r\n\x1b[0m"_ba
                              << int(AgentText::Outcome::Complete);
    QTest::newRow("failed") << "\r\n==== AUTHENTICATION FAILED ====\r\n"_ba << int(AgentText::Outcome::Failed);
    QTest::newRow("canceled") << "\r\n==== AUTHENTICATION CANCELED ====\r\n"_ba << int(AgentText::Outcome::Canceled);
}

void TestSshText::agentOutcomes()
{
    QFETCH(QByteArray, line);
    AgentText text;
    text.feed(oneIdentity);
    const auto events = text.feed(line);
    QCOMPARE(events.size(), size_t(1));
    QTEST(int(std::get<AgentText::Outcome>(events[0])), "outcome");
}

QTEST_GUILESS_MAIN(TestSshText)
#include "tst_sshtext.moc"
