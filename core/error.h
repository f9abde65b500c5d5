// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <expected>

namespace lvs {
Q_NAMESPACE

/// What went wrong, as a code. The words for a person are made in the GUI
/// (app/text/errortext), because errors cross the bus and have no language there.
enum class ErrorCode : quint16 {
    // Text that should become a value; `Error::span` says where.
    Empty,        ///< nothing was given
    TooLong,      ///< values: longest length allowed
    BadCharacter, ///< values: the character
    BadNumber,    ///< not a decimal number in its shortest form
    OutOfRange,   ///< values: smallest, largest
    BadAddress,   ///< not an IPv4 or IPv6 literal
    BadMask,      ///< IPv4 mask with holes, or a prefix length out of range
    BadName,      ///< scheduler, engine or interface name that the kernel could not hold
    BadLabel,     ///< label of an address that the kernel could not hold or ifconfig not show; values: interface
    MissingPort,  ///< an address without the port it needs
    TrailingText, ///< a value followed by something else

    // Objects whose parts don't fit each other (checked before the kernel is asked).
    PortZeroNeedsPersistence, ///< the kernel accepts it and then refuses every connection
    PortMustMatchService,     ///< DR and TUN leave the port alone
    OnePacketNeedsUdp,
    FamilyMismatch,    ///< only tunnelling may join IPv4 and IPv6
    ThresholdOrder,    ///< lower threshold above the upper one
    TunnelPortMissing, ///< GUE without a port
    UnsupportedProtocol,
    UnsupportedForwarding,
    UnsupportedTunnel,
    FirewallMarkZero,
    NotUnicast,
    PlanTooLarge,    ///< values: limit
    PlanContradicts, ///< two operations of one plan can't both hold
    PlanMissing,     ///< the helper does not have this plan (never had, dropped, or somebody else's)

    // The table.
    ServiceExists,
    ServiceMissing,
    ServerExists,
    ServerMissing,
    SchedulerMissing, ///< scheduler or persistence engine the kernel could not load; values: name
    DaemonExists,
    DaemonMissing,
    InterfaceMissing, ///< values: interface name
    AddressExists,    ///< the interface has it already, or with another label or scope
    AddressMissing,
    AddressInUse, ///< others of its network would go with it
    RouteExists,  ///< one to the same destination with the same metric
    RouteMissing,
    GatewayUnreachable, ///< the gateway is on no network of the interface
    TunnelExists,       ///< an interface of that name, or another tunnel with the same ends
    TunnelMissing,
    TunnelInUse,    ///< it has an address that somebody else gave it
    SysctlMissing,  ///< the machine does not have this tunable
    SysctlReadOnly, ///< it can't be written on this machine
    SysctlRefused,  ///< the kernel does not take this value for it
    FirewallRuleExists,
    FirewallRuleMissing,
    FirewallRefused,      ///< nftables could not read or change its rules; values: what it said
    FirewallMixed,        ///< the console's own table of nftables holds something that it did not write
    FirewallRulesOverlap, ///< another own rule gives some of the same packets another mark; values: that rule
    KernelRefused,        ///< any other error of the kernel; `Error::kernelErrno` says which
    Stale,                ///< the object is no longer what the plan expects
    NotVerified,          ///< applied without an error, but the kernel shows something else

    // The machine and the way to it.
    NoIpvs,                  ///< the kernel has no IPVS and could not load it
    NoHelper,                ///< lvs-console-helper is not installed or can't be started
    HelperFailed,            ///< the helper answered with something unexpected; values: detail
    NotAuthorized,           ///< polkit said no
    AuthenticationDismissed, ///< the person closed the password question
    NoAuthenticationAgent,   ///< polkit had nobody to ask
    Busy,                    ///< another apply is running; values: by whom
    TooManyRequests,
    BadRequest, ///< arguments of a call that no plan and no reading of a console has
    ReadOnly,   ///< this director can't be edited; values: reason
    BadHostName,
    HostUnreachable, ///< values: what ssh said
    HostKeyUnknown,
    HostKeyChanged, ///< values: fingerprint
    HostKeyRefused, ///< the person did not accept the host key
    LoginFailed,    ///< wrong password or key
    LoginCancelled,
    LinkLost, ///< the connection ended while waiting
    TimedOut,
    Cancelled,
    NotSupported,
    HostNotFound,         ///< the name could not be resolved; values: what ssh said
    ConnectionRefused,    ///< the host answered, but no ssh server listens there; values: what ssh said
    SshMissing,           ///< no ssh program on this computer
    AuthenticationFailed, ///< a wrong password for polkit
    OutcomeUnknown,       ///< the way ended while a plan was being applied; it may or may not have been
    BadKernelReply,       ///< the kernel answered with something that can't be understood, or not at all
    FileNotRead,          ///< values: path, what the system said
    FileNotWritten,       ///< values: path, what the system said, another file that has changed already
    FileNotUnderstood,    ///< not a file of the expected format or version; values: path
    BootIncomplete, ///< written, but not all of it would come back; values: path, how many objects, the first of them
    NoProbe,        ///< lvs-console-probe is not installed, or can't be started
    NotATarget,     ///< the probe looks only at the addresses of the director's table; values: address

    // Command lines of ipvsadm; `Error::span` says where.
    NotACommand,      ///< the line does not begin with a command of ipvsadm; values: the word
    UnknownOption,    ///< values: option
    OptionConflict,   ///< values: two options of which only one can be given (the same twice, -g and -m)
    OptionNotAllowed, ///< values: option, command
    OptionMissing,    ///< values: what is missing, for which option or command
    OptionNeeds,      ///< values: option or value, what it needs on the same line
    ValueMissing,     ///< values: option
    UnexpectedWord,   ///< values: word
    UnknownKeyword,   ///< values: word
    HostName,         ///< values: name; names are not looked up
    ServiceName,      ///< values: name of a port
    NotIpvsadm,       ///< a line for another program; values: its first word
    ShellSyntax,      ///< only a shell could say what it stands for; values: word
    RulesElsewhere,   ///< `ipvsadm -R` reads rules that are not in the text

    // Rule files; `Error::span` says where.
    ControlCharacter, ///< values: its number, "U+001F"
    NotUtf8,          ///< a byte that is no text, or a character that another program lost
    NotAText,         ///< a file of another kind; values: which
    OtherDialect,     ///< an option of other programs for IPVS (DPVS, Alibaba's LVS); values: option
    TooManyLines,     ///< values: most
    NoRules,          ///< a file without any command, which would stand for an empty table

    // Set-ups of several machines.
    HostNotRead,   ///< what a machine has is not known; values: Director::id()
    NotOnHost,     ///< a machine does not have the address of the real server; values: address, Director::id()
    VipElsewhere,  ///< a real server has the VIP where it must not be; values: VIP, interface, Director::id()
    NotOnLink,     ///< the director has no address in the network of a real server; values: its address
    InterfaceDown, ///< an interface that is to have a VIP takes no packets; values: interface, Director::id()
    /// Forwarding would take the director's default route away, which came with a router advertisement; values:
    /// interface
    RouteFromAdvertisement,
};
Q_ENUM_NS(ErrorCode) // the bus carries codes by name

/// Place in a text, in UTF-16 code units.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// The one error type. Cheap to copy; holds values, never sentences.
struct Error {
    ErrorCode code = ErrorCode::KernelRefused;
    QStringList values{}; ///< see the enumerators
    int kernelErrno = 0;  ///< errno as the kernel gave it, 0 if none
    TextSpan span{};      ///< only for errors in a text
    friend bool operator==(const Error &, const Error &) = default;
};

/// Value or error.
template<class T> using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorCode code, QStringList values = {})
{
    return std::unexpected(Error{.code = code, .values = std::move(values)});
}

} // namespace lvs
