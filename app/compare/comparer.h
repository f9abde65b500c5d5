// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compare/comparesource.h"
#include "app/documents/filetext.h"
#include "app/documents/filewatch.h"
#include "core/error.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <array>
#include <variant>

namespace lvs {

class PresentState;
class RuleChecker;

/// A boot source that holds nothing, and how it stands.
struct BootAbsence {
    BootSource source{};
    BootState state{};
    std::shared_ptr<const BootForecast> forecast{};
};

/// Why a side could not be read.
using CompareProblem = std::variant<Error, FileProblem, BootAbsence>;
using CompareResult = std::expected<CompareState, CompareProblem>;

/// Reads the two sides of a comparison, compares them on another thread, and again whenever one of them changes.
class Comparer : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned.
    Comparer(PresentState *present, RuleChecker *checker, QObject *parent = nullptr);
    ~Comparer() override;

    void setSource(Side side, const CompareSource &source);
    const CompareSource &source(Side side) const { return m_sides[std::size_t(side)].source; }
    /// Sleeps until somebody looks.
    void setActive(bool isActive);
    void refresh();

    /// Null while a side could not be read, or is being read for the first time.
    std::shared_ptr<const Comparison> comparison() const { return m_comparison; }
    /// The comparison is that of what both sides are now.
    bool isCurrent() const { return m_isCurrent && m_isMade; }
    const std::optional<CompareProblem> &problem(Side side) const { return m_sides[std::size_t(side)].problem; }
    const CompareState &state(Side side) const { return m_sides[std::size_t(side)].state; }

Q_SIGNALS:
    void compared();
    /// A side has changed: nothing should be taken over until compared().
    void outdated();
    /// The director of a side can be reached or edited, or no longer.
    void accessChanged();

private:
    struct SideOf {
        CompareSource source{};
        CompareState state{};
        std::optional<CompareProblem> problem{};
        std::unique_ptr<PresentState> other{}; ///< of another director
        std::unique_ptr<FileWatch> file{};     ///< of a file
        std::optional<CompareResult> boot{};   ///< as read since the director was last read
    };

    QFuture<CompareResult> read(SideOf &side);
    QFuture<CompareResult> readBoot(BootSource source);
    std::unique_ptr<PresentState> follow(DirectorSession *session);
    std::unique_ptr<FileWatch> follow(const QString &path);
    void watchOthers();
    void outdate();
    void compare(CompareState left, CompareState right);
    /// Of what refresh() began.
    void finish();

    PresentState *m_present;
    RuleChecker *m_checker;
    std::array<SideOf, 2> m_sides;
    std::shared_ptr<const Comparison> m_comparison;
    QTimer m_soon;
    quint64 m_sources = 0; ///< grows when a side gets another one
    bool m_isBusy = false; ///< sides are being read or compared: one after the other
    bool m_again = false;  ///< wanted meanwhile
    bool m_isActive = false;
    bool m_isCurrent = false; ///< no side has changed since the newest reading began
    bool m_isMade = false;    ///< that reading has come to its end
};

} // namespace lvs
