// CardFiles
