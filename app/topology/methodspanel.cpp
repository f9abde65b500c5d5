// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/methodspanel.h"

#include "app/text/format.h"
#include "app/text/setuptext.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace lvs {

namespace {

/// In the order of the columns; also that of the words below.
constexpr std::array methods{SetupMethod::DirectRouting, SetupMethod::Tunnelling, SetupMethod::Nat,
                             SetupMethod::FullNat};

struct Aspect {
    const char *name;
    std::array<const char *, methods.size()> words;
};

constexpr std::array aspects{
    Aspect{QT_TRANSLATE_NOOP("Methods", "Networks"),
           {QT_TRANSLATE_NOOP("Methods", "Director and real servers in one network segment: no router in between"),
            QT_TRANSLATE_NOOP("Methods", "Any: real servers may stand in other networks and other places"),
            QT_TRANSLATE_NOOP("Methods", "Real servers usually in a network of their own behind the director"),
            QT_TRANSLATE_NOOP("Methods", "Any that the director can reach")}},
    Aspect{QT_TRANSLATE_NOOP("Methods", "Gateway of the real servers"),
           {QT_TRANSLATE_NOOP("Methods", "The usual router, not the director"),
            QT_TRANSLATE_NOOP("Methods", "The usual router, not the director"),
            QT_TRANSLATE_NOOP("Methods", "The director (DIP)"),
            QT_TRANSLATE_NOOP("Methods", "Any that leads back to the director")}},
    Aspect{QT_TRANSLATE_NOOP("Methods", "Ports"),
           {QT_TRANSLATE_NOOP("Methods", "As they come"), QT_TRANSLATE_NOOP("Methods", "As they come"),
            QT_TRANSLATE_NOOP("Methods", "Can be mapped"), QT_TRANSLATE_NOOP("Methods", "Can be mapped")}},
    Aspect{QT_TRANSLATE_NOOP("Methods", "Who carries the replies"),
           {QT_TRANSLATE_NOOP("Methods", "Each real server itself: the director sees requests alone"),
            QT_TRANSLATE_NOOP("Methods", "Each real server itself: the director sees requests alone"),
            QT_TRANSLATE_NOOP("Methods", "The director: it is the bottleneck first"),
            QT_TRANSLATE_NOOP("Methods", "The director: it is the bottleneck first")}},
    Aspect{QT_TRANSLATE_NOOP("Methods", "Systems of the real servers"),
           {QT_TRANSLATE_NOOP("Methods", "Those that can have the VIP without answering ARP for it"),
            QT_TRANSLATE_NOOP("Methods", "Those that take packets out of tunnels (IP in IP)"),
            QT_TRANSLATE_NOOP("Methods", "Any"), QT_TRANSLATE_NOOP("Methods", "Any")}},
    Aspect{QT_TRANSLATE_NOOP("Methods", "Client's address at the real server"),
           {QT_TRANSLATE_NOOP("Methods", "As it is"), QT_TRANSLATE_NOOP("Methods", "As it is"),
            QT_TRANSLATE_NOOP("Methods", "As it is"),
            QT_TRANSLATE_NOOP("Methods", "Hidden: all come from an address of the director")}},
};

struct Advice {
    const char *title;
    const char *text;
};

constexpr std::array advice{
    Advice{QT_TRANSLATE_NOOP("Methods", "Keeping sessions"),
           QT_TRANSLATE_NOOP("Methods", "What an application remembers of a client must be where the client comes to. "
                                        "Persistence sends a client to the same real server for a while, but that "
                                        "server's failure still ends its sessions, and clients behind one address all "
                                        "go to one server. Sessions that are kept in a shared store, or copied between "
                                        "the servers, need neither.")},
    Advice{QT_TRANSLATE_NOOP("Methods", "Shared files"),
           QT_TRANSLATE_NOOP("Methods", "All real servers must give the same answer. Files that seldom change are "
                                        "copied to each (rsync); those that many write belong on shared storage (NFS, "
                                        "a cluster file system, an object store), which is then the next thing that "
                                        "may fail alone.")},
    Advice{QT_TRANSLATE_NOOP("Methods", "Layer 4 or layer 7"),
           QT_TRANSLATE_NOOP("Methods",
                             "IPVS decides by addresses and ports, in the kernel, for very many connections. "
                             "Where the choice depends on what is inside (the path of a URL, a cookie, the "
                             "name in TLS), a proxy such as HAProxy or nginx is the right tool; several of "
                             "them can be the real servers of IPVS.")},
    Advice{QT_TRANSLATE_NOOP("Methods", "The director as a single point of failure"),
           QT_TRANSLATE_NOOP("Methods", "However many real servers there are: when the director fails, so does the "
                                        "service. keepalived runs two directors, moves the VIP to the second one when "
                                        "the first is silent (VRRP), checks the real servers, and the sync daemon "
                                        "tells the second one of the connections there are.")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Methods", text);
}

constexpr double hoursPerYear = 365.25 * 24;

} // namespace

MethodsPanel::MethodsPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_table(new QTableWidget(int(aspects.size()), int(methods.size()), this))
    , m_betweenFailures(new QDoubleSpinBox(this))
    , m_toRepair(new QDoubleSpinBox(this))
    , m_availability(new QLabel(this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(6);
    addTable(layout);
    addAdvice(layout);
    addCalculator(layout);
    layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    calculate();
}

void MethodsPanel::addTable(QVBoxLayout *layout)
{
    m_table->setObjectName(QStringLiteral("methodsCompared"));
    m_table->setAccessibleName(tr("Methods compared"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (std::size_t column = 0; column < methods.size(); ++column) {
        auto *method = new QTableWidgetItem(setupMethodShortText(methods[column]));
        method->setToolTip(setupMethodText(methods[column]));
        m_table->setHorizontalHeaderItem(int(column), method);
    }
    for (std::size_t row = 0; row < aspects.size(); ++row) {
        m_table->setVerticalHeaderItem(int(row), new QTableWidgetItem(translated(aspects[row].name)));
        for (std::size_t column = 0; column < methods.size(); ++column) {
            auto *item = new QTableWidgetItem(translated(aspects[row].words[column]));
            item->setToolTip(item->text());
            m_table->setItem(int(row), int(column), item);
        }
    }
    m_table->viewport()->installEventFilter(this);
    layout->addWidget(m_table);
}

void MethodsPanel::addAdvice(QVBoxLayout *layout)
{
    for (const Advice &paragraph : advice) {
        auto *title = new QLabel(translated(paragraph.title), this);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        auto *text = new QLabel(translated(paragraph.text), this);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(title);
        layout->addWidget(text);
    }
}

void MethodsPanel::addCalculator(QVBoxLayout *layout)
{
    auto *title = new QLabel(tr("Availability: A = MTBF / (MTBF + MTTR)"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);
    auto *line = new QHBoxLayout;
    const auto add = [&](const QString &text, QDoubleSpinBox *box, const char *name, double value, double most) {
        auto *label = new QLabel(text, this);
        label->setBuddy(box);
        box->setObjectName(QLatin1StringView(name));
        box->setDecimals(1);
        box->setRange(0.1, most);
        box->setValue(value);
        box->setSuffix(tr(" h", "hours, behind a number"));
        box->setFocusPolicy(Qt::StrongFocus);
        connect(box, &QDoubleSpinBox::valueChanged, this, &MethodsPanel::calculate);
        line->addWidget(label);
        line->addWidget(box);
    };
    add(tr("Mean time &between failures (MTBF)"), m_betweenFailures, "mtbf", 2000, 1e7);
    add(tr("Mean time to &repair (MTTR)"), m_toRepair, "mttr", 2, 1e5);
    m_availability->setObjectName(QStringLiteral("availability"));
    m_availability->setTextFormat(Qt::PlainText);
    line->addWidget(m_availability, 1);
    layout->addLayout(line);
}

void MethodsPanel::calculate()
{
    const double up = m_betweenFailures->value();
    const double share = up / (up + m_toRepair->value());
    const auto lost = std::chrono::seconds(qint64((1 - share) * hoursPerYear * 3600));
    m_availability->setText(tr("%1 %, which is %2 in a year without service", "availability, time")
                                .arg(QLocale().toString(share * 100, 'f', 3), format::duration(lost)));
}

bool MethodsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitRows();
    return QScrollArea::eventFilter(watched, event);
}

/// All of it is to be seen: what scrolls is the panel.
void MethodsPanel::fitRows()
{
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->height();
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height + 2);
}

} // namespace lvs
