// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowexcerpt.h"
#include "app/pages/serviceactions.h"

#include <QObject>

namespace lvs {

class ServicesView;

/// Copies rows of the services table to the clipboard. The text is made on another thread; what has not been read yet
/// is read first.
class RowCopier : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; `view` is the parent.
    RowCopier(ServiceActions *actions, ServicesView *view);

private:
    enum class Rows : quint8 { Selected, All };
    struct Wish {
        Rows rows;
        CopyFormat format;
    };

    void copy(const Wish &wish);
    /// Copies what is wished for once all of it is known.
    void copyWhenRead();
    RowExcerpt excerpt(Rows rows) const;

    ServicesView *m_view;
    std::optional<Wish> m_wish;
};

} // namespace lvs
