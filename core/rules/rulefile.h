// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/rules/ruleline.h"

#include <functional>
#include <memory>

namespace lvs {

class LineBlock;

/// A rule file, line by line. Copying is cheap (a pointer per line), so that another thread can work on a copy.
class RuleFile
{
public:
    /// The text of a line without its line end; lines count from 0.
    using LineText = std::function<QString(qsizetype line)>;

    /// An empty text.
    explicit RuleFile(RuleMode mode = RuleMode::Friendly);

    RuleMode mode() const { return m_mode; }
    /// As many as the text has line ends, and one more.
    qsizetype lineCount() const { return qsizetype(m_lines.size()); }
    /// The places in it count from the beginning of that line. Valid until the file changes.
    const RuleLine &line(qsizetype number) const { return *m_lines[std::size_t(number)]; }
    /// Lines beyond this number are an error, and not read.
    static constexpr qsizetype mostLines = ChangePlan::largestSize;

    /// A number of lines that follow each other.
    struct Lines {
        qsizetype first = 0;
        qsizetype count = 0;
        friend bool operator==(const Lines &, const Lines &) = default;
    };
    /// Takes in an edit: from line `first` on, `removed` lines have given way to `added` ones. Reads those, and what
    /// backslashes join to them; `textOf` is asked for lines as they stand now. Returns the lines that were read.
    Lines replace(qsizetype first, qsizetype removed, qsizetype added, const LineText &textOf);

    /// Compatible: the first line after which `ipvsadm -R` reads none; nothing if it comes to the end.
    std::optional<qsizetype> lastLineRead() const;
    /// Compatible: what `ipvsadm -R` returns if the kernel refuses nothing.
    int exitStatus() const;

private:
    friend RuleFile readRuleFile(QStringView text, RuleMode mode);
    /// The text of lines that belong together.
    void set(qsizetype first, qsizetype count, QStringView text, LineBlock &block);

    RuleMode m_mode;
    std::vector<std::shared_ptr<const RuleLine>> m_lines;
};

/// Reads a whole text, in time proportional to its length. Lines end with LF or CRLF.
RuleFile readRuleFile(QStringView text, RuleMode mode);

/// Where each line of a text begins, in UTF-16 code units; as many as RuleFile::lineCount().
std::vector<qsizetype> lineStarts(QStringView text);

} // namespace lvs
