// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/sourcebox.h"

#include "app/session/directorsession.h"
#include "app/session/sessionlist.h"
#include "app/text/boottext.h"
#include "app/text/domaintext.h"
#include "app/theme/icons.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>

namespace lvs {

SourceBox::SourceBox(DirectorSession *own, SessionList *others, const QString &name, QWidget *parent)
    : QComboBox(parent)
    , m_own(own)
    , m_others(others)
{
    setAccessibleName(name);
    setToolTip(name);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    fill();
    connect(this, &QComboBox::activated, this, &SourceBox::choose);
    connect(others, &SessionList::changed, this, [this] {
        if (m_source.kind == CompareSource::Kind::Director && !m_others->sessions().contains(m_source.session))
            return setSource({.kind = CompareSource::Kind::Kernel}); // that director was forgotten
        fill();
    });
}

void SourceBox::setSource(const CompareSource &source)
{
    m_source = source;
    fill();
    Q_EMIT sourceChanged(source);
}

void SourceBox::fill()
{
    using Kind = CompareSource::Kind;
    const QSignalBlocker quiet(this);
    clear();
    m_rows.clear();
    const auto add = [this](const QString &icon, const QString &text, const CompareSource &source) {
        m_rows.push_back(source);
        addItem(themeIcon(icon), text);
    };
    add(QStringLiteral("document-edit"), tr("Text"), {.kind = Kind::Text});
    add(QStringLiteral("network-server"), tr("Kernel of %1").arg(directorName(*m_own->director())),
        {.kind = Kind::Kernel});
    for (const BootSource source : everyBootSource)
        add(QStringLiteral("computer"), bootSourceName(source), {.kind = Kind::Boot, .boot = source});
    for (DirectorSession *session : m_others->sessions()) {
        if (session != m_own)
            add(QStringLiteral("network-server"), tr("Kernel of %1").arg(directorName(*session->director())),
                {.kind = Kind::Director, .session = session});
    }
    if (m_source.kind == Kind::File)
        add(QStringLiteral("text-x-generic"), QFileInfo(m_source.path).fileName(), m_source);
    addItem(themeIcon(QStringLiteral("document-open")), tr("Another file…"));
    setCurrentIndex(int(std::ranges::find(m_rows, m_source) - m_rows.begin()));
}

void SourceBox::choose(int row)
{
    if (std::size_t(row) == m_rows.size())
        return askForFile();
    const CompareSource chosen = m_rows[std::size_t(row)];
    if (chosen != m_source)
        setSource(chosen);
}

void SourceBox::askForFile()
{
    fill(); // as it was, until a file is chosen
    auto *dialog = new QFileDialog(this, tr("Compare with a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { setSource({.kind = CompareSource::Kind::File, .path = path}); });
    dialog->open();
}

} // namespace lvs
