// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/files/filesservice.h"
#include "helper/interface/methodtable.h"
#include "helper/interface/names.h"
#include "helper/probe/probeservice.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Interface, table of methods, service and polkit's policy file must name the same things.
class TestBusPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableIsTheInterface_data();
    void tableIsTheInterface();
    void everyMethodIsServed();
    void busLetsInItsInterfacesAlone_data();
    void busLetsInItsInterfacesAlone();
    void policyDeclaresEveryAction();
    void policySpeaksBothLanguages();
    void umbrellaImpliesWhatPlansNeed();
    void everyOperationNeedsAnAction();
};

namespace {

struct PolicyAction {
    QMap<QString, QStringList> texts{}; ///< "message" and "description": their languages
    QString defaults{};
    QString owner{};
    QString implied{};
};

QMap<QString, std::pair<QString, QString>> methodsOfXml(const QString &service)
{
    QFile file(QStringLiteral(LVS_SOURCE_DIR "/helper/interface/%1.xml").arg(service));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no interface file");
    QMap<QString, std::pair<QString, QString>> methods;
    QString method;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && !xml.isEndElement())
            continue;
        if (xml.isEndElement()) {
            if (xml.name() == "method"_L1)
                method.clear();
        } else if (xml.name() == "method"_L1) {
            method = xml.attributes().value("name"_L1).toString();
            methods[method] = {};
        } else if (xml.name() == "arg"_L1 && !method.isEmpty()) {
            auto &[in, out] = methods[method];
            (xml.attributes().value("direction"_L1) == "in"_L1 ? in : out) +=
                xml.attributes().value("type"_L1).toString();
        }
    }
    return methods;
}

QMap<QString, PolicyAction> policyActions()
{
    QFile file(QStringLiteral(LVS_SOURCE_DIR "/packaging/polkit/org.lvsconsole.helper1.policy"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no policy file");
    QMap<QString, PolicyAction> actions;
    QString id;
    QXmlStreamReader xml(&file);
    for (; !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement())
            continue;
        const QString name = xml.name().toString();
        const auto attributes = xml.attributes();
        if (name == "action"_L1)
            id = attributes.value("id"_L1).toString();
        else if (name == "description"_L1 || name == "message"_L1)
            actions[id].texts[name].append(attributes.value("xml:lang"_L1).toString());
        else if (name.startsWith("allow_"_L1))
            actions[id].defaults += xml.readElementText() + u' ';
        else if (name == "annotate"_L1 && attributes.value("key"_L1) == "org.freedesktop.policykit.owner"_L1)
            actions[id].owner = xml.readElementText();
        else if (name == "annotate"_L1 && attributes.value("key"_L1) == "org.freedesktop.policykit.imply"_L1)
            actions[id].implied = xml.readElementText();
    }
    return actions;
}

} // namespace

void TestBusPolicy::tableIsTheInterface_data()
{
    QTest::addColumn<const bus::Service *>("service");
    for (const bus::Service *service : {&bus::helperService, &bus::filesService, &bus::probeService})
        QTest::newRow(service->name.latin1()) << service;
}

void TestBusPolicy::tableIsTheInterface()
{
    QFETCH(const bus::Service *, service);
    QMap<QString, std::pair<QString, QString>> table;
    for (const bus::Method &row : service->methods)
        table[row.name] = {row.arguments, row.results};
    QCOMPARE(table, methodsOfXml(service->name));
}

void TestBusPolicy::busLetsInItsInterfacesAlone_data()
{
    tableIsTheInterface_data();
}

/// One user may own the name, and everybody may send what the service serves there, and nothing else.
void TestBusPolicy::busLetsInItsInterfacesAlone()
{
    QFETCH(const bus::Service *, service);
    QFile file(QStringLiteral(LVS_SOURCE_DIR "/packaging/dbus/%1.conf").arg(service->name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList rules;
    QXmlStreamReader xml(&file);
    for (; !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement() || xml.name() == "busconfig"_L1)
            continue;
        QStringList words{xml.name().toString()};
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            words << attribute.name().toString() + u'=' + attribute.value().toString();
        rules << words.join(u' ');
    }
    const QMap<QString, QString> owners{{lvs::bus::serviceName, u"lvs-console-helper"_s},
                                        {lvs::bus::filesServiceName, u"root"_s},
                                        {lvs::bus::probeServiceName, u"lvs-console-probe"_s}};
    const QString user = owners.value(service->name);
    const QString sending = u"allow send_destination=%1 send_interface="_s.arg(service->name);
    QCOMPARE(rules, (QStringList{u"policy user="_s + user, u"allow own="_s + service->name, u"policy context=default"_s,
                                 sending + service->name, sending + u"org.freedesktop.DBus.Introspectable"_s,
                                 sending + u"org.freedesktop.DBus.Peer"_s}));
}

void TestBusPolicy::everyMethodIsServed()
{
    ServiceFixture fixture;
    QVERIFY(fixture.start());
    std::set<QString> names;
    for (const bus::Method &row : bus::methodTable)
        names.insert(row.name);
    QCOMPARE(fixture.service->methods(), names);

    std::set<QString> filesNames;
    for (const bus::Method &row : bus::filesMethodTable)
        filesNames.insert(row.name);
    const auto connection = fixture.bus.connect();
    const FilesService files(connection, connection, *fixture.authority, fixture.journal);
    QCOMPARE(files.methods(), filesNames);

    std::set<QString> probeNames;
    for (const bus::Method &row : bus::probeMethodTable)
        probeNames.insert(row.name);
    const ProbeService probe(connection, connection, *fixture.authority, fixture.journal);
    QCOMPARE(probe.methods(), probeNames);
}

void TestBusPolicy::policyDeclaresEveryAction()
{
    const auto actions = policyActions();
    QStringList ids;
    for (const Action action : everyAction)
        ids.append(idOf(action));
    ids.sort();
    QCOMPARE(actions.keys(), ids);
    for (const auto &[id, action] : actions.asKeyValueRange()) {
        // Who may ask polkit about it: the helper, or the probe, and of looking both.
        QString owner = u"unix-user:lvs-console-helper"_s;
        if (id == idOf(Action::View))
            owner += u" unix-user:lvs-console-probe"_s;
        else if (id == idOf(Action::Probe))
            owner = u"unix-user:lvs-console-probe"_s;
        QCOMPARE(action.owner, owner);
        QString once = u"auth_admin"_s;
        if (id == idOf(Action::View))
            once = u"yes"_s;
        else if (id == idOf(Action::EditServers) || id == idOf(Action::EditServices) ||
                 id == idOf(Action::ViewConnections) || id == idOf(Action::Probe))
            once = u"auth_admin_keep"_s;
        QCOMPARE(action.defaults, (once + u' ').repeated(3));
    }
}

void TestBusPolicy::policySpeaksBothLanguages()
{
    const QStringList languages{QString(), u"zh_CN"_s};
    for (const auto &[id, action] : policyActions().asKeyValueRange()) {
        QCOMPARE(action.texts.value(u"message"_s), languages);
        QCOMPARE(action.texts.value(u"description"_s), languages);
    }
}

void TestBusPolicy::umbrellaImpliesWhatPlansNeed()
{
    const auto implied = policyActions().value(idOf(Action::SetUpHost)).implied.split(u' ');
    const std::set ofNoPlan{Action::View, Action::ViewConnections, Action::WriteBootFiles, Action::Probe,
                            Action::SetUpHost};
    for (const Action action : everyAction)
        QCOMPARE(implied.contains(idOf(action)), !ofNoPlan.contains(action));
}

void TestBusPolicy::everyOperationNeedsAnAction()
{
    for (const Operation &operation : samples::operations()) {
        const auto needed = actionsFor({{operation}});
        QCOMPARE(needed.size(), 1u);
        QVERIFY(!needed.contains(Action::View));
    }
}

QTEST_GUILESS_MAIN(TestBusPolicy)
#include "tst_buspolicy.moc"
