// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/wire.h"

/// The structures of org.lvsconsole.Probe1.xml, as those of wire.h; convert.h makes values from them.
namespace lvs::bus {

struct AddressData {
    QByteArray address{}; ///< 4 or 16 bytes
    auto fields(this auto &self) { return std::tie(self.address); }
};

struct PortData {
    QByteArray address{};
    quint16 port = 0;
    auto fields(this auto &self) { return std::tie(self.address, self.port); }
};

struct PageData {
    QByteArray address{};
    quint16 port = 0;
    QString host{}; ///< empty: address and port
    QString path{};
    auto fields(this auto &self) { return std::tie(self.address, self.port, self.host, self.path); }
};

struct ProbeResultData {
    quint8 outcome = 0; ///< lvs::ProbeOutcome
    quint32 took = 0;   ///< microseconds
    qint32 kernelErrno = 0;
    auto fields(this auto &self) { return std::tie(self.outcome, self.took, self.kernelErrno); }
};

struct PageResultData {
    ProbeResultData result{};
    quint16 status = 0;
    quint32 bytes = 0;
    QByteArray firstLine{}; ///< SHA-256; empty: there was no content
    auto fields(this auto &self) { return std::tie(self.result, self.status, self.bytes, self.firstLine); }
};

struct TlsResultData {
    ProbeResultData result{};
    QByteArray certificate{}; ///< SHA-256; empty: none came
    qint64 validUntil = 0;    ///< seconds since 1970; 0: not known
    auto fields(this auto &self) { return std::tie(self.result, self.certificate, self.validUntil); }
};

struct ArpAnswerData {
    QString interface{};
    QByteArray hardwareAddress{};
    quint32 answers = 0;
    auto fields(this auto &self) { return std::tie(self.interface, self.hardwareAddress, self.answers); }
};

template<> inline constexpr qsizetype listLimit<AddressData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<PortData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<PageData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<ProbeResultData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<PageResultData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<TlsResultData> = bounds::targetsPerProbe;
template<> inline constexpr qsizetype listLimit<ArpAnswerData> = bounds::arpAnswers;

} // namespace lvs::bus

Q_DECLARE_METATYPE(lvs::bus::AddressData)
Q_DECLARE_METATYPE(lvs::bus::PortData)
Q_DECLARE_METATYPE(lvs::bus::PageData)
Q_DECLARE_METATYPE(lvs::bus::ProbeResultData)
Q_DECLARE_METATYPE(lvs::bus::PageResultData)
Q_DECLARE_METATYPE(lvs::bus::TlsResultData)
Q_DECLARE_METATYPE(lvs::bus::ArpAnswerData)
