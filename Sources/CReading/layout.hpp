// A straightened card as the field readers want it.
#pragma once

#include "ink.hpp"
#include "shapes.hpp"
#include "vote.hpp"

namespace reading {

struct Sheet {
    Grey plain;     // the lightest channel, so that coloured patterns and labels fade
    Grey levelled;  // the same with even paper
    Grey labelled;  // all colours, with even paper: labels are as dark as values

    explicit Sheet(const Colour &card)
        : plain(lightest_channel(card)), levelled(reading::levelled(plain, card.height / 14)),
          labelled(reading::levelled(brightness(card), card.height / 14)) {}

    /// A box given in thousandths of width and height.
    Box box(int left, int top, int right, int bottom) const {
        int w = plain.width, h = plain.height;
        return {left * w / 1000, top * h / 1000, (right - left) * w / 1000, (bottom - top) * h / 1000};
    }

    /// Lines of print inside, whose height is within these thousandths of the card's height.
    std::vector<Box> lines(Box within, int least, int most, int gap) const {
        return text_lines(levelled, within, least * plain.height / 1000, most * plain.height / 1000, gap * plain.height / 1000);
    }

    /// The line with most ink in a box that holds one; when none is found, the box itself.
    Box line(Box within) const {
        Box best{};
        for (const Box &one : lines(within, 22, 100, 16))
            if (one.height * one.width > best.height * best.width) best = one;
        return best.height > 0 ? best : clipped(within, plain.width, plain.height);
    }

    std::vector<Grey> looks(Box line) const { return reading::looks(plain, levelled, line); }
};

/// What the looks agree on, compared character by character with the font. That counts as one look more; where it decides otherwise, as
/// the only one that says so.
Field compared(const Sheet &sheet, Box line, const Field &voted, const std::optional<Shapes> &shapes);

/// The same for a line of full-width characters only. Where the looks give another number of characters than fit, the font alone is
/// asked; believed if half of it is what the looks have too, or the line is so short (`most_alone`) that they may have missed it.
Field compared_in_full(const Sheet &sheet, Box line, const Field &voted, const std::optional<Shapes> &shapes, int most_alone);

}  // namespace reading
