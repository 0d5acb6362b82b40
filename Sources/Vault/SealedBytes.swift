import Crypto

extension SealedFile {
    /// The whole of a sealed file in memory, laid out as `SealedFileWriter` does: what leaves for a store of objects is this.
    package static func seal(_ plain: [UInt8], under key: DataKey) throws -> [UInt8] {
        let chunks = max(1, (plain.count + chunkBytes - 1) / chunkBytes)
        var sealed: [UInt8] = [Suite.international.rawValue]
        sealed.reserveCapacity(1 + plain.count + chunks * overheadBytes)
        for chunk in 0..<chunks {
            let part = plain[(chunk * chunkBytes)..<min((chunk + 1) * chunkBytes, plain.count)]
            let box = try AES.GCM.seal(
                part, using: key.key, authenticating: associatedData(key, chunk: chunk, isLast: chunk == chunks - 1))
            sealed.append(contentsOf: box.nonce)
            sealed.append(contentsOf: box.ciphertext)
            sealed.append(contentsOf: box.tag)
        }
        return sealed
    }

    /// Throws `KeyRefusal.notOpened` when it is not what was sealed under this key: changed, cut, or another file.
    package static func open(_ sealed: [UInt8], under key: DataKey) throws -> [UInt8] {
        guard sealed.first == Suite.international.rawValue else { throw KeyRefusal.notOpened }
        let body = sealed.dropFirst()
        let sealedChunk = chunkBytes + overheadBytes
        let chunks = (body.count + sealedChunk - 1) / sealedChunk
        guard chunks > 0 else { throw KeyRefusal.notOpened }
        var plain: [UInt8] = []
        plain.reserveCapacity(body.count)
        for chunk in 0..<chunks {
            let start = body.startIndex + chunk * sealedChunk
            do {
                let box = try AES.GCM.SealedBox(combined: body[start..<min(start + sealedChunk, body.endIndex)])
                plain += try AES.GCM.open(
                    box, using: key.key, authenticating: associatedData(key, chunk: chunk, isLast: chunk == chunks - 1))
            } catch {
                throw KeyRefusal.notOpened
            }
        }
        return plain
    }
}
