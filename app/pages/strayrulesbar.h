// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/messagebar.h"
#include "core/model/firewall.h"

namespace lvs {

class DirectorSession;

/// The bar of a page that says that firewall rules of the console lead to no service, and offers to remove them: they
/// are in nobody's way, but nothing else shows them.
class StrayRulesBar : public MessageBar
{
    Q_OBJECT
public:
    /// Not owned.
    explicit StrayRulesBar(DirectorSession *session, QWidget *parent = nullptr);

    /// To be called when the page is shown, and with each reading while it is: looks at the rules now and then.
    void look();

Q_SIGNALS:
    /// The removal was drafted, or why it could not be.
    void drafted(const lvs::Result<void> &result);

private:
    void refresh();
    /// Without those that the draft removes, or leads to a service.
    std::vector<MarkRule> undraftedRules() const;
    void draftRemoval();

    DirectorSession *m_session;
    std::vector<MarkRule> m_rules; ///< that it speaks of
    std::vector<MarkRule> m_dismissed;
};

} // namespace lvs
