// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/methodstep.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "app/text/setupchecktext.h"
#include "app/text/setuptext.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lvs {

namespace {

/// An interface's name, or nothing where the field is empty.
Result<InterfaceName> interfaceIn(const QLineEdit &edit)
{
    return edit.text().isEmpty() ? Result<InterfaceName>(InterfaceName()) : InterfaceName::fromText(edit.text());
}

constexpr std::array names{"methodDr", "methodTun", "methodNat", "methodFullNat"};

} // namespace

MethodStep::MethodStep(const SetupWish &wish, QWidget *parent)
    : WizardStep(parent)
    , m_group(new QButtonGroup(this))
    , m_places(new Form(this))
    , m_vipInterface(new QLineEdit(loopbackInterface().toString(), this))
    , m_arpInterface(new QLineEdit(this))
    , m_router(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (std::size_t i = 0; i < m_methods.size(); ++i) {
        const auto method = SetupMethod(i);
        auto *button = new QRadioButton(setupMethodText(method), this);
        auto *words = new QLabel(setupMethodExplanation(method), this);
        button->setObjectName(QLatin1StringView(names[i]));
        button->setAccessibleDescription(words->text());
        words->setWordWrap(true);
        words->setForegroundRole(QPalette::PlaceholderText);
        words->setIndent(24);
        words->setBuddy(button);
        m_group->addButton(button, int(i));
        m_methods[i] = button;
        layout->addWidget(button);
        layout->addWidget(words);
        layout->addSpacing(4);
    }
    m_methods[std::size_t(wish.method)]->setChecked(true);

    m_vipInterface->setObjectName(QStringLiteral("vipInterface"));
    m_arpInterface->setObjectName(QStringLiteral("arpInterface"));
    m_router->setObjectName(QStringLiteral("router"));
    m_arpInterface->setPlaceholderText(tr("all"));
    m_router->setPlaceholderText(tr("as it is"));
    m_vipField = m_places->add(tr("&VIP goes to"), m_vipInterface,
                               tr("Interface of the real servers: lo, or a dummy interface, which works alike."));
    m_arpField = m_places->add(tr("&Restrict ARP on"), m_arpInterface,
                               tr("arp_ignore 1 and arp_announce 2. Empty: on all interfaces, whatever they are "
                                  "called; or the name of the one on which requests for the VIP come in."));
    m_arpInterface->setToolTip(
        QStringLiteral("arp_ignore\n%1\n\narp_announce\n%2").arg(arpIgnoreValues(), arpAnnounceValues()));
    m_routerField = m_places->add(tr("Default &gateway"), m_router,
                                  tr("Of the real servers: the router to the clients. Empty: as it is."));
    layout->addSpacing(4);
    layout->addWidget(m_places);
    layout->addStretch(1);
    if (!wish.servers.empty()) {
        m_vipInterface->setText(wish.servers.front().vipInterface.toString());
        m_arpInterface->setText(wish.servers.front().arpInterface.toString());
    }
    if (wish.router)
        m_router->setText(wish.router->toString());
    connect(m_group, &QButtonGroup::idToggled, this, &MethodStep::refresh);
    for (const QLineEdit *edit : {m_vipInterface, m_arpInterface, m_router})
        connect(edit, &QLineEdit::textChanged, this, &MethodStep::refresh);
    refresh();
}

QString MethodStep::title() const
{
    return tr("Method");
}

QString MethodStep::explanation() const
{
    return tr("Which way packets take to the real servers, and replies to the clients.");
}

void MethodStep::setFamily(Family family)
{
    m_family = family;
    for (const auto method : {SetupMethod::Tunnelling, SetupMethod::FullNat}) {
        QRadioButton *button = m_methods[std::size_t(method)];
        button->setEnabled(family == Family::IPv4);
        button->setToolTip(family == Family::IPv4 ? QString() : tr("Only for IPv4."));
        if (!button->isEnabled() && button->isChecked())
            m_methods[std::size_t(SetupMethod::DirectRouting)]->setChecked(true);
    }
    refresh();
}

SetupMethod MethodStep::method() const
{
    return SetupMethod(m_group->checkedId());
}

void MethodStep::refresh()
{
    const bool hasPlaces = putsVipOnServers(method());
    m_places->setVisible(hasPlaces);
    m_arpField->setShown(m_family == Family::IPv4); // IPv6 answers only on the interface that has the address
    m_isComplete = readPlaces() || !hasPlaces;
    Q_EMIT changed();
}

bool MethodStep::readPlaces()
{
    auto vipOn = interfaceIn(*m_vipInterface);
    if (vipOn && vipOn->toString().isEmpty())
        vipOn = failure(ErrorCode::Empty);
    const auto arpOn = interfaceIn(*m_arpInterface);
    auto router = m_router->text().isEmpty() ? Result<IpAddress>(IpAddress()) : IpAddress::fromText(m_router->text());
    if (!router)
        router.error().code = ErrorCode::BadAddress;
    else if (!m_router->text().isEmpty() && router->family() != m_family)
        router = failure(ErrorCode::FamilyMismatch);
    m_vipField->setError(errorOf(vipOn));
    m_arpField->setError(errorOf(arpOn));
    m_routerField->setError(errorOf(router));
    m_vipOn = vipOn.value_or(loopbackInterface());
    m_arpOn = arpOn.value_or(InterfaceName());
    m_routerAddress = router && !m_router->text().isEmpty() ? std::optional(*router) : std::nullopt;
    return vipOn && arpOn && router;
}

void MethodStep::write(SetupWish &wish) const
{
    wish.method = method();
    const bool hasPlaces = putsVipOnServers(wish.method);
    wish.router = hasPlaces ? m_routerAddress : std::nullopt;
    for (SetupServer &server : wish.servers) {
        server.server.forwarding = forwardingOf(wish.method);
        server.vipInterface = hasPlaces ? m_vipOn : loopbackInterface();
        server.arpInterface = hasPlaces ? m_arpOn : InterfaceName();
    }
}

} // namespace lvs
