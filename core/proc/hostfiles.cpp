// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/hostfiles.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace lvs {

namespace {

using namespace Qt::StringLiterals;

constexpr auto releasePath = "/proc/sys/kernel/osrelease"_L1;
constexpr auto modulesPath = "/proc/modules"_L1;
constexpr auto tableBitsPath = "/sys/module/ip_vs/parameters/conn_tab_bits"_L1;
constexpr auto arpPath = "/proc/net/arp"_L1;
constexpr auto interfacesPath = "/proc/sys/net/ipv4/conf/"_L1;
constexpr auto configPrefix = "/boot/config-"_L1;

constexpr qint64 longestFile = 1024 * 1024; // a kernel's configuration has 300 KiB
constexpr qsizetype longestValue = 255;
constexpr int smallestTableBits = 8; // ip_vs_conn.c, ip_vs_conn_init
constexpr int largestTableBits = 27;

QStringList fixedPaths()
{
    QStringList paths{releasePath, modulesPath, tableBitsPath, arpPath};
    for (const Sysctl &sysctl : knownSysctls()) {
        if (!sysctl.isPerInterface())
            paths.append(sysctlPath(QString(sysctl.name)));
    }
    return paths;
}

/// The paths of the tunables that `interface` has.
QStringList interfacePaths(QStringView interface)
{
    QStringList paths;
    for (const Sysctl &sysctl : knownSysctls()) {
        if (sysctl.isPerInterface())
            paths.append(sysctlPath(sysctl.nameFor(interface)));
    }
    return paths;
}

/// Empty if the release is none that could be part of a file's name.
QString configPath(const HostFiles &files)
{
    const QByteArray release = files.value(releasePath).trimmed();
    const bool isName = !release.isEmpty() && release.size() < 65 &&
                        std::ranges::all_of(
                            release,
                            [](char c) {
                                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                       QByteArrayView("._+-~").contains(c);
                            });
    return isName ? configPrefix + QString::fromLatin1(release) : QString();
}

void readInto(HostFiles &files, const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        files.insert(path, file.read(longestFile));
}

/// The first words of the lines of /proc/modules.
QSet<QByteArray> loadedModules(const QByteArray &text)
{
    QSet<QByteArray> names;
    for (const QByteArray &line : text.split('\n'))
        names.insert(line.first(std::max<qsizetype>(line.indexOf(' '), 0)));
    return names;
}

/// "y", "m" or a number, by symbol without "CONFIG_".
QMap<QByteArray, QByteArray> configuration(const QByteArray &text)
{
    constexpr QByteArrayView prefix = "CONFIG_IP_VS";
    QMap<QByteArray, QByteArray> values;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith(prefix) && equals > 0)
            values.insert(line.sliced(7, equals - 7), line.sliced(equals + 1).trimmed());
    }
    return values;
}

quint8 tableBits(const QByteArray &text)
{
    const int bits = text.trimmed().toInt();
    return bits >= smallestTableBits && bits <= largestTableBits ? quint8(bits) : quint8(0);
}

FeatureState stateOf(const KernelFeature &feature, bool configKnown, const QByteArray &configured, bool isLoaded)
{
    if (isLoaded)
        return FeatureState::Loaded;
    if (!configKnown)
        return FeatureState::Unknown;
    if (configured == "y")
        return FeatureState::BuiltIn;
    return configured == "m" && !feature.module.isEmpty() ? FeatureState::Module : FeatureState::Missing;
}

KernelSupport kernelSupport(const HostFiles &files)
{
    const QByteArray config = files.value(configPath(files));
    const auto values = configuration(config);
    const auto modules = loadedModules(files.value(modulesPath));
    KernelSupport support{.configuredTableBits = tableBits(values.value("IP_VS_TAB_BITS")),
                          .tableBits = tableBits(files.value(tableBitsPath))};
    std::ranges::transform(kernelFeatures, support.states.begin(), [&](const KernelFeature &feature) {
        return stateOf(feature, !config.isEmpty(), values.value(QByteArray(feature.symbol.latin1())),
                       modules.contains(QByteArray(feature.module.latin1(), feature.module.size())) &&
                           !feature.module.isEmpty());
    });
    return support;
}

/// "all" before the interfaces that have tunables, those by name.
QStringList interfacesOf(const HostFiles &files)
{
    QStringList interfaces;
    for (auto file = files.lowerBound(interfacesPath); file != files.end(); ++file) {
        if (!file.key().startsWith(interfacesPath))
            break;
        const QStringView name = sysctlInterface(QStringView(file.key()).sliced(sysctlPath(u"").size()));
        if (!name.isEmpty() && name != u"all" && (interfaces.isEmpty() || interfaces.constLast() != name))
            interfaces.append(name.toString());
    }
    interfaces.prepend(u"all"_s);
    return interfaces;
}

void addSysctl(const QString &name, const HostFiles &files, std::vector<SysctlValue> &values)
{
    const auto file = files.find(sysctlPath(name));
    if (file == files.end() || file->size() > longestValue)
        return;
    const QString value = QString::fromLatin1(file->simplified());
    if (std::ranges::all_of(value, [](QChar c) { return c.isPrint() && c.unicode() < 128; }))
        values.push_back({.name = name, .value = value});
}

std::vector<SysctlValue> sysctlValues(const HostFiles &files)
{
    std::vector<SysctlValue> values;
    for (const Sysctl &sysctl : knownSysctls()) {
        if (!sysctl.isPerInterface())
            addSysctl(sysctl.name, files, values);
    }
    for (const QString &interface : interfacesOf(files)) {
        for (const Sysctl &sysctl : knownSysctls()) {
            if (sysctl.isPerInterface())
                addSysctl(sysctl.nameFor(interface), files, values);
        }
    }
    return values;
}

/// Rows: address, hardware type, flags, hardware address, mask, interface (net/ipv4/arp.c, arp_format_neigh_entry).
std::vector<Neighbour> neighbours(const QByteArray &text)
{
    constexpr uint complete = 2; // ATF_COM: it has answered
    std::vector<Neighbour> found;
    for (const QByteArray &line : text.split('\n')) {
        const auto columns = line.simplified().split(' ');
        if (columns.size() != 6 || found.size() == mostNeighbours)
            continue;
        const auto address = IpAddress::fromText(QString::fromLatin1(columns[0]));
        const auto interface = InterfaceName::fromText(QString::fromUtf8(columns[5]));
        const QByteArray hardwareAddress = QByteArray::fromHex(columns[3]);
        if (address && interface && (columns[2].toUInt(nullptr, 16) & complete) != 0)
            found.push_back({.address = *address,
                             .interface = *interface,
                             .hardwareAddress = hardwareAddress.size() == 6 ? hardwareAddress : QByteArray()});
    }
    return found;
}

} // namespace

HostFiles readHostFiles()
{
    HostFiles files;
    for (const QString &path : fixedPaths())
        readInto(files, path);
    for (const QString &interface : QDir(interfacesPath).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &path : interfacePaths(interface))
            readInto(files, path);
    }
    if (const QString config = configPath(files); !config.isEmpty())
        readInto(files, config);
    return files;
}

QStringList hostFilePatterns()
{
    return fixedPaths() + interfacePaths(u"*") << configPrefix + u'*';
}

HostFiles hostFilesFromGrep(QByteArrayView text)
{
    HostFiles files;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            files[QString::fromUtf8(line.first(colon))] += line.sliced(colon + 1) + '\n';
    }
    return files;
}

HostInfo hostInfoFrom(const HostFiles &files)
{
    return {
        .sysctls = sysctlValues(files), .kernel = kernelSupport(files), .neighbours = neighbours(files.value(arpPath))};
}

} // namespace lvs
