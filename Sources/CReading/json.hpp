// The answer's one line.
#pragma once

#include <cmath>
#include <cstdio>
#include <string>

namespace reading {

class Json {
public:
    Json &open(char bracket) {
        comma();
        line += bracket;
        is_first = true;
        return *this;
    }
    Json &close(char bracket) {
        line += bracket;
        is_first = false;
        return *this;
    }
    Json &key(const char *name) {
        string(name);
        line += ':';
        is_first = true;  // what follows belongs to it
        return *this;
    }
    Json &string(const std::string &text) {
        comma();
        line += '"';
        for (char c : text) {
            auto byte = static_cast<unsigned char>(c);
            char escaped[8];
            snprintf(escaped, sizeof escaped, "\\u%04x", byte);
            if (byte < 0x20 || c == '"' || c == '\\' || byte == 0x7F) line += escaped;
            else line += c;
        }
        line += '"';
        return *this;
    }
    Json &number(double value) {
        comma();
        char text[32];
        snprintf(text, sizeof text, "%.6g", std::isfinite(value) ? value : 0);
        line += text;
        return *this;
    }
    Json &boolean(bool value) {
        comma();
        line += value ? "true" : "false";
        return *this;
    }
    const std::string &text() const { return line; }

private:
    void comma() {
        if (!is_first) line += ',';
        is_first = false;
    }

    std::string line;
    bool is_first = true;
};

}  // namespace reading
