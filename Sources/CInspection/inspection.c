#include "inspection.h"
