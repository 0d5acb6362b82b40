#include "resident.hpp"

namespace reading {

bool is_date(int year, int month, int day) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

bool resident_number_holds(const std::string &number) {
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (number.size() != 18) return false;
    int sum = 0;
    for (size_t i = 0; i < 17; i++) {
        if (number[i] < '0' || number[i] > '9') return false;
        sum += weights[i] * (number[i] - '0');
    }
    if (number[17] != "10X98765432"[sum % 11]) return false;
    return is_date(std::stoi(number.substr(6, 4)), std::stoi(number.substr(10, 2)), std::stoi(number.substr(12, 2)));
}

}  // namespace reading
