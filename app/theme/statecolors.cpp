// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/statecolors.h"

#include <array>
#include <cmath>

namespace lvs {

namespace {

struct Token {
    QRgb onLight;
    QRgb onDark;
};

/// In the order of State.
constexpr std::array<Token, stateCount> tokens{{
    {0xff166b2e, 0xff56cc78}, // serving: green
    {0xff44607a, 0xff9fb8cc}, // drained: blue-grey
    {0xff7d5200, 0xffe8b44c}, // overloaded: amber
    {0xffb3201f, 0xffff8f86}, // unreachable: red
    {0xff585c60, 0xffb4b9bd}, // unknown: grey
    {0xff7436b0, 0xffc9a3f5}, // drafted: violet
    {0xff9c4300, 0xffff9f5c}, // foreign edit: orange
}};

constexpr std::array<Token, seriesColorCount> seriesTokens{{
    {0xff1f6fb2, 0xff5fb4f2}, // blue
    {0xffc2570c, 0xffff9d4d}, // orange
    {0xff2a8043, 0xff62cf85}, // green
    {0xffb3306f, 0xfff586bd}, // magenta
    {0xff6a4fc4, 0xffb3a1ff}, // violet
    {0xff00808a, 0xff3fd0d6}, // teal
    {0xff8a6a00, 0xffe3c044}, // ochre
    {0xffb02a2a, 0xffff8a80}, // red
    {0xff55606e, 0xffb4c0cc}, // slate
    {0xff6b7d12, 0xffb9d154}, // olive
}};

struct PaletteTokens {
    QRgb window, windowText, base, alternate, text, button, highlight, highlightedText, link, linkVisited, tooltip, dim;
};

constexpr PaletteTokens breezeLight{0xffeff0f1, 0xff232629, 0xffffffff, 0xfff7f7f7, 0xff232629, 0xfffcfcfc,
                                    0xff246b9b, 0xffffffff, 0xff1d6fa5, 0xff7f4a9c, 0xfff7f7f7, 0xff64696e};
constexpr PaletteTokens breezeDark{0xff202326, 0xfffcfcfc, 0xff141618, 0xff1d1f22, 0xfffcfcfc, 0xff292c30,
                                   0xff1f6391, 0xfffcfcfc, 0xff4fb3ee, 0xffb98ad6, 0xff292c30, 0xffa1a9b1};

QPalette paletteFrom(const PaletteTokens &token)
{
    QPalette palette(QColor(token.windowText), QColor(token.button), QColor(token.button).lighter(140),
                     QColor(token.button).darker(160), QColor(token.button).darker(130), QColor(token.text),
                     QColor(token.text), QColor(token.base), QColor(token.window));
    palette.setColor(QPalette::AlternateBase, QColor(token.alternate));
    palette.setColor(QPalette::ButtonText, QColor(token.windowText));
    palette.setColor(QPalette::Highlight, QColor(token.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(token.highlightedText));
    palette.setColor(QPalette::Link, QColor(token.link));
    palette.setColor(QPalette::LinkVisited, QColor(token.linkVisited));
    palette.setColor(QPalette::ToolTipBase, QColor(token.tooltip));
    palette.setColor(QPalette::ToolTipText, QColor(token.windowText));
    palette.setColor(QPalette::PlaceholderText, QColor(token.dim));
    palette.setColor(QPalette::Accent, QColor(token.highlight));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(token.dim));
    return palette;
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

QColor stateColor(State state, const QPalette &palette)
{
    const Token &token = tokens[std::size_t(state)];
    return QColor(isDark(palette) ? token.onDark : token.onLight);
}

QColor environmentColor(Environment environment, const QPalette &palette)
{
    switch (environment) {
    case Environment::Production:
        return stateColor(State::Unreachable, palette);
    case Environment::Test:
        return stateColor(State::Drained, palette);
    case Environment::Unmarked:
        break;
    }
    return {};
}

QColor seriesColor(int index, const QPalette &palette)
{
    const Token &token = seriesTokens[std::size_t(index % seriesColorCount)];
    return QColor(isDark(palette) ? token.onDark : token.onLight);
}

QColor glowColor(const QPalette &palette)
{
    QColor color = palette.color(QPalette::Highlight);
    color.setAlphaF(0.18F);
    return color;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < 0.5;
}

State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Failure:
        return State::Unreachable;
    case Severity::Warning:
        return State::Overloaded;
    case Severity::Information:
        break;
    }
    return State::Unknown;
}

State stateOf(LinkState link)
{
    switch (link) {
    case LinkState::Live:
        return State::Serving;
    case LinkState::Stale:
    case LinkState::Connecting:
    case LinkState::Reconnecting:
        return State::Overloaded;
    case LinkState::Lost:
        return State::Unreachable;
    case LinkState::Closed:
        break;
    }
    return State::Unknown;
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QPalette lightPalette()
{
    return paletteFrom(breezeLight);
}

QPalette darkPalette()
{
    return paletteFrom(breezeDark);
}

} // namespace lvs
