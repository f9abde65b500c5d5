// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/sysctlfile.h"

#include <QByteArray>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace lvs {

int writeSysctl(const SysctlValue &value)
{
    if (!sysctlNamed(value.name))
        return ENOENT;
    if (!validate(value))
        return EINVAL;
    // Not QFile, which keeps no errno.
    const int file = ::open(sysctlPath(value.name).toUtf8().constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return errno;
    // In one piece: each write is a value of its own. The line end makes an empty list of processors one, too.
    const QByteArray text = value.value.toLatin1() + '\n';
    const ssize_t written = ::write(file, text.constData(), size_t(text.size()));
    const int error = written < 0 ? errno : written == text.size() ? 0 : EIO;
    ::close(file);
    return error;
}

} // namespace lvs
