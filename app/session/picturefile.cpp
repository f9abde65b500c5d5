// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/picturefile.h"

#include "app/session/writefile.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace lvs {

namespace {

constexpr int dotsPerInch = 96; // what a pixel of the window is on paper

QByteArray bytesOf(const Picture &picture, PictureFormat format, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Png: {
        QImage image = picture.image();
        if (image.isNull())
            break;
        image.setText(QStringLiteral("Title"), title);
        image.save(&buffer, "PNG");
        break;
    }
    case PictureFormat::Svg: {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setTitle(title);
        svg.setSize(picture.size);
        svg.setViewBox(QRect(QPoint(), picture.size));
        picture.draw(&svg);
        break;
    }
    case PictureFormat::Pdf: {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(title);
        pdf.setResolution(dotsPerInch);
        pdf.setPageMargins({});
        pdf.setPageSize(
            QPageSize(QSizeF(picture.size) * 72 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
        picture.draw(&pdf);
        break;
    }
    }
    return bytes;
}

} // namespace

Result<void> savePicture(const Picture &picture, PictureFormat format, const QString &path, const QString &title)
{
    const QByteArray bytes = bytesOf(picture, format, title);
    if (bytes.isEmpty())
        return failure(ErrorCode::FileNotWritten, {path, {}});
    return writeFile(path, bytes);
}

} // namespace lvs
