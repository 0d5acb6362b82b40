// swift-tools-version: 6.2
// Four rings; an arrow only points inwards (docs/modules.md has a sentence for every target).
// Targets stand in the order of the rings, alphabetical inside a ring.
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let asyncAlgorithms: Target.Dependency = .product(name: "AsyncAlgorithms", package: "swift-async-algorithms")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Its templates, texts and assets are put into the program by Scripts/generate-pages.py.
func pages(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, exclude: ["Assets", "Templates", "Words"], swiftSettings: settings)
}

/// Never optimised, also where what they test is: that would take as long as building the program.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources,
        swiftSettings: settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

let package = Package(
    name: "shiming",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "shiming", targets: ["shiming"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Ring 0: pure. Time, ids and chance come in as values.
        library("Ledger", [crypto]),
        library("Numbers"),
        library("Registry", ["Numbers", "Ledger"]),

        // Ring 1: storage, secrets, files.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "CSQLiteFeed", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CConfinement"),
        // libcurl is loaded when the first letter is sent, so only its headers are wanted here.
        .target(name: "CMail"),
        .target(
            name: "CInspection", dependencies: ["CConfinement"],
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png"), .linkedLibrary("qpdf")]
        ),
        // Pictures as pixels. Optimised in every build, like those that work on them: unoptimised, a picture takes many times as long.
        // Flags of one's own are only allowed in a package on which no other depends, as this.
        .target(
            name: "CDecoding", cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png")]
        ),
        // Tesseract, zbar and FreeType are loaded by the child itself, so only their headers are wanted here; of dlib the archive is, since
        // its shared library brings BLAS, LAPACK and Fortran into every start of the program.
        .target(
            name: "CReading", dependencies: ["CConfinement", "CDecoding"],
            cxxSettings: [.unsafeFlags(["-O2", "-I/usr/include/freetype2"])],
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png"), .linkedLibrary(":libdlib.a")]
        ),
        .target(
            name: "CWatermark", dependencies: ["CConfinement", "CDecoding"],
            cSettings: [.unsafeFlags(["-O2", "-I/usr/include/freetype2"])],
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("qpdf")]
        ),
        library("CardFiles", ["Numbers", "Tabular"]),
        library("Confinement", ["CConfinement"]),
        library("Inspection", ["CInspection", "Confinement"]),
        library("PostgresStore", ["CPostgres", "SQLCore"]),
        library("Reading", ["CReading", "Confinement", "Inspection", "Numbers"]),
        library("Records", ["Ledger", "Numbers", "Registry", "SQLCore", "Vault", crypto]),
        library("SQLCore"),
        library("SQLiteStore", ["CSQLite", "CSQLiteFeed", "SQLCore", logging]),
        library("Tabular", ["CExpat", "CZip"]),
        library("Vault", ["Ledger", crypto, cryptoExtras]),
        library("Watermark", ["CWatermark", "Confinement", "Inspection"]),

        // Ring 2: one verb a file.
        library(
            "UseCases",
            [
                "CardFiles", "Inspection", "Ledger", "Numbers", "Records", "Registry", "SQLCore", "Tabular", "Vault", "Watermark", crypto,
                logging,
            ]),

        library(
            "Carriers",
            ["CExpat", "COpenSSL", "Ledger", "Numbers", "Outbound", "Registry", "UseCases", crypto, httpClient]),

        library("Outbound", ["Registry", "UseCases", httpClient, nioCore, nioHTTP1, nioPosix, nioSSL]),

        library("S3Store", ["Ledger", "Registry", "UseCases", crypto, httpClient, nioCore, nioHTTP1, nioSSL]),

        library("Verification", ["Ledger", "Outbound", "Reading", "Registry", "UseCases"]),

        library("Delivery", ["CMail", "Ledger", "Outbound", "Registry", "UseCases", "Verification", crypto]),

        // Ring 3: edges.
        library("Contract", ["Ledger"]),
        library(
            "API",
            [
                "Contract", "Ledger", "Numbers", "Records", "Registry", "SQLCore", "UseCases", "Vault", "Web",
                crypto, hummingbird, httpTypes, logging, nioCore,
            ]),
        library("Client", ["Contract", httpClient, nioCore, nioHTTP1, nioPosix, nioSSL]),
        pages(
            "Console",
            [
                "Ledger", "Numbers", "Pages", "Records", "Registry", "UseCases", "Vault", "Web", httpTypes, hummingbird, lifecycle,
                mustache, nioCore,
            ]),
        library(
            "Pages",
            [
                "CQRCode", "Ledger", "Numbers", "Registry", "UseCases", "Web", asyncAlgorithms, crypto, httpTypes, hummingbird, mustache,
                nioCore,
            ]),
        pages(
            "PersonalPages",
            ["Ledger", "Numbers", "Pages", "Records", "Registry", "UseCases", "Web", httpTypes, hummingbird, mustache, nioCore]),
        library(
            "Sandbox",
            [
                "Carriers", "Delivery", "Ledger", "Outbound", "Registry", "UseCases", crypto, hummingbird, httpTypes, lifecycle, logging,
                nioCore,
            ]),
        library("Web", ["Contract", "Registry", "SQLCore", crypto, hummingbird, httpTypes, logging, nioCore]),
        .executableTarget(
            name: "shiming",
            dependencies: [
                "API", "Carriers", "Client", "Console", "Contract", "Delivery", "Inspection", "Ledger", "Numbers", "Outbound",
                "Pages", "PersonalPages", "PostgresStore", "Reading",
                "Records", "Registry", "S3Store", "SQLCore", "SQLiteStore", "Sandbox", "UseCases", "Vault", "Verification", "Watermark",
                "Web", argumentParser, hummingbird, hummingbirdCore, hummingbirdTLS, lifecycle, logging,
                nioCore,
                nioSSL, unixSignals,
            ],
            swiftSettings: settings),

        // Tests.
        library(
            "TestKit",
            [
                "Inspection", "Ledger", "Outbound", "Pages", "PostgresStore", "Records", "Registry", "SQLCore", "SQLiteStore", "UseCases",
                "Vault",
                "Watermark", logging, mustache, nioCore, nioPosix, yams,
            ]),
        // What makes the past for tests from outside (Tests/System).
        .executableTarget(
            name: "older-store", dependencies: ["PostgresStore", "SQLCore", "SQLiteStore", "TestKit"], path: "Tests/OlderStore",
            swiftSettings: settings),
        tests(
            "CarriersTests",
            [
                "Carriers", "Ledger", "Outbound", "Records", "Registry", "SQLCore", "Sandbox", "TestKit", "UseCases", crypto, httpTypes,
                hummingbird, nioCore,
            ]),
        tests("ClientTests", ["Client", "Contract"]),
        tests("LedgerTests", ["Ledger"]),
        tests("NumbersTests", ["Numbers"]),
        tests("RegistryTests", ["Ledger", "Registry", "Numbers"]),
        tests("CardFilesTests", ["CardFiles", "Numbers", "Tabular"]),
        tests("InspectionTests", ["Confinement", "Inspection", "shiming"]),
        tests("ReadingTests", ["Reading", "Confinement", "Numbers", "shiming"], resources: [.copy("Pictures")]),
        tests("TabularTests", ["Tabular"]),
        tests("WatermarkTests", ["CDecoding", "Confinement", "Inspection", "Watermark", "shiming"]),
        tests("S3StoreTests", ["S3Store", "Ledger", "Registry", "TestKit", "UseCases", crypto]),
        tests("SQLiteStoreTests", ["Records", "SQLCore", "SQLiteStore", "TestKit"]),
        tests("PostgresStoreTests", ["PostgresStore", "SQLCore", "TestKit"]),
        tests("StoreTests", ["Numbers", "PostgresStore", "Records", "Registry", "SQLCore", "SQLiteStore", "TestKit", "UseCases"]),
        tests("VaultTests", ["Vault", "Ledger", crypto]),
        tests("RecordsTests", ["Records", "SQLCore", "TestKit", "Vault", "Registry", "Ledger"]),
        tests(
            "UseCasesTests",
            [
                "Carriers", "UseCases", "TestKit", "Records", "Registry", "SQLCore", "SQLiteStore", "Sandbox", "Vault", "Ledger", "Numbers",
                "Inspection", "Watermark",
                logging,
            ]),
        tests(
            "DeliveryTests",
            [
                "CMail", "Delivery", "Ledger", "Numbers", "Outbound", "Registry", "Sandbox", "TestKit", "UseCases", "Verification", crypto,
                nioCore,
                nioPosix, yams,
            ]),
        tests(
            "VerificationTests",
            [
                "Verification", "Confinement", "Ledger", "Numbers", "Outbound", "Reading", "Registry", "Sandbox", "TestKit", "UseCases",
                httpClient, nioCore, nioHTTP1, nioPosix,
            ]),
        tests(
            "PersonalPagesTests",
            [
                "Pages", "PersonalPages", "Registry", "TestKit", "UseCases", "Web", hummingbird, hummingbirdTesting, httpTypes, logging,
                mustache, nioCore, nioPosix,
            ]),
        tests(
            "ConsoleTests",
            [
                "Console", "Pages", "Records", "Registry", "TestKit", "UseCases", "Vault", "Web", hummingbird, hummingbirdTesting,
                httpTypes,
                logging, mustache, nioCore,
            ]),
        tests("WebTests", ["Web", "Contract", "Registry", "SQLCore", hummingbird, hummingbirdTesting, httpTypes, nioCore]),
        tests(
            "APITests",
            [
                "API", "Contract", "Ledger", "Registry", "TestKit", "UseCases", "Records", "SQLCore", "Vault", "Web", "Numbers",
                hummingbird, hummingbirdTesting, httpTypes, logging, nioCore, yams,
            ]),
    ],
    cxxLanguageStandard: .cxx17
)
