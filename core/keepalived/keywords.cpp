// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/keywords.h"

#include <algorithm>
#include <array>

namespace lvs::keepalived {

namespace {

constexpr std::array serviceKeywords{
    u"alpha",
    u"connect_timeout",
    u"delay_before_retry",
    u"delay_loop",
    u"flag-1",
    u"flag-2",
    u"flag-3",
    u"ha_suspend",
    u"hashed",
    u"hysteresis",
    u"inhibit_on_failure",
    u"ip_family",
    u"lb_algo",
    u"lb_kind",
    u"lvs_method",
    u"lvs_sched",
    u"mh-fallback",
    u"mh-port",
    u"omega",
    u"ops",
    u"persistence_engine",
    u"persistence_granularity",
    u"persistence_timeout",
    u"protocol",
    u"quorum",
    u"quorum_down",
    u"quorum_up",
    u"real_server",
    u"retry",
    u"sh-fallback",
    u"sh-port",
    u"smtp_alert",
    u"snmp_name",
    u"sorry_server",
    u"sorry_server_inhibit",
    u"sorry_server_lvs_method",
    u"virtualhost",
    u"warmup",
    u"weight",
};

constexpr std::array serverKeywords{
    u"alpha",      u"connect_timeout", u"delay_before_retry", u"delay_loop",  u"inhibit_on_failure",
    u"lthreshold", u"lvs_method",      u"notify_down",        u"notify_up",   u"retry",
    u"smtp_alert", u"snmp_name",       u"uthreshold",         u"virtualhost", u"warmup",
    u"weight",
};

constexpr std::array checkers{
    u"BFD_CHECK",  u"DNS_CHECK",  u"FILE_CHECK", u"HTTP_GET",  u"MISC_CHECK",
    u"PING_CHECK", u"SMTP_CHECK", u"SSL_GET",    u"TCP_CHECK", u"UDP_CHECK",
};

constexpr std::array otherRootKeywords{
    u"SSL",
    u"bfd_instance",
    u"child_wait_time",
    u"garp_group",
    u"global_defs",
    u"instance",
    u"interface_up_down_delays",
    u"linkbeat_interfaces",
    u"linkbeat_use_polling",
    u"namespace_with_ipsets",
    u"net_namespace",
    u"net_namespace_ipvs",
    u"static_ipaddress",
    u"static_routes",
    u"static_rules",
    u"track_bfd",
    u"track_file",
    u"track_group",
    u"use_pid_dir",
    u"vrrp_instance",
    u"vrrp_script",
    u"vrrp_sync_group",
    u"vrrp_track_file",
    u"vrrp_track_process",
};

bool isAmong(const auto &words, QStringView word)
{
    return std::ranges::find(words, word, [](const char16_t *known) { return QStringView(known); }) != words.end();
}

} // namespace

bool isServiceKeyword(QStringView word)
{
    return isAmong(serviceKeywords, word);
}

bool isServerKeyword(QStringView word)
{
    return isAmong(serverKeywords, word);
}

bool isChecker(QStringView word)
{
    return isAmong(checkers, word);
}

bool isOtherRootKeyword(QStringView word)
{
    return isAmong(otherRootKeywords, word);
}

} // namespace lvs::keepalived
