// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/fileproblemtext.h"

#include "app/text/format.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FileProblem)
public:
    static ErrorText text(const FileProblem &problem);

private:
    static QString said(const FileProblem &problem)
    {
        return problem.detail.isEmpty() ? QString() : tr(" (%1)").arg(problem.detail);
    }
};

ErrorText Words::text(const FileProblem &problem)
{
    const QString line = QString::number(problem.line);
    switch (problem.code) {
    case FileProblem::Code::NotRead:
        return {tr("%1 could not be read%2.").arg(problem.path, said(problem)),
                tr("The file is missing, you may not read it, or it is no ordinary file."), tr("Choose another file.")};
    case FileProblem::Code::TooLarge:
        return {tr("%1 is larger than %2.").arg(problem.path, format::bytes(quint64(largestTextFile))),
                tr("No rule file is that large, so that it was not opened."), tr("Choose another file.")};
    case FileProblem::Code::NotUtf8:
        return {tr("%1 is not UTF-8: line %2 has other bytes.").arg(problem.path, line),
                tr("It is in another encoding, or no text. It was not opened, so that nothing is lost."),
                tr("Open it as Latin-1, which keeps every byte, or convert it first.")};
    case FileProblem::Code::NotText:
        return {tr("%1 is no text: line %2 has characters that no text has.").arg(problem.path, line),
                tr("It may be compressed, or a program. It was not opened."), tr("Choose another file.")};
    case FileProblem::Code::LineTooLong:
        return {tr("%1 has a line that is too long: line %2 goes on at column %3.")
                    .arg(problem.path, line, QString::number(problem.column)),
                tr("No rule is that long, so that the file was not opened. It may be no rule file, or have lost its "
                   "line ends."),
                tr("Choose another file, or break the line first.")};
    case FileProblem::Code::NotWritten:
        return {tr("%1 could not be written%2.").arg(problem.path, said(problem)),
                tr("Nothing was changed: the old file, if there was one, is still there."),
                tr("Look at the free space and at who may write there.")};
    case FileProblem::Code::ChangedMeanwhile:
        return {tr("%1 was not written: another program has changed it.").arg(problem.path),
                tr("What is there now was left as it is."), tr("Open it, or save under another name.")};
    case FileProblem::Code::CharacterNotInEncoding:
        return {tr("Latin-1 has no “%1”, which stands in line %2.").arg(problem.detail, line),
                tr("The file was not written."), tr("Save it as UTF-8, or write something else.")};
    }
    return {};
}

} // namespace

ErrorText fileProblemText(const FileProblem &problem)
{
    return Words::text(problem);
}

} // namespace lvs
