// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftcontext.h"

#include "helper/kernel/nftwrite.h"

#include <nftables/libnftables.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// What a console may show of it.
QString firstLine(const char *text)
{
    QString line = QString::fromUtf8(text).section(u'\n', 0, 0).left(200);
    std::ranges::replace_if(line, [](QChar c) { return !c.isPrint(); }, u' ');
    return line;
}

/// 0, or the errno of the first of the sockets that the library opens: it ends the process when it does not get one.
int missingSocket()
{
    const int filter = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_NETFILTER);
    const int filterError = filter < 0 ? errno : 0;
    const int routes = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    const int error = filterError != 0 ? filterError : routes < 0 ? errno : 0;
    for (const int descriptor : {filter, routes}) {
        if (descriptor >= 0)
            close(descriptor);
    }
    return error;
}

QByteArray listing(QLatin1StringView kind, const QJsonValue &what)
{
    return nftCommands({nftObject("list"_L1, nftObject(kind, what))});
}

} // namespace

NftContext::NftContext()
{
    if (const int missing = missingSocket()) {
        m_absence = QString::fromLocal8Bit(std::strerror(missing));
        return;
    }
    m_context = nft_ctx_new(NFT_CTX_DEFAULT);
    if (!m_context)
        return;
    nft_ctx_output_set_flags(m_context, NFT_CTX_OUTPUT_JSON | NFT_CTX_OUTPUT_HANDLE | NFT_CTX_OUTPUT_TERSE |
                                            NFT_CTX_OUTPUT_NUMERIC_PROTO | NFT_CTX_OUTPUT_NUMERIC_PRIO |
                                            NFT_CTX_OUTPUT_NUMERIC_SYMBOL);
    nft_ctx_input_set_flags(m_context, NFT_CTX_INPUT_NO_DNS);
    nft_ctx_buffer_output(m_context);
    nft_ctx_buffer_error(m_context);
}

NftContext::~NftContext()
{
    if (m_context)
        nft_ctx_free(m_context);
}

Result<QByteArray> NftContext::listTables()
{
    return execute(listing("tables"_L1, QJsonValue()));
}

Result<QByteArray> NftContext::listTable(const QString &family, const QString &name)
{
    return execute(listing("table"_L1, QJsonObject{{"family"_L1, family}, {"name"_L1, name}}));
}

Result<void> NftContext::run(const QByteArray &json)
{
    return execute(json).transform([](const QByteArray &) {});
}

Result<QByteArray> NftContext::execute(const QByteArray &command)
{
    if (!m_context)
        return failure(ErrorCode::FirewallRefused, {m_absence});
    if (nft_run_cmd_from_buffer(m_context, command.constData()) != 0)
        return failure(ErrorCode::FirewallRefused, {firstLine(nft_ctx_get_error_buffer(m_context))});
    return QByteArray(nft_ctx_get_output_buffer(m_context));
}

} // namespace lvs
