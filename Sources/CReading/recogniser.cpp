#include "recogniser.hpp"

#include <dlfcn.h>

#include <tesseract/capi.h>

namespace reading {

namespace {

struct Library {
    decltype(&TessBaseAPICreate) create;
    decltype(&TessBaseAPIInit3) init;
    decltype(&TessBaseAPISetVariable) set_variable;
    decltype(&TessBaseAPISetPageSegMode) set_mode;
    decltype(&TessBaseAPISetImage) set_image;
    decltype(&TessBaseAPISetSourceResolution) set_resolution;
    decltype(&TessBaseAPIGetUTF8Text) text;
    decltype(&TessBaseAPIMeanTextConf) confidence;
    decltype(&TessDeleteText) release;
};

Library library;

bool load_library() {
    void *file = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return false;
    bool is_whole = true;
    auto find = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(file, name));
        is_whole &= function != nullptr;
    };
    find(library.create, "TessBaseAPICreate");
    find(library.init, "TessBaseAPIInit3");
    find(library.set_variable, "TessBaseAPISetVariable");
    find(library.set_mode, "TessBaseAPISetPageSegMode");
    find(library.set_image, "TessBaseAPISetImage");
    find(library.set_resolution, "TessBaseAPISetSourceResolution");
    find(library.text, "TessBaseAPIGetUTF8Text");
    find(library.confidence, "TessBaseAPIMeanTextConf");
    find(library.release, "TessDeleteText");
    // The confined child may start no thread, so OpenMP must never want one: with no active level every region runs on the caller.
    auto levels = reinterpret_cast<void (*)(int)>(dlsym(file, "omp_set_max_active_levels"));
    if (levels != nullptr) levels(0);
    return is_whole;
}

}  // namespace

std::optional<Recogniser> Recogniser::loaded() {
    if (!load_library()) return std::nullopt;
    TessBaseAPI *api = library.create();
    if (api == nullptr || library.init(api, nullptr, "chi_sim") != 0) return std::nullopt;
    // Names are no dictionary words, and nobody may learn from one reading for the next.
    library.set_variable(api, "load_system_dawg", "0");
    library.set_variable(api, "load_freq_dawg", "0");
    Recogniser recogniser;
    recogniser.handle = api;
    return recogniser;
}

Recognised Recogniser::line(const Grey &picture, const char *allowed, Manner manner) const {
    auto *api = static_cast<TessBaseAPI *>(handle);
    Recognised result;
    if (picture.width < 4 || picture.height < 4) return result;
    library.set_variable(api, "tessedit_char_whitelist", allowed);
    library.set_mode(api, manner == Manner::raw ? tesseract::PSM_RAW_LINE : tesseract::PSM_SINGLE_BLOCK);
    library.set_image(api, picture.pixels.data(), picture.width, picture.height, 1, picture.width);
    library.set_resolution(api, 300);
    char *text = library.text(api);
    if (text == nullptr) return result;
    for (const char *c = text; *c != '\0'; c++)
        if (static_cast<unsigned char>(*c) > ' ') result.text += *c;
    library.release(text);
    result.confidence = std::clamp(library.confidence(api), 0, 100);
    return result;
}

}  // namespace reading
