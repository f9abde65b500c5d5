// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/walkpanel.h"

#include "app/models/walkmodel.h"
#include "app/text/errortext.h"
#include "app/text/walktext.h"
#include "app/theme/icons.h"
#include "app/topology/clientaddress.h"
#include "app/widgets/treeview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lvs {

namespace {

using namespace std::chrono_literals;

constexpr auto stepPause = 1500ms;
constexpr int iconSize = 16;

std::shared_ptr<const SetupJudgement> noSetup()
{
    return std::make_shared<SetupJudgement>(SetupWish(), SetupFacts());
}

} // namespace

WalkPanel::WalkPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new WalkModel(this))
    , m_client(new QLineEdit(this))
    , m_clientIcon(new QLabel(this))
    , m_clientError(new QLabel(this))
    , m_server(new WalkServerBox(this))
    , m_choice(new QLabel(this))
    , m_view(new TreeView(this))
    , m_icon(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_setup(noSetup())
{
    m_view->setObjectName(QStringLiteral("walkSteps"));
    m_view->setAccessibleName(tr("Steps of the packet"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setSectionsMovable(false);
    for (int column = 0; const int width : {175, 140, 110, 84, 165, 165})
        m_view->header()->resizeSection(column++, width);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WalkPanel::explain);

    m_reason->setObjectName(QStringLiteral("walkReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setMinimumHeight(3 * m_reason->fontMetrics().lineSpacing()); // steps of one height do not jump
    m_choice->setObjectName(QStringLiteral("walkChoice"));
    m_choice->setWordWrap(true);
    m_choice->setTextFormat(Qt::PlainText);
    m_choice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *why = new QHBoxLayout;
    why->addWidget(m_icon, 0, Qt::AlignTop);
    why->addWidget(m_reason, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(makeFields());
    layout->addWidget(m_choice);
    layout->addWidget(m_view, 1);
    layout->addLayout(why);

    m_pace.setInterval(stepPause);
    connect(&m_pace, &QTimer::timeout, this, &WalkPanel::play);
    recolor();
    explain();
}

QWidget *WalkPanel::makeFields()
{
    auto *fields = new QWidget(this);
    auto *line = new QHBoxLayout(fields);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, fields);
        label->setBuddy(field);
        line->addWidget(label);
        line->addWidget(field);
    };
    m_client->setObjectName(QStringLiteral("walkClient"));
    m_client->setToolTip(tr("Address and port of a client, such as 198.51.100.7:40000 or [2001:db8::7]:40000"));
    m_client->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    add(tr("C&lient"), m_client);
    add(tr("Real &server"), m_server);
    m_first = addButton("walkFirst", "go-first", tr("First"), tr("To the first step"));
    m_back = addButton("walkBack", "go-previous", tr("Back"), tr("One step back"));
    m_play = addButton("walkPlay", "media-playback-start", tr("Play"), tr("Go on by itself, a step after the other"));
    m_next = addButton("walkNext", "go-next", tr("Next"), tr("One step on"));
    for (QToolButton *button : {m_first, m_back, m_play, m_next})
        line->addWidget(button);
    line->addStretch(1);
    line->addWidget(m_clientIcon);
    line->addWidget(m_clientError);
    m_clientError->setObjectName(QStringLiteral("walkClientError"));
    m_clientError->setTextFormat(Qt::PlainText);
    m_play->setCheckable(true);

    connect(m_client, &QLineEdit::textChanged, this, &WalkPanel::walk);
    connect(m_server, &QComboBox::currentIndexChanged, this, &WalkPanel::walk);
    connect(m_server, &QComboBox::activated, this, &WalkPanel::walk); // the scheduler may choose another one
    connect(m_first, &QToolButton::clicked, this, [this] { go(0); });
    connect(m_back, &QToolButton::clicked, this, [this] { go(current() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(current() + 1); });
    connect(m_play, &QToolButton::toggled, this, [this](bool plays) {
        m_play->setText(plays ? tr("Pause") : tr("Play"));
        m_play->setIcon(
            themeIcon(plays ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start")));
        if (!plays)
            return m_pace.stop();
        if (current() + 1 >= int(m_steps.size()) || current() < 0)
            go(0);
        m_pace.start();
    });
    return fields;
}

QToolButton *WalkPanel::addButton(const char *name, const char *icon, const QString &text, const QString &explanation)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setText(text);
    button->setIcon(themeIcon(QLatin1StringView(icon)));
    button->setToolTip(explanation);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void WalkPanel::setWalk(const std::shared_ptr<const SetupJudgement> &setup, const ServerFigures &figures,
                        const std::map<QString, QString> &hosts)
{
    const SetupWish &wish = setup->wish();
    m_emptyReason = wish.servers.empty() ? tr("The service has no real server to which a packet could go.") : QString();
    if (!m_client->isModified() && m_setup->wish().family() != wish.family())
        m_client->clear();
    m_setup = setup;
    m_hosts = hosts;
    if (!m_client->isModified() && m_client->text().isEmpty()) {
        const QSignalBlocker quiet(m_client);
        m_client->setText(exampleClient(wish.family()).toString());
    }
    m_server->offer(wish, figures);
    walk();
}

void WalkPanel::clear(const QString &reason)
{
    m_emptyReason = reason;
    m_setup = noSetup();
    m_server->offer({}, {});
    walk();
}

void WalkPanel::walk()
{
    const int before = std::max(0, current());
    m_steps.clear();
    m_to.reset();
    const Result<ServerKey> client = clientFromText(m_client->text(), m_setup->wish().family());
    if (const SetupServer *to = client ? m_server->serverFor(*client) : nullptr) {
        m_to = to->server.key;
        m_steps = walkPacket(*m_setup, *to, *client);
    }
    const bool isAsked = !m_setup->wish().servers.empty();
    showClientError(isAsked && !client ? std::optional(client.error()) : std::nullopt);
    m_choice->setText(isAsked && client ? m_server->reason() : QString());
    m_choice->setVisible(!m_choice->text().isEmpty());
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        m_model->setSteps(m_steps, m_hosts);
    }
    go(before);
    explain();
}

int WalkPanel::current() const
{
    return m_view->currentIndex().row();
}

void WalkPanel::go(int step)
{
    const int last = int(m_steps.size()) - 1;
    if (last >= 0)
        m_view->setCurrentIndex(m_model->index(std::clamp(step, 0, last), 0));
}

void WalkPanel::play()
{
    const bool ends =
        current() + 1 >= int(m_steps.size()) || m_steps[std::size_t(current())].state == WalkStep::State::Fails;
    if (ends)
        return m_play->setChecked(false);
    go(current() + 1);
}

void WalkPanel::explain()
{
    const int step = current();
    const int last = int(m_steps.size()) - 1;
    m_first->setEnabled(step > 0);
    m_back->setEnabled(step > 0);
    m_next->setEnabled(step < last);
    m_play->setEnabled(last > 0);
    if (last < 0)
        m_play->setChecked(false);
    m_client->setEnabled(!m_setup->wish().servers.empty());
    m_server->setEnabled(!m_setup->wish().servers.empty());
    m_icon->clear();
    if (step < 0 || step > last) {
        m_reason->setText(m_emptyReason);
    } else {
        const WalkStep &shown = m_steps[std::size_t(step)];
        const bool fails = shown.state == WalkStep::State::Fails;
        QString reason = walkReason(shown, m_setup->wish());
        if (shown.state != WalkStep::State::Passes) {
            reason = (fails ? walkFailure(shown, m_setup->wish())
                            : tr("The packet does not get here: it has ended before.")) +
                     u'\n' + tr("As it should be: %1", "a sentence").arg(reason);
            m_icon->setPixmap(stateIcon(fails ? State::Unreachable : State::Unknown, palette()).pixmap(iconSize));
        }
        m_reason->setText(reason);
    }
    Q_EMIT stepChanged();
}

void WalkPanel::showClientError(const std::optional<Error> &error)
{
    const QString text = error ? errorSentence(*error) : QString();
    m_clientError->setText(text);
    m_clientError->setVisible(error.has_value());
    m_clientIcon->setVisible(error.has_value());
    m_client->setAccessibleDescription(error ? text : m_client->toolTip());
}

void WalkPanel::recolor()
{
    m_model->setPalette(palette());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, stateColor(State::Unreachable, colors));
    m_clientError->setPalette(colors);
    m_clientIcon->setPixmap(stateIcon(State::Unreachable, palette()).pixmap(iconSize));
}

void WalkPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void WalkPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_play->setChecked(false);
}

} // namespace lvs
