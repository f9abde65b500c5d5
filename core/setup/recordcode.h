// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipnetwork.h"
#include "core/types/names.h"
#include "core/types/portset.h"
#include "core/types/servicekey.h"

#include <QByteArray>
#include <QMetaEnum>
#include <QtEndian>

#include <concepts>
#include <optional>
#include <utility>
#include <variant>

namespace lvs {

// Values as bytes: numbers little endian, texts as UTF-8 behind their length, lists behind their size, one of several
// behind its place among them. What a structure consists of is said once, for writing and for reading, by a function
// describe(code, structure) that hands its members to `code` (recordfields.h).

/// Refers to both a value that is written and one that is read.
template<class T, class Value>
concept Described = std::same_as<std::remove_const_t<T>, Value>;

/// Names that have a grammar; an empty text stands for none.
template<class T>
concept GrammaticalName =
    std::same_as<T, SchedulerName> || std::same_as<T, PersistenceEngine> || std::same_as<T, InterfaceName>;

template<class T>
concept CodedFlags = requires(T value) { T::fromInt(value.toInt()); };

template<class T>
concept CodedList = requires(T list) {
    typename T::value_type;
    list.push_back(std::declval<typename T::value_type>());
};

/// Which structures a file has; what one consists of may depend on it.
class RecordVersion
{
public:
    explicit RecordVersion(quint32 version)
        : m_version(version)
    {
    }
    quint32 version() const { return m_version; }
    void setVersion(quint32 version) { m_version = version; }

private:
    quint32 m_version;
};
inline constexpr quint32 newestRecord = 3;

class RecordWriter : public RecordVersion
{
public:
    explicit RecordWriter(quint32 version = newestRecord)
        : RecordVersion(version)
    {
    }

    void operator()(const auto &...values) { (write(values), ...); }
    const QByteArray &bytes() const { return m_bytes; }

private:
    template<std::integral Number> void write(const Number &number)
    {
        const auto little = qToLittleEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
    void write(bool value) { write(quint8(value)); }
    void write(const QByteArray &bytes)
    {
        write(quint32(bytes.size()));
        m_bytes.append(bytes);
    }
    void write(const QString &text) { write(text.toUtf8()); }
    void write(const GrammaticalName auto &name) { write(name.toString()); }
    void write(const IpAddress &address)
    {
        write(quint8(address.family()));
        m_bytes.append(reinterpret_cast<const char *>(address.bytes().data()), address.isIPv4() ? 4 : 16);
    }
    void write(const IpNetwork &network)
    {
        write(network.address());
        write(network.prefixLength());
    }
    void write(const PortSet &ports) { write(std::vector(ports.ranges().begin(), ports.ranges().end())); }
    /// By name, for their numbers change.
    void write(ErrorCode code) { write(QByteArray(QMetaEnum::fromType<ErrorCode>().valueToKey(quint64(code)))); }
    void write(const CodedFlags auto &flags) { write(flags.toInt()); }
    template<class T> void write(const std::optional<T> &value)
    {
        write(value.has_value());
        if (value)
            write(*value);
    }
    template<class... Ts> void write(const std::variant<Ts...> &value)
    {
        write(quint8(value.index()));
        std::visit([this](const auto &alternative) { write(alternative); }, value);
    }
    template<class T> void write(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            write(std::to_underlying(value));
        } else if constexpr (CodedList<T>) {
            write(quint32(value.size()));
            for (const auto &element : value)
                write(element);
        } else {
            describe(*this, value);
        }
    }

    QByteArray m_bytes;
};

/// Takes what RecordWriter wrote. After the first thing that can't be, nothing more is read and isWhole() is false.
class RecordReader : public RecordVersion
{
public:
    explicit RecordReader(QByteArrayView bytes)
        : RecordVersion(newestRecord)
        , m_rest(bytes)
    {
    }

    void operator()(auto &...values) { (read(values), ...); }
    /// Whether everything was read and understood.
    bool isWhole() const { return m_isGood && m_rest.isEmpty(); }

private:
    void fail()
    {
        m_isGood = false;
        m_rest = {};
    }
    QByteArrayView take(qsizetype size)
    {
        if (size > m_rest.size()) {
            fail();
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }
    template<std::integral Number> void read(Number &number)
    {
        const QByteArrayView bytes = take(sizeof number);
        number = bytes.isEmpty() ? Number() : qFromLittleEndian<Number>(bytes.data());
    }
    void read(bool &value)
    {
        quint8 byte = 0;
        read(byte);
        value = byte == 1;
        if (byte > 1)
            fail();
    }
    void read(QByteArray &bytes)
    {
        quint32 size = 0;
        read(size);
        bytes = take(size).toByteArray();
    }
    void read(QString &text)
    {
        QByteArray bytes;
        read(bytes);
        text = QString::fromUtf8(bytes);
        if (text.toUtf8() != bytes)
            fail();
    }
    template<GrammaticalName Name> void read(Name &name)
    {
        QString text;
        read(text);
        if (text.isEmpty())
            return;
        if (auto read = Name::fromText(text))
            name = *read;
        else
            fail();
    }
    void read(IpAddress &address)
    {
        quint8 family = 0;
        read(family);
        if (family != quint8(Family::IPv4) && family != quint8(Family::IPv6))
            return fail();
        const QByteArrayView bytes = take(family == quint8(Family::IPv4) ? 4 : 16);
        if (bytes.size() == 4) {
            address = IpAddress::fromIPv4(qFromBigEndian<quint32>(bytes.data()));
        } else if (bytes.size() == 16) {
            std::array<quint8, 16> all{};
            std::ranges::copy(bytes, all.begin());
            address = IpAddress::fromIPv6(all);
        }
    }
    void read(IpNetwork &network)
    {
        IpAddress address;
        quint8 prefixLength = 0;
        read(address);
        read(prefixLength);
        if (const auto read = IpNetwork::of(address, prefixLength))
            network = *read;
        else
            fail();
    }
    void read(PortSet &ports)
    {
        std::vector<PortRange> ranges;
        read(ranges);
        if (auto read = PortSet::of(std::move(ranges)))
            ports = std::move(*read);
        else
            fail();
    }
    void read(ErrorCode &code)
    {
        QByteArray name;
        read(name);
        bool isKnown = false;
        const int value = QMetaEnum::fromType<ErrorCode>().keyToValue(name.constData(), &isKnown);
        if (isKnown)
            code = ErrorCode(value);
        else
            fail();
    }
    template<CodedFlags Flags> void read(Flags &flags)
    {
        typename Flags::Int bits = 0;
        read(bits);
        flags = Flags::fromInt(bits);
    }
    template<class T> void read(std::optional<T> &value)
    {
        bool isThere = false;
        read(isThere);
        if (isThere)
            read(value.emplace());
    }
    template<class... Ts> void read(std::variant<Ts...> &value)
    {
        quint8 index = 0;
        read(index);
        if (index >= sizeof...(Ts))
            return fail();
        quint8 place = 0;
        ((place++ == index ? read(value.template emplace<Ts>()) : void()), ...);
    }
    template<class T> void read(T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            std::underlying_type_t<T> number{};
            read(number);
            value = T(number);
        } else if constexpr (CodedList<T>) {
            quint32 size = 0;
            read(size);
            for (; size > 0 && m_isGood; --size) { // the size may be a lie, so that nothing is kept free for it
                typename T::value_type element{};
                read(element);
                value.push_back(std::move(element));
            }
        } else {
            describe(*this, value);
        }
    }

    QByteArrayView m_rest;
    bool m_isGood = true;
};

} // namespace lvs
