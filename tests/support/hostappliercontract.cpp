// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the contract about what is set up on the machine.
#include "tests/support/appliercontract.h"
#include "tests/support/hostobjects.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const QString ignore = u"ipv4/conf/all/arp_ignore"_s;
const QString announce = u"ipv4/conf/all/arp_announce"_s;
const HostAddress onTunnel{tunnel().name, {.address = ip(u"198.51.100.1"), .prefixLength = 24}};

/// As for a real server of TUN, with a way to somewhere else.
ChangePlan setUp()
{
    return plan({tune(ignore, 0, 1), tune(announce, 0, 2), AddTunnel{tunnel()}, AddAddress{onTunnel},
                 AddAddress{loopbackVip()}, AddRoute{route(u"203.0.113.0", 24, u"198.51.100.2", u"lvstun0")}});
}

std::vector<Operation> sent(const FaultBackend &backend)
{
    std::vector<Operation> operations;
    for (const std::vector<Operation> &batch : backend.batches())
        std::ranges::copy(batch, std::back_inserter(operations));
    return operations;
}

} // namespace

HostInfo ApplierContract::host()
{
    return m_inner->readHost().value_or(HostInfo());
}

void ApplierContract::prepareHost()
{
    meanwhile(AddTunnel{tunnel()}); // loads the module, whose own interface stays
    meanwhile(RemoveTunnel{tunnel()});
    meanwhile(SetSysctl{ignore, {}, u"0"_s});
    meanwhile(SetSysctl{announce, {}, u"0"_s});
}

void ApplierContract::hostComesBack()
{
    prepareHost();
    const HostInfo before = host();
    const ApplyReport report = apply(setUp());
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QVERIFY(std::ranges::all_of(m_backend->batches(), [](const auto &batch) { return batch.size() == 1; }));
    QCOMPARE(sent(*m_backend), setUp().operations);
    QCOMPARE(apply(setUp()).outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(report.undo, inverse(setUp()));

    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    const HostInfo after = host();
    QCOMPARE(after.sysctls, before.sysctls);
    QCOMPARE(after.routes, before.routes);
    QVERIFY(!findInterface(after.interfaces, tunnel().name));
    QCOMPARE(findInterface(after.interfaces, loopbackVip().interface)->addresses,
             findInterface(before.interfaces, loopbackVip().interface)->addresses);
}

void ApplierContract::hostIsTakenBackInReverse_data()
{
    QTest::addColumn<int>("failing");
    for (int i = 0; i < int(setUp().operations.size()); ++i)
        QTest::addRow("operation %d", i) << i;
}

void ApplierContract::hostIsTakenBackInReverse()
{
    QFETCH(const int, failing);
    prepareHost();
    const HostInfo before = host();
    m_backend->failOperation(failing, EBUSY);
    const ApplyReport report = apply(setUp());
    QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(countOf(report, OperationStatus::Undone), failing);
    QCOMPARE(countOf(report, OperationStatus::Failed), 1);
    ChangePlan done = setUp();
    done.operations.resize(size_t(failing));
    std::vector<Operation> expected(setUp().operations);
    expected.resize(size_t(failing) + 1);
    std::ranges::copy(inverse(done).operations, std::back_inserter(expected));
    QCOMPARE(sent(*m_backend), expected);
    QCOMPARE(host().sysctls, before.sysctls);
    QCOMPARE(host().routes, before.routes);
    QCOMPARE(findInterface(host().interfaces, loopbackVip().interface)->addresses,
             findInterface(before.interfaces, loopbackVip().interface)->addresses);
}

/// Better a machine that is too silent than a VIP that answers ARP.
void ApplierContract::arpStaysRestrictedWhileTheAddressStays()
{
    prepareHost();
    const ChangePlan changes = plan({tune(ignore, 0, 1), AddAddress{loopbackVip()}, AddTunnel{tunnel()}});
    m_backend->failOperation(2, EBUSY);
    m_backend->failOperation(3, EPERM); // the address does not go
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(report.results[0].status, OperationStatus::UndoFailed);
    QCOMPARE(report.results[1].status, OperationStatus::UndoFailed);
    QCOMPARE(report.results[1].error->kernelErrno, EPERM);
    QCOMPARE(sysctl(ignore), u"1"_s);
    meanwhile(RemoveAddress{loopbackVip()});
    prepareHost();
}

void ApplierContract::hostPlansAreRefusedWhenStale()
{
    prepareHost();
    const auto refusal = [&](const ChangePlan &changes) {
        const HostInfo before = host();
        const ApplyReport report = apply(changes);
        return report.outcome == ApplyOutcome::Refused && host() == before ? report.error->code : ErrorCode();
    };
    HostAddress unlabelled = loopbackVip();
    unlabelled.address.label.clear();
    HostAddress nowhere = unlabelled;
    nowhere.interface = interface(u"lvstun9");
    const HostRoute way = route(u"203.0.113.0", 24, {}, u"lo");
    QCOMPARE(refusal(plan({tune(ignore, 2, 1)})), ErrorCode::Stale);
    QCOMPARE(refusal(plan({tune(ignore, 0, 1), AddAddress{nowhere}})), ErrorCode::InterfaceMissing);
    QCOMPARE(refusal(plan({tune(u"ipv4/conf/lvstun9/arp_ignore"_s, 0, 1)})), ErrorCode::SysctlMissing);
    QCOMPARE(refusal(plan({EditRoute{way, route(u"203.0.113.0", 24, {}, u"lo")},
                           AddRoute{route(u"203.0.114.0", 24, {}, u"lvstun9")}})),
             ErrorCode::RouteMissing);
    QCOMPARE(refusal(plan({AddTunnel{tunnel(u"lo")}})), ErrorCode::TunnelExists);
    meanwhile(AddAddress{loopbackVip()});
    QCOMPARE(refusal(plan({AddAddress{unlabelled}})), ErrorCode::AddressExists);
    QCOMPARE(refusal(plan({RemoveAddress{unlabelled}})), ErrorCode::Stale);
    meanwhile(RemoveAddress{loopbackVip()});
    QCOMPARE(apply(plan({RemoveAddress{unlabelled}})).outcome, ApplyOutcome::AlreadySo);
}

void ApplierContract::othersAddressStays()
{
    prepareHost();
    // Somebody removes it and gives it another label before the next operation fails.
    HostAddress theirs = loopbackVip();
    theirs.address.label = u"lo:7"_s;
    m_backend->beforeOperation(2, [&](Backend &backend) {
        const std::vector<Operation> edits{RemoveAddress{loopbackVip()}, AddAddress{theirs}};
        for (const Result<void> &edited : backend.execute(edits))
            QVERIFY(edited);
    });
    m_backend->failOperation(2, EBUSY);
    const ApplyReport report = apply(plan({tune(ignore, 0, 1), AddAddress{loopbackVip()}, AddTunnel{tunnel()}}));
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(report.results[1].error->code, ErrorCode::Stale);
    QCOMPARE(sysctl(ignore), u"0"_s);
    meanwhile(RemoveAddress{theirs});
}

} // namespace lvs::test
