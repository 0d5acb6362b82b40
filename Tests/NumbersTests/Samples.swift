import Numbers
