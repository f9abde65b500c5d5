// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/helper/kernelmessages.h"

#include <QTemporaryDir>

namespace lvs::test {

/// The real ipvsadm, with a stub in the place of the kernel (netlinkstub.cpp).
class RealIpvsadm
{
public:
    static constexpr int crash = 139; ///< exit status as a shell tells it
    struct Request {
        int command = 0; ///< IPVS_CMD_*
        WireAttributes attributes{};
    };
    struct Run {
        int exitStatus = 0;
        std::vector<Request> requests{}; ///< those that change something
        QByteArray output{};
    };
    /// What becomes of one line.
    struct Line {
        std::vector<Request> requests{};
        std::optional<int> endsWith{}; ///< exit status, if it ended the program
    };

    /// `ipvsadm -R` on a file.
    Run restore(const QByteArray &file) const;
    /// `ipvsadm -S -n` with these objects in the kernel.
    QByteArray save(const IpvsTable &table) const;
    /// What `ipvsadm -R` does with each of the lines, which end in a line end and hold no other.
    std::vector<Line> lines(const QByteArrayList &lines) const;

private:
    Run run(const QStringList &arguments, const QByteArray &input) const;
    QString path(const char *name) const { return m_directory.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_directory;
};

} // namespace lvs::test
