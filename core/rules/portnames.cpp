// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/portnames.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lvs {

std::optional<quint16> portOfName(QStringView name)
{
    // IANA, Service Name and Transport Protocol Port Number Registry
    static constexpr std::array<std::pair<QStringView, quint16>, 28> names{
        {{u"ftp-data", 20},     {u"ftp", 21},     {u"ssh", 22},         {u"telnet", 23},       {u"smtp", 25},
         {u"domain", 53},       {u"tftp", 69},    {u"http", 80},        {u"www", 80},          {u"pop3", 110},
         {u"ntp", 123},         {u"imap2", 143},  {u"snmp", 161},       {u"ldap", 389},        {u"https", 443},
         {u"submissions", 465}, {u"syslog", 514}, {u"submission", 587}, {u"ldaps", 636},       {u"rsync", 873},
         {u"imaps", 993},       {u"pop3s", 995},  {u"mysql", 3306},     {u"postgresql", 5432}, {u"sip", 5060},
         {u"sip-tls", 5061},    {u"redis", 6379}, {u"http-alt", 8080}}};
    const auto found = std::ranges::find(names, name, &std::pair<QStringView, quint16>::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace lvs
