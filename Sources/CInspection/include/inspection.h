// Document inspection in C: see inspection.c
