import ArgumentParser
import Client
import ServiceLifecycle

/// Runs the job beside the server it speaks to.
struct DemoService: Service {
    let stage: DemoStage
    let output: Output
    let cards: Int
    let stays: Bool

    func run() async throws {
        await cancelWhenGracefulShutdown {
            guard let address = await stage.address().flatMap({ ServerAddress($0) }), let token = stage.token else {
                return stage.failed(.unavailable)
            }
            do {
                try await DemoJob(server: address, output: output, cards: cards).run(firstToken: token, stays: stays)
                stage.succeeded()
            } catch _ where Task.isCancelled {
                // Ctrl-C in the midst of it, as a shell counts it.
                stage.failed(ExitCode(130))
            } catch let failure as ClientFailure {
                stage.failed(output.told(failure))
            } catch let code as ExitCode {
                stage.failed(code)
            } catch {
                StandardError.write("\(error)\n")
                stage.failed(.unavailable)
            }
        }
        if stays, stage.isDone { try await gracefulShutdown() }
    }
}
