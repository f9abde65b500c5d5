// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/rulenotetext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleNote)
public:
    static QString text(const RuleNote &note);
};

QString Words::text(const RuleNote &note)
{
    const QString value = note.values.value(0);
    switch (note.code) {
    case RuleNote::Code::DefaultPersistence:
        return tr("-p without a number means 360 seconds, whatever the manual page says.");
    case RuleNote::Code::UnusualAddress:
        return tr("ipvsadm reads this address as %1.").arg(value);
    case RuleNote::Code::OddNetmask:
        return tr("ipvsadm reads this mask as %1, which has holes.").arg(value);
    case RuleNote::Code::NetmaskForgotten:
        return tr("ipvsadm forgets the mask, because it stands before what makes the service IPv6.");
    case RuleNote::Code::NetmaskUnused:
        return tr("Without -p the mask has no effect.");
    case RuleNote::Code::PortOverwritten:
        return tr("DR and TUN leave the port alone, so that ipvsadm uses port %1. Another port needs -m.").arg(value);
    case RuleNote::Code::ServerBeforeService:
        return tr("The port becomes 0, because -r stands before the service.");
    case RuleNote::Code::DefaultInterface:
        return tr("Without --mcast-interface the daemon runs on eth0.");
    case RuleNote::Code::ForwardingUnnamed:
        return tr("An edit without -g, -i or -m makes the server DR, whatever it was.");
    case RuleNote::Code::ResetsUnnamed:
        return tr("An edit resets what it does not name. To keep it, add: %1").arg(note.values.join(u' '));
    case RuleNote::Code::AlreadySo:
        return tr("This changes nothing.");
    case RuleNote::Code::CommentLine:
        return tr("ipvsadm -R ends at a comment. ipvsadm-restore passes over lines that begin with #.");
    case RuleNote::Code::TrailingComment:
        return tr("ipvsadm takes a comment behind a command for part of it, and stops.");
    case RuleNote::Code::ContinuedLine:
        return tr("ipvsadm reads each line alone: a backslash joins no lines there.");
    case RuleNote::Code::BracketedServer:
        return tr("ipvsadm refuses brackets without a port. It reads %1.").arg(value);
    case RuleNote::Code::PrefixNetmask:
        return tr("ipvsadm refuses this way to write a mask. It reads %1.").arg(value);
    case RuleNote::Code::HexadecimalMark:
        return tr("ipvsadm refuses hexadecimal marks. It reads %1.").arg(value);
    case RuleNote::Code::ProgramPath:
        return tr("ipvsadm passes over its own name, but not with a path before it.");
    case RuleNote::Code::ByteOrderMark:
        return tr("The file begins with a byte order mark, and ipvsadm refuses it.");
    case RuleNote::Code::LostLine:
        return tr("ipvsadm does not read the last line if two blanks and no line end follow it.");
    }
    return {};
}

} // namespace

QString ruleNoteText(const RuleNote &note)
{
    return Words::text(note);
}

} // namespace lvs
