// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/errortext.h"

#include <QCoreApplication>

#include <cstring>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    explicit Words(const Error &error)
        : m_error(error)
    {
    }

    ErrorText all() const;
    static QString joined(const QString &what, const QString &remedy)
    {
        return tr("%1 %2", "two sentences").arg(what, remedy);
    }

private:
    QString value(qsizetype index) const { return m_error.values.value(index); }
    /// What the kernel's errno says, in the system's words.
    QString kernelWords() const
    {
        return m_error.kernelErrno ? QString::fromLocal8Bit(std::strerror(m_error.kernelErrno)) : tr("no reason given");
    }
    /// " (DETAIL)" or nothing.
    QString detail() const { return value(0).isEmpty() ? QString() : tr(" (%1)").arg(value(0)); }

    const Error &m_error;
};

ErrorText Words::all() const
{
    const QString nothingDone = tr("Nothing was changed by this operation.");
    const QString look = tr("Look at the table as it is now, and draft the change again.");
    const QString draftsKept = tr("What you see is the last state that was read. Drafted changes are kept.");
    switch (m_error.code) {
    case ErrorCode::Empty:
        return {tr("Nothing has been entered."), tr("A value is needed here."), tr("Enter a value.")};
    case ErrorCode::TooLong:
        return {value(0).isEmpty() ? tr("The text is too long.")
                                   : tr("The text is longer than %1 characters.").arg(value(0)),
                tr("The kernel has no room for a longer one."), tr("Shorten it.")};
    case ErrorCode::BadCharacter:
        return {value(0).isEmpty() ? tr("A character is not allowed here.")
                                   : tr("The character “%1” is not allowed here.").arg(value(0)),
                tr("The kernel would not accept it, or read it differently."), tr("Remove the character.")};
    case ErrorCode::BadNumber:
        return {tr("This is not a decimal number."),
                tr("Only the digits 0 to 9 are read, without sign, blanks or leading zeros."),
                tr("Enter a plain number.")};
    case ErrorCode::OutOfRange:
        return {m_error.values.size() < 2 ? tr("The number is out of range.")
                                          : tr("The number is not between %1 and %2.").arg(value(0), value(1)),
                tr("The kernel would not accept it."), tr("Enter a number in the range.")};
    case ErrorCode::BadAddress:
        return {tr("This is not an IPv4 or IPv6 address."), tr("Host names are not looked up here."),
                tr("Enter an address such as 172.18.100.6 or 2001:db8::6.")};
    case ErrorCode::BadMask:
        return {tr("This is not a network mask."), tr("An IPv4 mask has no holes; an IPv6 prefix is 1 to 128."),
                tr("Enter a mask such as 255.255.255.0.")};
    case ErrorCode::BadName:
        return {tr("This name can't exist in the kernel."),
                tr("Names of schedulers, engines and interfaces are short and have no blanks."),
                tr("Choose a name from the list.")};
    case ErrorCode::BadLabel:
        return {tr("The address can't have this label."),
                value(0).isEmpty() ? tr("A label begins with the name of the interface and has at most 15 characters.")
                                   : tr("A label here begins with “%1” and has at most 15 characters.").arg(value(0)),
                tr("Choose another label, or none.")};
    case ErrorCode::MissingPort:
        return {tr("The port is missing."), tr("An address alone does not say where to send connections."),
                tr("Add the port after a colon, as in 192.168.10.11:80.")};
    case ErrorCode::TrailingText:
        return {tr("Something follows the value."), tr("Only one value can stand here."),
                tr("Remove the text after the value.")};
    case ErrorCode::PortZeroNeedsPersistence:
        return {tr("A service for every port (port 0) has to be persistent."),
                tr("The kernel would accept the service and then refuse each of its connections."),
                tr("Turn persistence on, or name a port.")};
    case ErrorCode::PortMustMatchService:
        return {tr("The port differs from the port of the service."),
                tr("Gatewaying (DR) and tunnelling leave the port of a packet as it is."),
                tr("Use the port of the service, or masquerading (NAT).")};
    case ErrorCode::OnePacketNeedsUdp:
        return {tr("One-packet scheduling works only for UDP."),
                tr("Every packet would go to another real server, and no TCP connection would hold."),
                tr("Turn one-packet scheduling off, or use a UDP service.")};
    case ErrorCode::FamilyMismatch:
        return {tr("The service and the real server mix IPv4 and IPv6."), tr("Only tunnelling can join the two."),
                tr("Use an address of the same family, or tunnelling.")};
    case ErrorCode::ThresholdOrder:
        return {tr("The lower threshold is above the upper one."),
                tr("A server that is full could never count as free again."),
                tr("Make the lower threshold smaller, or 0 for three quarters of the upper one.")};
    case ErrorCode::TunnelPortMissing:
        return {tr("A GUE tunnel needs a port."), tr("The real server receives the tunnel on a UDP port."),
                tr("Enter the port the real server listens on.")};
    case ErrorCode::UnsupportedProtocol:
        return {tr("This protocol can't be balanced."), tr("The kernel balances TCP, UDP and SCTP."),
                tr("Choose one of the three, or a firewall mark.")};
    case ErrorCode::UnsupportedForwarding:
        return {tr("This forwarding method can't be configured."),
                tr("It exists for connections the kernel makes by itself."),
                tr("Choose masquerading, gatewaying or tunnelling.")};
    case ErrorCode::UnsupportedTunnel:
        return {tr("This kind of tunnel is unknown."), tr("The kernel has IPIP, GUE and GRE."),
                tr("Choose one of the three.")};
    case ErrorCode::FirewallMarkZero:
        return {tr("A firewall mark of 0 means “no mark”."), tr("No packet could ever match the service."),
                tr("Enter a mark from 1 to 4294967295.")};
    case ErrorCode::NotUnicast:
        return {tr("This address does not lead to a single machine."),
                tr("Multicast, broadcast, link-local and unspecified addresses can't be balanced."),
                tr("Enter the address of the machine itself.")};
    case ErrorCode::PlanTooLarge:
        return {value(0).isEmpty() ? tr("There are too many changes.")
                                   : tr("There are more than %1 changes.").arg(value(0)),
                tr("They can't be applied in one go."), tr("Apply them in smaller parts.")};
    case ErrorCode::PlanMissing:
        return {tr("The helper no longer has the plan that was to be applied."),
                tr("It was restarted, or the plan waited too long. Nothing was changed."),
                tr("Apply again. Your changes are still drafted.")};
    case ErrorCode::PlanContradicts:
        return {tr("Two of the changes contradict each other."), tr("Both can't hold at the same time."),
                tr("Discard one of them.")};
    case ErrorCode::ServiceExists:
        return {tr("There is such a virtual service already."), nothingDone,
                tr("Edit the existing service, or choose another address or port.")};
    case ErrorCode::ServiceMissing:
        return {tr("There is no such virtual service any more."), nothingDone, look};
    case ErrorCode::ServerExists:
        return {tr("The service has this real server already."), nothingDone,
                tr("Edit the existing server, or choose another address or port.")};
    case ErrorCode::ServerMissing:
        return {tr("The service does not have this real server any more."), nothingDone, look};
    case ErrorCode::SchedulerMissing:
        return {value(0).isEmpty() ? tr("The kernel could not load the scheduler.")
                                   : tr("The kernel could not load “%1”.").arg(value(0)),
                tr("Its module is not installed on the director, or loading it is forbidden there."),
                tr("Choose another scheduler, or install the kernel's extra modules on the director.")};
    case ErrorCode::DaemonExists:
        return {tr("The sync daemon is running already."), nothingDone, tr("Stop it first to change its settings.")};
    case ErrorCode::DaemonMissing:
        return {tr("The sync daemon is not running."), nothingDone, tr("There is nothing to stop.")};
    case ErrorCode::InterfaceMissing:
        return {value(0).isEmpty() ? tr("There is no such network interface.")
                                   : tr("There is no network interface “%1”.").arg(value(0)),
                nothingDone, tr("Choose an interface that exists on the director.")};
    case ErrorCode::AddressExists:
        return {tr("The interface has this address already."),
                tr("Its label, prefix or scope is another one than wanted. Nothing was changed."), look};
    case ErrorCode::AddressMissing:
        return {tr("The interface does not have this address any more."), nothingDone, look};
    case ErrorCode::AddressInUse:
        return {tr("Other addresses of its network would go with this one."),
                tr("It is the first of the network on its interface, and the kernel would not keep the others "
                   "(net.ipv4.conf.*.promote_secondaries is 0). Nothing was changed."),
                tr("Remove the others first, or set that tunable to 1.")};
    case ErrorCode::RouteExists:
        return {tr("There is another route to this destination already."), nothingDone,
                tr("Change that route, or choose another metric.")};
    case ErrorCode::RouteMissing:
        return {tr("The route does not exist any more."), nothingDone, look};
    case ErrorCode::GatewayUnreachable:
        return {tr("The gateway can't be reached through this interface."),
                tr("It is on none of the interface's networks. Nothing was changed."),
                tr("Choose a gateway on a network of the interface.")};
    case ErrorCode::TunnelExists:
        return {tr("There is an interface of this name, or a tunnel with the same ends, already."), nothingDone,
                tr("Use the one that is there, or choose another name.")};
    case ErrorCode::TunnelInUse:
        return {tr("The tunnel interface has an address that would go with it."),
                tr("Somebody else may need it. Nothing was changed."), tr("Remove that address first.")};
    case ErrorCode::TunnelMissing:
        return {tr("The tunnel interface does not exist any more."), nothingDone, look};
    case ErrorCode::Stale:
        return {tr("Somebody else has changed this object in the meantime."),
                tr("To overwrite the other change unseen would be wrong, so nothing was changed."), look};
    case ErrorCode::NotVerified:
        return {tr("The change was made, but the kernel now shows something else."),
                tr("Another program, such as keepalived, may have changed it back."),
                tr("Find out which program manages this table before you try again.")};
    case ErrorCode::SysctlMissing:
        return {tr("The director does not have this tunable."), nothingDone,
                tr("Look at the System page, which says what it needs: a module or a later kernel.")};
    case ErrorCode::SysctlReadOnly:
        return {tr("The director does not let this tunable be written."),
                tr("It is a container, or the helper was started before IPVS was loaded. Nothing was changed."),
                tr("Run “systemctl restart lvs-console-helper” on the director and apply again.")};
    case ErrorCode::SysctlRefused:
        return {tr("The kernel does not take this value for the tunable."), nothingDone, tr("Choose another value.")};
    case ErrorCode::FirewallRuleExists:
        return {tr("The firewall rule exists already."), nothingDone, tr("There is nothing to add.")};
    case ErrorCode::FirewallRuleMissing:
        return {tr("The firewall rule does not exist."), nothingDone, tr("There is nothing to remove.")};
    case ErrorCode::FirewallRefused:
        return {tr("The kernel's packet filter refused%1.").arg(detail()),
                tr("The rules of the firewall could not be read or changed."),
                tr("Check with “nft list ruleset” on the director whether its kernel has nftables.")};
    case ErrorCode::FirewallMixed:
        return {tr("Somebody else has put rules into LVS Console's own firewall table."),
                tr("To change the table would remove them. Nothing was changed."),
                tr("Look at them with “nft list table inet lvs-console”, and move them into a table of their own.")};
    case ErrorCode::FirewallRulesOverlap:
        return {tr("Another firewall rule of LVS Console gives some of these packets another mark: %1").arg(value(0)),
                tr("Which of the two marks a packet gets would depend on their order. Nothing was changed."),
                tr("Remove that rule first, or choose other ports.")};
    case ErrorCode::KernelRefused:
        return {tr("The kernel refused the change: %1.").arg(kernelWords()), nothingDone,
                tr("The kernel's log on the director may say more.")};
    case ErrorCode::NoIpvs:
        return {tr("The kernel of this machine has no IPVS."),
                tr("The module ip_vs is missing or could not be loaded, so there is no table to show."),
                tr("Load the module with “modprobe ip_vs” on the machine, or install a kernel that has it.")};
    case ErrorCode::NoHelper:
        return {tr("The helper is not running on this machine."),
                tr("The table can be read, but not its counters, and nothing can be changed."),
                tr("Install the package lvs-console-helper on the director.")};
    case ErrorCode::NoProbe:
        return {tr("The health of real servers can't be checked from this machine."),
                tr("Its probe service, lvs-console-probe, is not installed or can't be started."),
                tr("Install lvs-console-helper of this version on the director.")};
    case ErrorCode::NotATarget:
        return {value(0).isEmpty() ? tr("An address is not in the director's table.")
                                   : tr("%1 is not in the director's table.").arg(value(0)),
                tr("Only the machines of the table are looked at, and it may have changed."),
                tr("Read the table, and check again.")};
    case ErrorCode::HelperFailed:
        return {tr("The helper gave an answer that makes no sense%1.").arg(detail()),
                tr("Console and helper may be of different versions."),
                tr("Install the same version on both machines; the journal of lvs-console-helper says more.")};
    case ErrorCode::NotAuthorized:
        return {tr("You are not allowed to do this on the director."),
                tr("Its polkit rules refused the change. Nothing was changed."),
                tr("Ask its administrator, or connect as another user.")};
    case ErrorCode::AuthenticationDismissed:
        return {tr("The password question was closed."), tr("Nothing was changed."),
                tr("Apply again and enter the password. Your changes are still drafted.")};
    case ErrorCode::NoAuthenticationAgent:
        return {tr("The director had nobody to ask for a password."),
                tr("No polkit agent is running for your session. Nothing was changed."),
                tr("On this computer, start your desktop's authentication agent. Over SSH, install pkttyagent (package "
                   "polkitd) on the director, log in as root, or let its administrator add a polkit rule that allows "
                   "you this.")};
    case ErrorCode::Busy:
        return {value(0).isEmpty() ? tr("Another change is being applied.")
                                   : tr("Another change is being applied by %1.").arg(value(0)),
                tr("Changes are applied one after the other. Nothing was changed."), tr("Apply again in a moment.")};
    case ErrorCode::TooManyRequests:
        return {tr("There are too many requests at once."), tr("The helper protects the director from overload."),
                tr("Wait a moment and try again.")};
    case ErrorCode::BadRequest:
        return {tr("The helper could not make sense of a request."), tr("Nothing was changed."),
                tr("Use the same version of the console and of the helper.")};
    case ErrorCode::ReadOnly:
        return {tr("This director is read-only%1.").arg(detail()), tr("Nothing can be changed from here."),
                tr("Install lvs-console-helper on it, or unlock editing if that is offered.")};
    case ErrorCode::BadHostName:
        return {tr("This is not a host name."), tr("The machine can't be reached under such a name."),
                tr("Enter USER@HOST, or USER@HOST:PORT if ssh listens on another port.")};
    case ErrorCode::HostUnreachable:
        return {tr("The machine can't be reached%1.").arg(detail()),
                tr("Either it is off, or the network does not lead there, or ssh is not listening."),
                tr("Check the name and port, and try “ssh HOST” in a terminal.")};
    case ErrorCode::HostKeyUnknown:
        return {tr("The host key of this machine is not known yet."),
                tr("Nothing proves so far that it is the machine you mean."),
                tr("Compare the fingerprint with the one its administrator gave you, then accept it.")};
    case ErrorCode::HostKeyChanged:
        return {tr("The host key of this machine has changed%1.").arg(detail()),
                tr("It was installed anew, or another machine pretends to be it. The connection was not made."),
                tr("Ask its administrator. If the change is genuine, remove the old key from known_hosts.")};
    case ErrorCode::HostKeyRefused:
        return {tr("The host key was not accepted."), tr("The connection was not made."),
                tr("Connect again and accept the key once you have compared it.")};
    case ErrorCode::LoginFailed:
        return {tr("The login was refused."), tr("The user name, password or key is not accepted there."),
                tr("Check the user name, and connect again.")};
    case ErrorCode::LoginCancelled:
        return {tr("The login was cancelled."), tr("The connection was not made."), tr("Connect again when you like.")};
    case ErrorCode::LinkLost:
        return {tr("The connection to the director ended."), draftsKept,
                tr("It is made again by itself as soon as the machine answers.")};
    case ErrorCode::OutcomeUnknown:
        return {tr("It is not known whether the changes were applied."),
                tr("The connection ended after they were sent. What the director has begun it finishes or takes back."),
                tr("Look at the table once it is read again. Applying again does only what is still missing.")};
    case ErrorCode::TimedOut:
        return {tr("The director did not answer in time."), draftsKept,
                tr("Check the machine and the network; reading goes on by itself.")};
    case ErrorCode::Cancelled:
        return {tr("The operation was cancelled."), tr("It was not finished."), tr("Start it again if you need it.")};
    case ErrorCode::HostNotFound:
        return {tr("The name of the machine could not be found%1.").arg(detail()),
                tr("Neither the name service nor your ssh configuration knows it."),
                tr("Check the spelling, or enter the machine's address.")};
    case ErrorCode::ConnectionRefused:
        return {tr("The machine refused the connection%1.").arg(detail()),
                tr("It is running, but no ssh server listens on this port."),
                tr("Check the port, or start the ssh server on the machine.")};
    case ErrorCode::SshMissing:
        return {tr("There is no ssh program on this computer."), tr("Other machines can't be reached without it."),
                tr("Install the package openssh-client on this computer.")};
    case ErrorCode::AuthenticationFailed:
        return {tr("The password was wrong."), tr("The director could not tell who you are. Nothing was changed."),
                tr("Apply again and enter the right password. Your changes are still drafted.")};
    case ErrorCode::FileNotRead:
        return {tr("%1 could not be read%2.").arg(value(0), value(1).isEmpty() ? QString() : tr(" (%1)").arg(value(1))),
                tr("The file is missing, or you may not read it."), tr("Choose another file.")};
    case ErrorCode::FileNotWritten:
        return {
            tr("%1 could not be written%2.").arg(value(0), value(1).isEmpty() ? QString() : tr(" (%1)").arg(value(1))),
            value(2).isEmpty() ? tr("Nothing was changed: the old file, if there was one, is still there.")
                               : tr("%1 is the new file already, and could not be put back.").arg(value(2)),
            tr("Look at the free space and at who may write there.")};
    case ErrorCode::FileNotUnderstood:
        return {tr("%1 is not a file that this version understands.").arg(value(0)),
                tr("It has another format, or was written by a later version. Nothing was changed."),
                tr("Choose another file, or move this one away to start anew.")};
    case ErrorCode::BootIncomplete:
        return {tr("Not everything will come back after a reboot."),
                tr("%1 was written, but when it was read again %Ln object(s) were missing or different, the first of "
                   "them: %2",
                   "", value(1).toInt())
                    .arg(value(0), value(2)),
                tr("Change these to what ipvsadm can restore, and write again.")};
    case ErrorCode::BadKernelReply:
        return {tr("The kernel's answer could not be understood."),
                tr("Whether the operation took effect is not known from it."),
                tr("Read the table again to see what holds, and look at the director's kernel log.")};
    case ErrorCode::NotACommand:
        return {tr("“%1” is not a command of ipvsadm.").arg(value(0)),
                tr("A line begins with what is to be done, such as -A, -E, -D, -a, -e, -d, -C or -Z."),
                tr("Begin the line with a command.")};
    case ErrorCode::UnknownOption:
        return {tr("ipvsadm has no option “%1”.").arg(value(0)), tr("Long options can't be abbreviated."),
                tr("Check the spelling.")};
    case ErrorCode::OptionConflict:
        return {tr("“%1” and “%2” can't stand on one line.").arg(value(0), value(1)),
                tr("ipvsadm would refuse the line."), tr("Remove one of them.")};
    case ErrorCode::OptionNotAllowed:
        return {tr("“%1” can't be used with “%2”.").arg(value(0), value(1)), tr("ipvsadm would refuse the line."),
                tr("Remove the option.")};
    case ErrorCode::OptionMissing:
        return {tr("“%1” needs %2.", "command, options").arg(value(1), value(0)), tr("ipvsadm would refuse the line."),
                tr("Add what is missing.")};
    case ErrorCode::OptionNeeds:
        return {tr("“%1” needs “%2”.", "option, option").arg(value(0), value(1)),
                tr("Without it the option means nothing."), tr("Add the one, or remove the other.")};
    case ErrorCode::ValueMissing:
        return {tr("“%1” has too few values.").arg(value(0)), tr("ipvsadm would refuse the line."),
                tr("Write the value behind the option.")};
    case ErrorCode::UnexpectedWord:
        return {tr("“%1” belongs to no option.").arg(value(0)), tr("ipvsadm would refuse the line."),
                tr("Remove it, or write the option before it.")};
    case ErrorCode::UnknownKeyword:
        return {tr("“%1” is not known here.").arg(value(0)), tr("ipvsadm would refuse the line."),
                tr("Check the spelling.")};
    case ErrorCode::HostName:
        return {tr("“%1” is a host name.").arg(value(0)),
                tr("Names are not looked up: to the director the name may mean another machine."),
                tr("Write the address instead.")};
    case ErrorCode::ServiceName:
        return {tr("“%1” is the name of a port.").arg(value(0)),
                tr("Names are not looked up: which number is meant is up to each machine."),
                tr("Write the number instead.")};
    case ErrorCode::NotIpvsadm:
        return {tr("“%1” is not ipvsadm.").arg(value(0)), tr("Only commands of ipvsadm are read, nothing is executed."),
                tr("Leave it out, or do it by hand.")};
    case ErrorCode::ShellSyntax:
        return {tr("Only a shell could say what “%1” stands for.").arg(value(0)),
                tr("Nothing is executed, so that variables and patterns have no value here."),
                tr("Write the value itself.")};
    case ErrorCode::RulesElsewhere:
        return {tr("The rules that this reads are not in the text."), tr("Files are not opened from a pasted text."),
                tr("Paste the rules themselves.")};
    case ErrorCode::ControlCharacter:
        return {tr("A character that can't be seen stands here: %1.").arg(value(0)),
                tr("ipvsadm would take it for part of a word."), tr("Remove the character.")};
    case ErrorCode::NotUtf8:
        return {tr("Something here is not text in UTF-8."), tr("It could not be written back as it was."),
                tr("Write it anew, or save the file as UTF-8.")};
    case ErrorCode::NotAText:
        return {tr("This is not a text but a file of another kind: %1.").arg(value(0)),
                tr("There are no rules to read in it."), tr("Unpack or convert the file first.")};
    case ErrorCode::OtherDialect:
        return {tr("“%1” is an option of DPVS or of Alibaba's LVS.").arg(value(0)),
                tr("The kernel's IPVS and its ipvsadm do not have it; FullNAT, for one, is set up differently here."),
                tr("Write the line for ipvsadm, or apply the file where it was made for.")};
    case ErrorCode::TooManyLines:
        return {tr("The file has more than %1 lines.").arg(value(0)), tr("The lines from here on are not read."),
                tr("Divide the file.")};
    case ErrorCode::NoRules:
        return {tr("There is no rule in this file."),
                tr("As a whole table it would stand for an empty one, and every service would go."),
                tr("Write -C into it if the table shall be empty.")};
    case ErrorCode::HostNotRead:
        return {tr("What the machine has could not be read%1.").arg(detail()),
                tr("Without its addresses, routes and tunables nobody can say what has to be changed on it."),
                tr("Connect to it, or set it up by the script that is offered for machines that can't be reached.")};
    case ErrorCode::NotOnHost:
        return {tr("The machine does not have the address %1.").arg(value(0)),
                tr("It is another machine than the real server, or the real server's address has changed."),
                tr("Choose the connection that leads to this real server, or correct its address.")};
    case ErrorCode::VipElsewhere:
        return {tr("A real server has the VIP %1 on the interface %2.").arg(value(0), value(1)),
                tr("There it answers ARP for the VIP, or other addresses depend on it. It is not moved without you."),
                tr("Take the VIP off that interface, or choose another machine, and plan again.")};
    case ErrorCode::NotOnLink:
        return {tr("The director has no address in the network of the real server %1.").arg(value(0)),
                tr("Replies would not come back to it, and it could not be the real server's gateway."),
                tr("Give the director an address there, or choose another method.")};
    case ErrorCode::InterfaceDown:
        return {value(0).isEmpty() ? tr("The interface for the VIP is down.")
                                   : tr("The interface “%1”, which is to have the VIP, is down.").arg(value(0)),
                tr("An address on it takes no packets. Nothing was changed."),
                tr("Bring the interface up, or choose another one, and plan again.")};
    case ErrorCode::RouteFromAdvertisement:
        return {tr("The director's IPv6 default route comes from router advertisements%1.").arg(detail()),
                tr("A machine that forwards IPv6 drops such a route unless accept_ra is 2, and the director would lose "
                   "its way to the clients, and perhaps this console."),
                tr("Set net.ipv6.conf.INTERFACE.accept_ra=2 for that interface and then "
                   "net.ipv6.conf.all.forwarding=1 on the director, and plan again; or give it a route of its own.")};
    case ErrorCode::NotSupported:
        return {tr("This director can't do that%1.").arg(detail()),
                tr("Its kernel, its helper or the way it is connected lacks the function."),
                tr("Connect to it through lvs-console-helper of this version.")};
    }
    return {};
}

} // namespace

ErrorText errorText(const Error &error)
{
    return Words(error).all();
}

QString errorSentence(const Error &error)
{
    return errorText(error).what;
}

QString errorSummary(const Error &error)
{
    const ErrorText text = errorText(error);
    return Words::joined(text.what, text.remedy);
}

QString errorParagraphs(const Error &error)
{
    const ErrorText text = errorText(error);
    return text.what + u'\n' + text.meaning + u'\n' + text.remedy;
}

} // namespace lvs
