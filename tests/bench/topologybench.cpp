// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// topologybench: the Topology page on a sandbox to whose services clients come all the time. Says the longest turn of
// the event loop of each step, "NAME MILLISECONDS ms".
//
// topology-servers   a service of 500 real servers, folded and each with its card
// topology-services  a director with 200 services of 5 real servers each
#include "app/pages/serviceactions.h"
#include "app/pages/topologypage.h"
#include "app/session/directorsession.h"
#include "app/session/hostlist.h"
#include "app/topology/diagramscene.h"
#include "app/topology/diagramview.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/bench/steps.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>

#include <algorithm>
#include <cstdio>
#include <deque>

using namespace lvs;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds whileLive = 20s; ///< several readings of table and machines

std::chrono::milliseconds now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// Masquerading services on 172.18.100.6 with traffic to each of them, from port 80 on.
std::unique_ptr<Backend> busySandbox(quint16 services, quint32 serversEach, double connectionsPerSecond)
{
    auto sandbox = std::make_unique<SandboxBackend>(now);
    const IpAddress vip = IpAddress::fromIPv4(0xac126406);
    std::vector<Operation> operations;
    for (quint16 i = 0; i < services; ++i) {
        VirtualService service =
            VirtualService::withDefaults(ServiceKey::forAddress(Protocol::Tcp, vip, quint16(80 + i)));
        service.scheduler = *SchedulerName::fromText(u"rr");
        operations.push_back(AddService{service});
        for (quint32 j = 0; j < serversEach; ++j) {
            const RealServer server{.key = {IpAddress::fromIPv4(0xc0a80a0b + j), service.key.port},
                                    .forwarding = Forwarding::Masquerading,
                                    .weight = j % 7 == 3 ? 0u : 1u};
            operations.push_back(AddServer{service.key, server});
        }
        sandbox->addTraffic({.virtualAddress = vip,
                             .virtualPort = service.key.port,
                             .firstClient = IpAddress::fromIPv4(0xc6120001),
                             .connectionsPerSecond = connectionsPerSecond,
                             .request = {.packets = 3, .bytes = 620},
                             .reply = {.packets = 10, .bytes = 12'400}});
    }
    sandbox->execute(operations);
    sandbox->advance(20s);
    return sandbox;
}

/// The page, and what a person does with it.
class Run
{
public:
    explicit Run(const LocalDirector::BackendFactory &sandbox)
        : m_director(u"sandbox"_s, sandbox)
        , m_session(&m_director)
        , m_page(&m_session, &m_actions, withDirector())
        , m_view(m_page.findChild<DiagramView *>())
        , m_scene(m_page.findChild<DiagramScene *>())
    {
        m_page.resize(1300, 800);
        m_page.show();
        m_director.open();
    }

    void servers()
    {
        run({{"servers-open", [] {}, 1, 5s},
             {"servers-folded", [] {}, 1, whileLive},
             {"servers-unfold", [this] { trigger("topologyUnfold"); }},
             {"servers-live", [] {}, 1, whileLive}});
        lookAround("servers");
        run({{"servers-rules", [this] { showTab(1); }, 1, whileLive},
             {"servers-table", [this] { showTab(2); }, 1, whileLive},
             {"servers-walk", [this] { showTab(0); }},
             {"servers-fold", [this] { trigger("topologyUnfold"); }, 4}});
    }
    void services()
    {
        run({{"services-open", [] {}, 1, 5s}, {"services-live", [] {}, 1, whileLive}});
        lookAround("services");
        run({{"services-table", [this] { showTab(2); }, 1, whileLive},
             {"services-walk", [this] { showTab(0); }},
             {"services-choose", [this, next = 0]() mutable { choose(++next * 20); }, 5},
             {"services-whole", [this] { choose(0); }}});
    }
    /// Whether there was something to be seen.
    bool isLive() const
    {
        const auto &ways = m_scene->content().ways;
        return m_most > 200 && std::ranges::any_of(ways, [](const WayText &way) { return way.replyBytes > 0; });
    }

private:
    HostList *withDirector()
    {
        m_hosts.add(&m_director);
        return &m_hosts;
    }
    void run(const std::vector<bench::Step> &steps)
    {
        const bench::Steps running("topology", steps, [] { QCoreApplication::exit(); });
        QCoreApplication::exec();
        m_most = std::max(m_most, m_scene->content().cards.size());
    }
    void lookAround(const QByteArray &what)
    {
        const auto named = [&](const char *step) { return m_names.emplace_back(what + '-' + step).constData(); };
        run({{named("select"), [this] { press(++m_pressed % 5 ? Qt::Key_Down : Qt::Key_Right); }, 60},
             {named("fit"), [this] { trigger("topologyFit"); }, 1, whileLive},
             {named("zoom-in"), [this] { trigger("topologyZoomIn"); }, 16},
             {named("pan"), [this] { press(++m_pressed % 2 ? Qt::Key_Down : Qt::Key_Right, Qt::ShiftModifier); }, 60},
             {named("zoom-out"), [this] { trigger("topologyZoomOut"); }, 24},
             {named("resize"), [this] { m_page.resize(1300 + 10 * (++m_pressed % 20), 800); }, 20}});
    }
    void trigger(const char *action) { m_page.findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(m_view, &event);
    }
    void showTab(int index) { m_page.findChild<QTabWidget *>(u"topologyTabs"_s)->setCurrentIndex(index); }
    void choose(int index)
    {
        auto *box = m_page.findChild<QComboBox *>(u"topologyService"_s);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    LocalDirector m_director;
    DirectorSession m_session;
    HostList m_hosts;
    ServiceActions m_actions;
    TopologyPage m_page;
    DiagramView *m_view;
    DiagramScene *m_scene;
    std::deque<QByteArray> m_names; ///< of steps, which stay where they are
    int m_pressed = 0;
    std::size_t m_most = 0; ///< cards
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"topologybench"_s);
    QSettings().clear();

    const auto isLive = [](const LocalDirector::BackendFactory &sandbox, void (Run::*steps)()) {
        Run run(sandbox);
        (run.*steps)();
        return run.isLive();
    };
    const bool areLive = isLive([] { return busySandbox(1, 500, 800); }, &Run::servers) &&
                         isLive([] { return busySandbox(200, 5, 4); }, &Run::services);
    if (!areLive)
        std::fputs("nothing flowed\n", stderr);
    return areLive ? 0 : 1;
}
