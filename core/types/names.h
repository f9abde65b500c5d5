// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <array>

namespace lvs {

/// Name of a scheduler: 1 to 15 of [a-z0-9_-] (IP_VS_SCHEDNAME_MAXLEN, and it becomes part of a module name).
class SchedulerName
{
public:
    SchedulerName() = default; ///< "wlc", the default of ipvsadm
    static Result<SchedulerName> fromText(QStringView text);
    const QString &toString() const { return m_name; }
    bool isFromKernel() const; ///< one of kernelSchedulers, so that its ways are known
    bool isHashing() const;    ///< sh or mh, the two that have flags
    friend auto operator<=>(const SchedulerName &, const SchedulerName &) = default;

private:
    explicit SchedulerName(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name = QStringLiteral("wlc");
};

/// The schedulers of the kernel (net/netfilter/ipvs/Kconfig), the most used first.
inline constexpr std::array<QStringView, 14> kernelSchedulers{
    u"rr", u"wrr", u"wlc", u"lc", u"sh", u"mh", u"sed", u"nq", u"dh", u"fo", u"ovf", u"lblc", u"lblcr", u"twos"};

/// Name of a persistence engine (IP_VS_PENAME_MAXLEN, 16) of [a-z0-9_-]; empty = none; the kernel has "sip".
class PersistenceEngine
{
public:
    PersistenceEngine() = default;
    static Result<PersistenceEngine> fromText(QStringView text);
    const QString &toString() const { return m_name; }
    bool isNone() const { return m_name.isEmpty(); }
    friend auto operator<=>(const PersistenceEngine &, const PersistenceEngine &) = default;

private:
    explicit PersistenceEngine(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name;
};

/// Name of a network interface: 1 to 15 bytes without blank, '/', ':' or control character, neither "." nor
/// ".." (net/core/dev.c, dev_valid_name).
class InterfaceName
{
public:
    InterfaceName() = default; ///< empty: not given
    static Result<InterfaceName> fromText(QStringView text);
    const QString &toString() const { return m_name; }
    friend auto operator<=>(const InterfaceName &, const InterfaceName &) = default;

private:
    explicit InterfaceName(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name;
};

} // namespace lvs
