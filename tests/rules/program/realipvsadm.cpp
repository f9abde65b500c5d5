// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/program/realipvsadm.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/ip_vs.h>
#include <linux/netlink.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lvs::test {
namespace {

constexpr quint32 firstMarker = 4'000'000'000; // a firewall mark; its zeroing says that a line has been passed

bool changesSomething(int command)
{
    return command != IPVS_CMD_GET_SERVICE && command != IPVS_CMD_GET_DEST && command != IPVS_CMD_GET_DAEMON &&
           command != IPVS_CMD_GET_CONFIG && command != IPVS_CMD_GET_INFO;
}

QByteArray valueOf(const WireAttributes &attributes, quint16 type)
{
    for (const WireAttribute &attribute : attributes) {
        if ((attribute.type & NLA_TYPE_MASK) == type)
            return attribute.payload;
    }
    return {};
}

/// The number of the marker, if the request is one.
std::optional<size_t> markerOf(const RealIpvsadm::Request &request, size_t count)
{
    if (request.command != IPVS_CMD_ZERO)
        return {};
    const WireAttributes service = unwire(valueOf(request.attributes, IPVS_CMD_ATTR_SERVICE));
    const QByteArray mark = valueOf(service, IPVS_SVC_ATTR_FWMARK);
    quint32 number = 0;
    if (mark.size() != sizeof number)
        return {};
    std::memcpy(&number, mark.constData(), sizeof number);
    const bool isMarker = number >= firstMarker && number - firstMarker < count;
    return isMarker ? std::optional(size_t(number - firstMarker)) : std::nullopt;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs a program and gives its status as waitpid() says it. Not QProcess: it forks, and each fork() copies a
/// sanitizer's maps, which thousands of runs do not bear.
int spawn(const QStringList &command, const QString &input, const QString &output, QByteArrayList environment)
{
    const auto pointersTo = [](QByteArrayList &strings) {
        std::vector<char *> pointers;
        for (QByteArray &string : strings)
            pointers.push_back(string.data());
        pointers.push_back(nullptr);
        return pointers;
    };
    QByteArrayList words;
    for (const QString &word : command)
        words << word.toLocal8Bit();
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, qPrintable(input), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, qPrintable(output), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = 0;
    if (const int error = posix_spawn(&child, words.first().constData(), &files, nullptr, pointersTo(words).data(),
                                      pointersTo(environment).data()))
        qFatal("%s: %s", words.first().constData(), std::strerror(error));
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            qFatal("waitpid: %s", std::strerror(errno));
    }
    posix_spawn_file_actions_destroy(&files);
    return status;
}

} // namespace

RealIpvsadm::Run RealIpvsadm::run(const QStringList &arguments, const QByteArray &input) const
{
    write(path("input"), input);
    QFile::remove(path("log"));
    const int status = spawn(QStringList(QStringLiteral(LVS_IPVSADM)) + arguments, path("input"), path("output"),
                             {"LD_PRELOAD=" LVS_NETLINK_STUB, "LVS_STUB_LOG=" + path("log").toLocal8Bit(),
                              "LVS_STUB_TABLE=" + path("table").toLocal8Bit()});
    Run run{.exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : crash, .output = read(path("output"))};
    const QByteArray log = read(path("log"));
    for (const QByteArray &line : log.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const int command = line.first(std::max(blank, qsizetype(0))).toInt();
        if (blank > 0 && changesSomething(command))
            run.requests.push_back({command, unwire(QByteArray::fromHex(line.sliced(blank + 1)))});
    }
    return run;
}

RealIpvsadm::Run RealIpvsadm::restore(const QByteArray &file) const
{
    return run({u"-R"_s}, file);
}

QByteArray RealIpvsadm::save(const IpvsTable &table) const
{
    QByteArray blocks;
    const auto append = [&](const WireAttributes &attributes) {
        const QByteArray block = wire(attributes);
        blocks += bytesOf(quint32(block.size())) + block;
    };
    for (const auto &[key, entry] : table.entries()) {
        append(kernelService({.config = entry.service}));
        blocks += bytesOf(quint32(entry.servers.size()));
        for (const RealServer &server : entry.servers)
            append(kernelServer({.config = server}));
    }
    write(path("table"), blocks);
    return run({u"-S"_s, u"-n"_s}, {}).output;
}

std::vector<RealIpvsadm::Line> RealIpvsadm::lines(const QByteArrayList &lines) const
{
    const auto count = size_t(lines.size());
    std::vector<Line> results(count);
    for (size_t first = 0; first < count;) {
        QByteArray input;
        for (size_t i = first; i < std::min(count, first + 500); ++i)
            input += lines[qsizetype(i)] + "\n-Z -f " + QByteArray::number(firstMarker + quint32(i)) + '\n';
        Run run = this->run({u"-R"_s}, input);
        size_t line = first;
        for (Request &request : run.requests) {
            if (const auto marker = markerOf(request, count))
                line = *marker + 1;
            else
                results[line].requests.push_back(std::move(request));
        }
        if (line < std::min(count, first + 500))
            results[line++].endsWith = run.exitStatus;
        first = line;
    }
    return results;
}

} // namespace lvs::test
