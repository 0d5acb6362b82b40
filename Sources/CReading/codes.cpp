#include "codes.hpp"

#include <dlfcn.h>
#include <iconv.h>

#include <zbar.h>

#include "text.hpp"

namespace reading {

namespace {

constexpr size_t most_codes = 64, most_text = 4096;

struct Library {
    decltype(&zbar::zbar_image_scanner_create) scanner;
    decltype(&zbar::zbar_image_scanner_destroy) destroy_scanner;
    decltype(&zbar::zbar_image_scanner_set_config) configure;
    decltype(&zbar::zbar_image_create) image;
    decltype(&zbar::zbar_image_destroy) destroy_image;
    decltype(&zbar::zbar_image_set_format) set_format;
    decltype(&zbar::zbar_image_set_size) set_size;
    decltype(&zbar::zbar_image_set_data) set_data;
    decltype(&zbar::zbar_scan_image) scan;
    decltype(&zbar::zbar_image_first_symbol) first;
    decltype(&zbar::zbar_symbol_next) next;
    decltype(&zbar::zbar_symbol_get_type) type;
    decltype(&zbar::zbar_symbol_get_data) data;
    decltype(&zbar::zbar_symbol_get_data_length) length;
};

Library library;
bool is_loaded = false;
auto from_gb18030 = reinterpret_cast<iconv_t>(-1);

const char *kind_name(zbar::zbar_symbol_type_t type) {
    switch (type) {
    case zbar::ZBAR_QRCODE: return "qr";
    case zbar::ZBAR_CODE128: return "code-128";
    case zbar::ZBAR_CODE39: return "code-39";
    case zbar::ZBAR_EAN13: return "ean-13";
    case zbar::ZBAR_I25: return "interleaved-2-of-5";
    default: return nullptr;
    }
}

// QR codes seldom say in what encoding they are: UTF-8 where that is well-formed, else what Chinese printers use, else nothing.
std::string decoded(std::string bytes) {
    if (!code_points(bytes).empty() || from_gb18030 == reinterpret_cast<iconv_t>(-1)) return code_points(bytes).empty() ? "" : bytes;
    std::string text(bytes.size() * 3, '\0');
    char *from = bytes.data(), *to = text.data();
    size_t left = bytes.size(), room = text.size();
    if (iconv(from_gb18030, &from, &left, &to, &room) == size_t(-1)) return "";
    text.resize(text.size() - room);
    return code_points(text).empty() ? "" : text;
}

void scan(zbar::zbar_image_scanner_t *scanner, const Grey &grey, std::vector<Code> &codes) {
    zbar::zbar_image_t *image = library.image();
    library.set_format(image, 'Y' | '8' << 8 | '0' << 16 | '0' << 24);
    library.set_size(image, unsigned(grey.width), unsigned(grey.height));
    library.set_data(image, grey.pixels.data(), grey.pixels.size(), nullptr);
    library.scan(scanner, image);
    for (const zbar::zbar_symbol_t *symbol = library.first(image); symbol != nullptr && codes.size() < most_codes; symbol = library.next(symbol)) {
        const char *kind = kind_name(library.type(symbol));
        size_t length = library.length(symbol);
        if (kind == nullptr || length > most_text) continue;
        std::string text = decoded(std::string(library.data(symbol), length));
        if (text.empty()) continue;
        bool is_known = false;
        for (const Code &code : codes) is_known |= code.kind == kind && code.text == text;
        if (!is_known) codes.push_back({kind, text});
    }
    library.destroy_image(image);
}

}  // namespace

bool load_codes() {
    void *file = dlopen("libzbar.so.0", RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return false;
    is_loaded = true;
    auto find = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(file, name));
        is_loaded &= function != nullptr;
    };
    find(library.scanner, "zbar_image_scanner_create");
    find(library.destroy_scanner, "zbar_image_scanner_destroy");
    find(library.configure, "zbar_image_scanner_set_config");
    find(library.image, "zbar_image_create");
    find(library.destroy_image, "zbar_image_destroy");
    find(library.set_format, "zbar_image_set_format");
    find(library.set_size, "zbar_image_set_size");
    find(library.set_data, "zbar_image_set_data");
    find(library.scan, "zbar_scan_image");
    find(library.first, "zbar_image_first_symbol");
    find(library.next, "zbar_symbol_next");
    find(library.type, "zbar_symbol_get_type");
    find(library.data, "zbar_symbol_get_data");
    find(library.length, "zbar_symbol_get_data_length");
    from_gb18030 = iconv_open("UTF-8", "GB18030");  // its table is a file
    return is_loaded;
}

std::vector<Code> find_codes(const Colour &picture) {
    std::vector<Code> codes;
    if (!is_loaded) return codes;
    zbar::zbar_image_scanner_t *scanner = library.scanner();
    if (scanner == nullptr) return codes;
    library.configure(scanner, zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    for (auto type : {zbar::ZBAR_QRCODE, zbar::ZBAR_CODE128, zbar::ZBAR_CODE39, zbar::ZBAR_EAN13, zbar::ZBAR_I25})
        library.configure(scanner, type, zbar::ZBAR_CFG_ENABLE, 1);
    library.configure(scanner, zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);  // zbar's own guess of the encoding takes UTF-8 for Japanese
    Grey grey = brightness(picture);
    scan(scanner, grey, codes);
    if (codes.empty()) scan(scanner, box_blurred(grey, 1), codes);                                 // grain hides thin bars
    if (codes.empty()) scan(scanner, resized(grey, picture.width / 2, picture.height / 2), codes);  // and so does too much detail
    library.destroy_scanner(scanner);
    return codes;
}

}  // namespace reading
