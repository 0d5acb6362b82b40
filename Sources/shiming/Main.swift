import ArgumentParser
@main
struct Shiming: ParsableCommand {}
