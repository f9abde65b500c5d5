// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/comparesource.h"

#include <QComboBox>

namespace lvs {

class SessionList;

/// Chooses one side of a comparison.
class SourceBox : public QComboBox
{
    Q_OBJECT
public:
    /// `own` is the director of the page; nothing is owned.
    SourceBox(DirectorSession *own, SessionList *others, const QString &name, QWidget *parent = nullptr);

    const CompareSource &source() const { return m_source; }
    void setSource(const CompareSource &source);
    /// What the source is called: "Text", "Kernel of director-1", "a.rules".
    QString sourceName() const { return currentText(); }

Q_SIGNALS:
    void sourceChanged(const lvs::CompareSource &source);

private:
    void fill();
    void choose(int row);
    void askForFile();

    DirectorSession *m_own;
    SessionList *m_others;
    CompareSource m_source;
    std::vector<CompareSource> m_rows; ///< in the order of the entries; the last entry asks for a file
};

} // namespace lvs
