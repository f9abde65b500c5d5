// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowexcerpt.h"
#include "app/pages/serviceactions.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lvs {

class ServicesView;

/// Copies rows of the services table to the clipboard. What has not been read yet is read first; rows are taken out of
/// the table in slices, between which the event loop turns, and written down on another thread.
class RowCopier : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; `view` is the parent.
    RowCopier(ServiceActions *actions, ServicesView *view);

    /// Forgets what still waits to be read: what comes after a broken link is not what was asked for.
    void giveUp();

private:
    enum class Rows : quint8 { Selected, All };
    struct Wish {
        Rows rows;
        CopyFormat format;
    };

    void copy(const Wish &wish);
    /// Copies what is wished for once all of it is known.
    void copyWhenRead();
    /// Finds the rows, whose services are still to be copied.
    void findRows();
    void copySome();
    void writeDown();

    ServicesView *m_view;
    std::optional<Wish> m_wish;
    std::shared_ptr<RowExcerpt> m_excerpt;      ///< being filled; nullptr: not begun
    std::vector<const ServiceRow *> m_services; ///< to be copied into it, in this order
    QTimer m_sliceTimer;
};

} // namespace lvs
