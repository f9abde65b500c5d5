// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// Value of a Host header: a name or address with an optional port (RFC 9110, section 7.2), up to 255 of
/// [A-Za-z0-9._:-] and brackets. Nothing in it can end a line.
class HttpHost
{
public:
    HttpHost() = default; ///< empty: not given
    static Result<HttpHost> fromText(QStringView text);
    const QString &toString() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const HttpHost &, const HttpHost &) = default;

private:
    explicit HttpHost(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// What is asked for on a web server: begins with '/', up to 255 printable ASCII characters without a blank, quotation
/// mark, '<', '>', '#' or '\\' (RFC 3986 has no others in path and query).
class HttpPath
{
public:
    HttpPath() = default; ///< "/"
    static Result<HttpPath> fromText(QStringView text);
    const QString &toString() const { return m_text; }
    friend bool operator==(const HttpPath &, const HttpPath &) = default;

private:
    explicit HttpPath(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text = QStringLiteral("/");
};

} // namespace lvs
