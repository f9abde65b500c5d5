// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/messagebar.h"

namespace lvs {

class DirectorSession;

/// Says above all pages of a director what is wrong with the way to it or with reading its table, and offers to
/// connect again.
class LinkBar : public MessageBar
{
    Q_OBJECT
public:
    /// The session is not owned.
    explicit LinkBar(DirectorSession *session, QWidget *parent = nullptr);

private:
    void refresh();
    void refreshReading();

    DirectorSession *m_session;
    std::optional<Error> m_told; ///< what was closed stays closed while nothing else happens
};

} // namespace lvs
