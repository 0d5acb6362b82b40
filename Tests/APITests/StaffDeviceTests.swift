import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Records
import Registry
import TestKit
import Testing
import UseCases

@testable import API

/// A browser on which staff sign in is not one on which customers are verified (R-AF-11).
@Suite struct StaffDeviceTests {
    @Test(arguments: [true, false]) func `the device's cookie at sign-in decides`(isSent: Bool) async throws {
        try await withWorld { world in
            let personal = try await PersonalJob.prepare(in: world)
            let opened = try await personal.open()
            try await personal.fill(opened.principal)
            let staff = try await world.staff([.agentClerk], in: personal.job.agent.id, login: "front.desk", by: personal.job.administrator)
            try await withEdge(over: world, tokens: TokenTable()) { client in
                var headers: HTTPFields = [.contentType: "application/json"]
                if isSent { headers[.cookie] = "shiming-language=zh; shiming-device=\(opened.device)" }
                let body = try JSONValue.object(
                    #require(
                        JSONObject(members: [
                            .init(key: "login", value: .string(staff.login)), .init(key: "password", value: .string(staff.password)),
                        ]))
                ).canonicalBytes()
                try await client.execute(uri: "/v1/sessions", method: .post, headers: headers, body: ByteBuffer(bytes: body)) {
                    #expect($0.status.code < 300)
                }
            }
            do {
                _ = try await world.installation.submitPersonal(as: opened.principal)
                #expect(!isSent)
            } catch let refusal as Refusal {
                #expect(isSent && refusal == .staffMayNotVerify)
            }
        }
    }
}
