#include "card.hpp"

#include "lines.hpp"

namespace reading {

namespace {

constexpr int search_side = 480;
constexpr size_t most_lines = 26;
constexpr int samples = 48;
constexpr double least_support_in_a_room = 0.75;
constexpr double border_support = 0.62;  // what a side is worth that may lie beyond the picture's border

struct Search {
    const Edges &seen;
    const std::vector<double> &shapes;

    bool inside(Point p) const { return p.x >= 1 && p.y >= 1 && p.x < seen.width - 1 && p.y < seen.height - 1; }

    // Whether an edge runs here along the line; +1 where it gets brighter in the direction of the normal, -1 where darker.
    int edge_at(Point p, Point normal) const {
        for (int step : {0, 1, -1, 2, -2}) {
            Point q = p + normal * step;
            if (!inside(q)) continue;
            size_t i = seen.index(int(q.x), int(q.y));
            if (seen.strength[i] <= 0) continue;
            double along = seen.x[i] * normal.x + seen.y[i] * normal.y;
            if (std::abs(along) > 0.86) return along > 0 ? 1 : -1;
        }
        return 0;
    }

    // Share of the side that is an edge of one sense; what lies outside the picture is not asked.
    double support(Point from, Point to, const Line &line) const {
        if (line.is_border) return border_support;
        int asked = 0, brighter = 0, darker = 0;
        for (int i = 0; i < samples; i++) {
            Point p = from + (to - from) * (0.07 + 0.86 * i / (samples - 1));  // corners are round
            if (!inside(p)) continue;
            asked++;
            int sense = edge_at(p, line.normal);
            if (sense > 0) brighter++;
            if (sense < 0) darker++;
        }
        if (asked < samples / 3) return 0;
        return double(std::max(brighter, darker)) / asked;
    }

    double shape_fit(const Quad &quad) const {
        double across = (length(quad[1] - quad[0]) + length(quad[2] - quad[3])) / 2;
        double down = (length(quad[3] - quad[0]) + length(quad[2] - quad[1])) / 2;
        double ratio = std::max(across, down) / std::max(1.0, std::min(across, down)), best = 0;
        for (double shape : shapes) {
            double off = std::log(ratio / shape) / 0.16;
            best = std::max(best, std::exp(-off * off));
        }
        return best;
    }
};

struct Pair {
    size_t a, b;
};

// Two sides that may face each other.
std::vector<Pair> facing(const std::vector<Line> &all, int width, int height) {
    std::vector<Pair> pairs;
    double least = 0.12 * std::min(width, height);
    Point middle{width / 2.0, height / 2.0};
    for (size_t a = 0; a < all.size(); a++)
        for (size_t b = a + 1; b < all.size(); b++) {
            double cosine = all[a].normal.x * all[b].normal.x + all[a].normal.y * all[b].normal.y;
            if (std::abs(cosine) < std::cos(20 * M_PI / 180)) continue;
            double gap = std::abs(all[a].off(middle) - (cosine > 0 ? 1 : -1) * all[b].off(middle));
            if (gap >= least) pairs.push_back({a, b});
        }
    return pairs;
}

// Starting with the corner nearest to the top left, clockwise on the screen.
Quad ordered(Quad quad) {
    double twice = 0;
    for (size_t i = 0; i < 4; i++) twice += quad[i].x * quad[(i + 1) % 4].y - quad[i].y * quad[(i + 1) % 4].x;
    if (twice < 0) std::swap(quad[1], quad[3]);
    size_t first = 0;
    for (size_t i = 1; i < 4; i++)
        if (quad[i].x + quad[i].y < quad[first].x + quad[first].y) first = i;
    return turned(quad, int(first));
}

struct Candidate {
    Quad quad;
    std::array<Line, 4> sides;  // side i runs from corner i to the next
    double score = 0, support = 0;
};

std::optional<Candidate> best_quad(const Search &search, const std::vector<Line> &all) {
    std::vector<Pair> pairs = facing(all, search.seen.width, search.seen.height);
    std::optional<Candidate> best;
    double whole = double(search.seen.width) * search.seen.height;
    Point slack{search.seen.width * 0.35, search.seen.height * 0.35};
    for (size_t i = 0; i < pairs.size(); i++)
        for (size_t j = i + 1; j < pairs.size(); j++) {
            const Line &a = all[pairs[i].a], &b = all[pairs[i].b], &c = all[pairs[j].a], &d = all[pairs[j].b];
            Candidate one;
            if (!meeting(a, c, one.quad[0]) || !meeting(c, b, one.quad[1]) || !meeting(b, d, one.quad[2]) || !meeting(d, a, one.quad[3])) continue;
            one.sides = {c, b, d, a};
            bool is_far = false;
            for (const Point &p : one.quad)
                is_far |= p.x < -slack.x || p.y < -slack.y || p.x > search.seen.width + slack.x || p.y > search.seen.height + slack.y;
            if (is_far || !is_convex(one.quad)) continue;
            double share = area(one.quad) / whole, fit = search.shape_fit(one.quad);
            if (share < 0.015 || fit < 0.15) continue;
            double sum = 0, least = 1;
            for (size_t k = 0; k < 4; k++) {
                double support = search.support(one.quad[k], one.quad[(k + 1) % 4], one.sides[k]);
                sum += support;
                least = std::min(least, support);
            }
            one.support = sum / 4;
            one.score = (0.5 * one.support + 0.5 * least) * std::sqrt(fit) * std::pow(share, 0.12);
            if (least > 0.3 && (!best || one.score > best->score)) best = one;
        }
    return best;
}

std::vector<Line> borders(int width, int height) {
    double w = width - 1, h = height - 1;
    return {{{1, 0}, 0, 0, true}, {{1, 0}, w, 0, true}, {{0, 1}, 0, 0, true}, {{0, 1}, h, 0, true}};
}

// Fits each side anew to the edges near it, weighing points less the further they lie off.
void refine(Candidate &candidate, const Search &search) {
    for (Line &line : candidate.sides) {
        size_t k = size_t(&line - candidate.sides.data());
        if (line.is_border) continue;
        Point from = candidate.quad[k], to = candidate.quad[(k + 1) % 4];
        for (int round = 0; round < 3; round++) {
            double reach = 5 - 1.5 * round, sw = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
            Point along{-line.normal.y, line.normal.x};
            double start = along.x * from.x + along.y * from.y, end = along.x * to.x + along.y * to.y, span = end - start;
            for (int i = 0; i < 160; i++) {
                double t = start + span * (0.07 + 0.86 * i / 159);
                Point base = along * t + line.normal * line.distance;
                for (double step = -reach; step <= reach; step += 1) {
                    Point q = base + line.normal * step;
                    if (!search.inside(q)) continue;
                    size_t at = search.seen.index(int(q.x), int(q.y));
                    if (search.seen.strength[at] <= 0 || std::abs(search.seen.x[at] * line.normal.x + search.seen.y[at] * line.normal.y) < 0.9) continue;
                    double weight = 1 / (1 + step * step / 2);
                    Point centre{std::floor(q.x) + 0.5, std::floor(q.y) + 0.5};
                    sw += weight, sx += weight * centre.x, sy += weight * centre.y;
                    sxx += weight * centre.x * centre.x, sxy += weight * centre.x * centre.y, syy += weight * centre.y * centre.y;
                }
            }
            if (sw < 20) break;
            double mx = sx / sw, my = sy / sw, a = sxx / sw - mx * mx, b = sxy / sw - mx * my, c = syy / sw - my * my;
            double angle = 0.5 * std::atan2(2 * b, a - c);  // of the line itself
            Point normal{-std::sin(angle), std::cos(angle)};
            if (normal.x * line.normal.x + normal.y * line.normal.y < 0) normal = normal * -1;
            if (normal.x * line.normal.x + normal.y * line.normal.y < 0.99) break;
            line.normal = normal;
            line.distance = normal.x * mx + normal.y * my;
        }
    }
    Quad quad;
    for (size_t k = 0; k < 4; k++)
        if (!meeting(candidate.sides[(k + 3) % 4], candidate.sides[k], quad[k])) return;
    if (is_convex(quad)) candidate.quad = quad;
}

bool has_shape(double ratio, const std::vector<double> &shapes) {
    for (double shape : shapes)
        if (std::abs(std::log(std::max(ratio, 1 / ratio) / shape)) < 0.05) return true;
    return false;
}

}  // namespace

std::optional<Document> find_document(const Colour &picture, const std::vector<double> &shapes, bool may_fill) {
    Colour small = reduced(picture, search_side);
    Edges seen = edges(small);
    Search search{seen, shapes};
    // A card in a hand is a small thing in a room full of edges; it is not looked for beyond the border.
    std::vector<Line> all = lines(seen, may_fill ? most_lines : 2 * most_lines);
    if (may_fill)
        for (const Line &border : borders(small.width, small.height)) all.push_back(border);
    std::optional<Candidate> best = best_quad(search, all);
    // In a room, four edges that somehow close are no card yet.
    if (!may_fill && best && best->support < least_support_in_a_room) best.reset();
    Document document;
    double scale = double(picture.width) / small.width;
    int seen_sides = 0;
    if (best) for (const Line &line : best->sides) seen_sides += !line.is_border;
    if (!best || seen_sides < 2) {
        if (!may_fill || !has_shape(double(picture.width) / picture.height, shapes)) return std::nullopt;
        double w = picture.width, h = picture.height;
        document.corners = {Point{0, 0}, Point{w, 0}, Point{w, h}, Point{0, h}};
        document.fills_picture = true;
        return document;
    }
    refine(*best, search);
    std::array<bool, 4> is_cut{};
    for (size_t k = 0; k < 4; k++)
        if (best->sides[k].is_border) is_cut[k] = is_cut[(k + 1) % 4] = true;
    Quad by_place = ordered(best->quad);
    for (size_t k = 0; k < 4; k++) {
        size_t was = 0;
        for (size_t j = 0; j < 4; j++)
            if (best->quad[j].x == by_place[k].x && best->quad[j].y == by_place[k].y) was = j;
        document.corners[k] = by_place[k] * scale;
        double margin = 0.02 * std::max(picture.width, picture.height);
        Point p = document.corners[k];
        document.missing[k] = is_cut[was] || p.x < -margin || p.y < -margin || p.x > picture.width + margin || p.y > picture.height + margin;
    }
    document.support = best->support;
    return document;
}

bool is_inside(const Document &document, Point place) {
    int left = 0;
    for (size_t k = 0; k < 4; k++) {
        Point side = document.corners[(k + 1) % 4] - document.corners[k], to = place - document.corners[k];
        left += side.x * to.y - side.y * to.x > 0;
    }
    return left == 0 || left == 4;
}

}  // namespace reading
