// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/model/severity.h"

namespace lvs::keepalived {

/// Something in a keepalived.conf that its reader should know. The words for a person are made in the GUI
/// (app/text/keepalivedtext).
struct ConfigNote {
    enum class Code : quint8 {
        // The text.
        UnmatchedQuote,   ///< a " without its partner on the line
        LineTooLong,      ///< keepalived reads 1,023 bytes a line; values: bytes
        ControlCharacter, ///< also NUL; values: its number
        UnexpectedOpen,   ///< a { that belongs to nothing
        UnexpectedClose,  ///< a } too many
        MissingClose,     ///< a block that does not end
        TooDeep,          ///< blocks in blocks in blocks …: not read
        // What is recognised but not followed, so that the meaning is not known to the last.
        Condition,      ///< depends on the id keepalived was started with; values: the condition
        Sequence,       ///< ~SEQ or ~LST
        LongDefinition, ///< a definition of several lines or several words, used here; values: name
        IncludeMissing, ///< values: file or pattern that was not given
        IncludeTooDeep, ///< files that include each other
        NftablesGroups, ///< groups become services of firewall marks that keepalived chooses itself
        OtherNamespace, ///< keepalived works on the table of another network namespace; values: name
        TooManyObjects, ///< values: limit
        // What keepalived refuses or leaves out.
        UnknownKeyword,   ///< values: keyword, block it stands in
        MissingBlock,     ///< a virtual or real server without { }
        MissingValue,     ///< values: keyword
        BadValue,         ///< values: value, keyword
        BadNumber,        ///< values: value, smallest, largest
        BadAddress,       ///< values: value
        BadRange,         ///< an address range that is none; values: value
        UnknownGroup,     ///< values: name
        EmptyGroup,       ///< values: name
        NoServers,        ///< a virtual server without real servers is left out
        FamilyMismatch,   ///< a real or sorry server of another family than its service, and no tunnel
        DuplicateServer,  ///< the second is left out
        DuplicateService, ///< two virtual servers for one service; values: service
        TunnelOptions,    ///< options that don't fit the type of tunnel
        // What keepalived takes for something else than it says.
        DefaultProtocol,    ///< no protocol: UDP
        DefaultScheduler,   ///< no scheduler: wlc
        DefaultForwarding,  ///< no method: NAT
        PersistenceForced,  ///< no port: persistent for 360 s
        OnePacketDropped,   ///< ops without UDP
        PortReplaced,       ///< DR and TUN leave the port alone; values: port that is used instead
        ProtocolIgnored,    ///< a firewall mark has none
        GranularityIgnored, ///< keepalived forgets it for groups
        FlagIgnored,        ///< a flag of sh or mh without that scheduler before it; values: keyword
        RangeWraps,         ///< ipvs_group_range_cmd() counts the last byte of IPv4 and the last two of IPv6 only
        QuorumReduced,      ///< above the sum of all weights; values: that sum
    };
    Code code{};
    QStringList values{};
    std::size_t file = 0; ///< index of the file
    TextSpan span{};      ///< in that file

    /// Information: not followed. Warning: keepalived does something else. Failure: it refuses it or leaves it out.
    Severity severity() const;
    friend bool operator==(const ConfigNote &, const ConfigNote &) = default;
};

/// Where a person finds an offset of a text; both count from 1.
struct TextPlace {
    qsizetype line = 1;
    qsizetype column = 1; ///< in UTF-16 code units
    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};
TextPlace placeOf(QStringView text, qsizetype offset);

} // namespace lvs::keepalived
