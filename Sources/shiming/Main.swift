import ArgumentParser
import Glibc
import Inspection
import Reading
import Watermark

/// The program. `Shiming` holds its commands, one file each.
@main
enum Program {
    static func main() async {
        // A child that inspects evidence, reads documents or marks copies must not have done anything else before it confines itself.
        InspectionWorker.takeOver()
        ReadingWorker.takeOver()
        WatermarkWorker.takeOver()
        // What the program writes is its owner's, whatever the folder allows.
        umask(0o077)
        await Shiming.run(Array(CommandLine.arguments.dropFirst()))
    }
}
