// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/boottext.h"

#include "app/text/domaintext.h"
#include <QCoreApplication>
#include <QLocale>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

struct BootText {
    Q_DECLARE_TR_FUNCTIONS(BootText)
};

using Installation = BootUnit::Installation;

QString whenText(const BootFile &file)
{
    return BootText::tr("written %1").arg(QLocale().toString(file.changedAt.toLocalTime(), QLocale::ShortFormat));
}

QString unitText(const BootUnit &unit, const QString &name)
{
    switch (unit.installation) {
    case Installation::Enabled:
        return BootText::tr("%1 is enabled").arg(name);
    case Installation::Disabled:
        return BootText::tr("%1 is not enabled").arg(name);
    case Installation::Masked:
        return BootText::tr("%1 is masked").arg(name);
    case Installation::Missing:
        return BootText::tr("there is no %1").arg(name);
    case Installation::Unknown:
        break;
    }
    return BootText::tr("%1: not known").arg(name);
}

QString fileText(const BootFile &file, const QString &whether)
{
    switch (file.state) {
    case BootFile::State::Present:
        return listText({whenText(file), whether});
    case BootFile::State::Missing:
        return BootText::tr("no such file");
    case BootFile::State::Hidden:
        return BootText::tr("only root may read it");
    case BootFile::State::Unusable:
        return BootText::tr("no regular file, or too large");
    case BootFile::State::Unknown:
        break;
    }
    return BootText::tr("not known");
}

/// Whether the distribution's unit reads the file of that layout.
QString distributionText(const BootState &state, const BootForecast &forecast, BootLayout layout)
{
    if (forecast.distributionRestores == layout)
        return BootText::tr("read at boot");
    if (state.distributionLayout && state.distributionLayout != layout)
        return BootText::tr("not read by the %1 of this machine").arg(bootpath::distributionUnit);
    if (!state.distributionUnit.isEnabled())
        return unitText(state.distributionUnit, bootpath::distributionUnit);
    return BootText::tr("not read");
}

} // namespace

MarkedText bootSummary(const BootPicture &picture)
{
    const auto differences = picture.differencesOf(BootSource::NextBoot);
    if (!differences)
        return {State::Unknown, BootText::tr("What the next boot restores is not known in full.")};
    if (*differences == 0)
        return {State::Serving, BootText::tr("A reboot changes nothing: everything comes back.")};
    const bool restores = picture.forecast.ownRestores || picture.forecast.distributionRestores;
    if (!restores)
        return {State::Overloaded, BootText::tr("A reboot loses everything: nothing is set up to bring it back.")};
    return {State::Overloaded, BootText::tr("After a reboot %Ln thing(s) will be different.", "", int(*differences))};
}

QString bootSourceName(BootSource source)
{
    switch (source) {
    case BootSource::NextBoot:
        return BootText::tr("After the next boot");
    case BootSource::Own:
        return BootText::tr("Kept by LVS Console");
    case BootSource::Debian:
        return bootpath::debianRules;
    case BootSource::Rhel:
        return bootpath::rhelRules;
    }
    return {};
}

QString bootSourceText(const BootState &state, const BootForecast &forecast, BootSource source)
{
    switch (source) {
    case BootSource::NextBoot:
        return forecast.isKnown ? QString() : BootText::tr("not known in full");
    case BootSource::Own:
        if (state.own.state == BootFile::State::Missing)
            return BootText::tr("nothing kept; %1").arg(unitText(state.ownUnit, bootpath::ownUnit));
        return fileText(state.own, unitText(state.ownUnit, bootpath::ownUnit));
    case BootSource::Debian:
        return fileText(state.debianRules, distributionText(state, forecast, BootLayout::Debian));
    case BootSource::Rhel:
        return fileText(state.rhelRules, distributionText(state, forecast, BootLayout::Rhel));
    }
    return {};
}

QString bootNoteText(const BootNote &note)
{
    const QString first = note.values.value(0);
    switch (note.code) {
    case BootNote::Code::NothingRestored:
        return BootText::tr("Nothing is set up to bring the table back after a reboot.");
    case BootNote::Code::OwnUnitOff:
        return BootText::tr(
                   "Something is kept for the next boot, but %1 is not enabled and will not restore it. Enable "
                   "it with: systemctl enable %1")
            .arg(first);
    case BootNote::Code::OwnUnitFailed:
        return BootText::tr("%1 did not restore everything at the last boot. Its reasons: journalctl -b -u %1")
            .arg(first);
    case BootNote::Code::OwnFaulty:
        return BootText::tr("Line %1 of the kept table can't be carried out. Keep the table again.").arg(first);
    case BootNote::Code::AutoIsOff:
        return BootText::tr("%1 does not say AUTO=\"true\", so the rules of Debian's layout are not read. That is how "
                            "the package is installed.")
            .arg(first);
    case BootNote::Code::DefaultsFaulty:
        return BootText::tr("%1 has a value that can't be understood.").arg(first);
    case BootNote::Code::DaemonTwice:
        return BootText::tr("The sync daemon %1 is started by DAEMON= in /etc/default/ipvsadm and by --start-daemon in "
                            "the rules. The second start fails, and with it the unit.")
            .arg(first);
    case BootNote::Code::UnitOff:
        return BootText::tr("%1 is not enabled, so its files are not read at boot. Enable it with: systemctl enable %1")
            .arg(first);
    case BootNote::Code::UnitFailed:
        return BootText::tr("%1 failed at the last boot. Its reasons: journalctl -b -u %1").arg(first);
    case BootNote::Code::NoUnit:
        return BootText::tr("There is %1, but no ipvsadm.service that reads it.").arg(first);
    case BootNote::Code::RulesFaulty:
        return BootText::tr("Line %1 of %2 is refused by ipvsadm; what follows may be missing after a reboot.")
            .arg(note.values.value(1), first);
    case BootNote::Code::StopOverwrites:
        return BootText::tr("Stopping ipvsadm.service, as every shutdown does, overwrites %1 with the table of that "
                            "moment. What counts is the table when the machine goes down, not the file.")
            .arg(first);
    case BootNote::Code::StopLoses:
        return BootText::tr("What stopping the unit writes into %1 has no thresholds, timeouts and sync daemons: they "
                            "are lost with the first reboot.")
            .arg(first);
    case BootNote::Code::FileMissing:
        return BootText::tr("%1 does not exist; ipvsadm.service fails without it.").arg(first);
    case BootNote::Code::Hidden:
        return BootText::tr("Only root may read %1.").arg(first);
    case BootNote::Code::BothRestore:
        return BootText::tr("Two units restore: first ipvsadm.service, then LVS Console's adds what is missing.");
    case BootNote::Code::SetupsKept:
        return BootText::tr(
            "What %Ln set-up(s) need on this machine comes back, too: tunables, addresses, routes, rules.", "",
            first.toInt());
    case BootNote::Code::SetupsFaulty:
        return BootText::tr("Line %1 of %2 is not understood, and left out. Set up again what it belongs to.")
            .arg(first, bootpath::setups);
    }
    return {};
}

QString layoutExplanation(BootLayout layout)
{
    if (layout == BootLayout::Debian)
        return BootText::tr(
            "Debian and Ubuntu: ipvsadm.service reads /etc/ipvsadm.rules if /etc/default/ipvsadm says AUTO=\"true\"; "
            "as "
            "installed it says \"false\". It clears the table first, and again when it is stopped. Sync daemons are "
            "started by DAEMON=; only if that can't say them, by lines in the rules: never by both, for the second "
            "start fails. Comments and other variables of /etc/default/ipvsadm stay as they are.");
    return BootText::tr(
        "RHEL, Rocky Linux and openEuler: ipvsadm.service restores /etc/sysconfig/ipvsadm and fails without it. "
        "Stopping "
        "the unit, as every shutdown does, overwrites the file with the table of that moment, without thresholds, "
        "timeouts and sync daemons. If the unit is running, this file lives until the machine goes down.");
}

std::pair<QString, QString> layoutRemainder(const BootState &state, BootLayout layout)
{
    const BootUnit &unit = state.distributionUnit;
    if (unit.installation == Installation::Missing)
        return {BootText::tr("This machine has no ipvsadm.service. Install ipvsadm, or nothing reads what is written."),
                {}};
    if (state.distributionLayout && state.distributionLayout != layout)
        return {BootText::tr("The ipvsadm.service of this machine has the other layout and does not read this."), {}};
    if (unit.installation == Installation::Masked)
        return {BootText::tr("The unit is masked; allow it with:"),
                u"systemctl unmask ipvsadm.service && systemctl enable ipvsadm.service"_s};
    if (unit.installation == Installation::Disabled)
        return {BootText::tr("The unit is not enabled; enable it with:"), u"systemctl enable ipvsadm.service"_s};
    return {};
}

} // namespace lvs
