// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filterquery.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStringListModel;

namespace lvs {

/// A line in which a filter is written: keys and errors are coloured while typing, keys and values completed.
class FilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterEdit(std::vector<FilterKey> keys, QWidget *parent = nullptr);

    const std::vector<FilterTerm> &terms() const { return m_terms; }
    const std::vector<FilterKey> &keys() const { return m_keys; }
    /// The first term that can't be understood; nullptr if there is none. One that is being typed and can still become
    /// right is not wrong yet.
    const FilterTerm *firstWrong() const;
    /// What to offer behind the colon of a key without choices of its own.
    void setKnownValues(std::size_t key, const QStringList &values);

Q_SIGNALS:
    /// The terms have changed.
    void parsed();
    /// firstWrong() may have changed: the terms have, or the cursor has moved on.
    void judged();
    /// Escape: the filter was cleared, or was empty already.
    void left();
    /// Return or Down: to the first row.
    void entered();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void parse();
    bool isWrong(const FilterTerm &term) const;
    void judge();
    void color();
    void offer();
    void complete(const QString &choice);

    const std::vector<FilterKey> m_keys;
    std::vector<QStringList> m_known;
    std::vector<FilterTerm> m_terms;
    QCompleter *m_completer;
    QStringListModel *m_offers;
    FilterCompletion m_completion;
    QTimer m_colorTimer;
    bool m_composing = false; ///< an input method is at work
};

} // namespace lvs
