"""A PostgreSQL beyond the machine: its certificate is checked against the authority named, and the login's password is asked for.

The authorities, keys and passwords are made for the test.
"""

import contextlib
import datetime
import ipaddress
import shutil
import socket
import ssl
import struct
import subprocess
import uuid

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from postgres_cluster import Cluster
from shiming_server import BIN, Server, World, card_file, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
PASSWORD = "Gruener-Fluss-4-Ziegel"


class Authority:
    """Signs certificates for servers."""

    def __init__(self, folder, name):
        self.folder, self.key = folder, ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = self.sign(self.name, self.key, x509.BasicConstraints(ca=True, path_length=0))
        self.file = folder / f"{uuid.uuid4().hex}.pem"
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def sign(self, subject, key, *extensions):
        now = datetime.datetime.now(datetime.timezone.utc)
        builder = (
            x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=2)))
        for extension in extensions:
            builder = builder.add_extension(extension, critical=False)
        return builder.sign(self.key, hashes.SHA256())

    def serve(self, folder, *names):
        """Certificate and key of a server with these names, as files."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "database")])
        certificate = self.sign(subject, key, x509.SubjectAlternativeName(list(names)))
        (folder / "server.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        (folder / "server.key").write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        for name in ("server.crt", "server.key"):
            (folder / name).chmod(0o600)
            if shutil.os.getuid() == 0:
                shutil.chown(folder / name, "postgres", "postgres")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Distant:
    """A PostgreSQL that over the network takes nobody without TLS and a password."""

    def __init__(self, folder):
        self.authority, self.stranger = Authority(folder, "Authority of this test"), Authority(folder, "Authority of somebody else")
        self.cluster = Cluster(port=free_port())
        self.cluster.conf = (
            f"listen_addresses = '127.0.0.1'\nssl = on\nssl_cert_file = '{self.cluster.folder}/server.crt'\n"
            f"ssl_key_file = '{self.cluster.folder}/server.key'\npassword_encryption = scram-sha-256")

    def make(self):
        self.certify(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        self.cluster.make()
        (self.cluster.data / "pg_hba.conf").write_text(
            "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\nhostnossl all all 127.0.0.1/32 reject\n")
        self.cluster.ask("SELECT pg_reload_conf()", database="postgres")
        self.cluster.ask(f"CREATE ROLE distant LOGIN PASSWORD '{PASSWORD}'", database="postgres")
        return self

    def certify(self, *names):
        self.authority.serve(self.cluster.folder, *names)

    def database(self):
        self.cluster.database()
        self.cluster.ask(f"ALTER DATABASE {self.cluster.name} OWNER TO distant", database="postgres")
        return self

    def store(self, authority=None, mode="verify-full", password=PASSWORD, host="127.0.0.1"):
        address = f"postgresql://distant@{host}:{self.cluster.port}/{self.cluster.name}?sslmode={mode}&hostaddr=127.0.0.1"
        return {"SHIMING_STORE": address + (f"&sslrootcert={authority.file}" if authority else ""), "PGPASSWORD": password}


@pytest.fixture(scope="module")
def distant(tmp_path_factory):
    made = Distant(tmp_path_factory.mktemp("authorities"))
    try:
        try:
            made.make()
        except subprocess.CalledProcessError:
            log = made.cluster.folder / "server.log"
            if not log.exists() or "Address already in use" not in log.read_text():
                raise
            # Somebody took the port since it was found free.
            made.cluster.end()
            made = Distant(tmp_path_factory.mktemp("authorities"))
            made.make()
        yield made
    finally:
        made.cluster.end()


def refused(folder, environment):
    status, said = Server(folder, environment=environment).refuses_to_start()
    assert status != 0 and PASSWORD not in said and environment["PGPASSWORD"] not in said, said
    return said


def test_a_server_whose_certificate_is_vouched_for_is_used_and_every_connection_is_secret(distant, tmp_path):
    distant.database()
    with serving(tmp_path, environment=distant.store(distant.authority)) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(10)))
        world.allocate()
        assert world.register()["decided"]["cardsRegistered"] == 10
        connections = distant.cluster.ask(
            "SELECT s.ssl, s.version FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.usename = 'distant'")
        assert len(connections) > 1 and {ssl for ssl, _ in connections} == {"t"}, connections
        assert all(version in ("TLSv1.2", "TLSv1.3") for _, version in connections), connections
        assert PASSWORD not in server.log.read_text() + server.output.read_text()
        world.settled_trail()


def test_a_certificate_of_another_authority_is_refused(distant, tmp_path):
    distant.database()
    assert "certificate verify failed" in refused(tmp_path, distant.store(distant.stranger))
    assert distant.cluster.ask("SELECT COUNT(*) FROM pg_tables WHERE tablename = 'schema_step'") == [("0",)]


def test_a_certificate_of_another_host_is_refused_where_the_host_is_checked(distant, tmp_path):
    distant.database()
    said = refused(tmp_path, distant.store(distant.authority, host="database.example"))
    assert "does not match host name \"database.example\"" in said
    with serving(tmp_path / "unchecked", environment=distant.store(distant.authority, mode="verify-ca", host="database.example")):
        pass


@pytest.mark.parametrize("password", ["Gruener-Fluss-4-Ziegeln", ""])
def test_a_wrong_password_is_refused_and_said_so(distant, tmp_path, password):
    distant.database()
    environment = distant.store(distant.authority, password=password or "unused")
    if not password:
        del environment["PGPASSWORD"]
        status, said = Server(tmp_path, environment=environment).refuses_to_start()
        assert status != 0 and "no password supplied" in said, said
        return
    assert "password authentication failed for user \"distant\"" in refused(tmp_path, environment)


def test_without_tls_nobody_is_let_in(distant, tmp_path):
    distant.database()
    said = refused(tmp_path, distant.store(mode="disable"))
    assert "rejects connection" in said and "no encryption" in said, said


def test_a_certificate_that_is_no_longer_vouched_for_ends_service_until_it_is_again(distant, tmp_path):
    """New connections check anew; nothing but 503 is said meanwhile."""
    distant.database()
    with serving(tmp_path, environment=distant.store(distant.authority) | {"SHIMING_STORE_RETRY_SECONDS": "1"}) as server:
        world = World(server, ["clerk"])
        papers = world.content()

        def begin():
            return world.clerk.ask("createRegistration", json={"channel": "agent", "content": papers})

        assert begin().ok
        with replaced(distant):
            answers = [begin() for _ in range(3)]
            assert [answer.status_code for answer in answers] == [503] * 3, [answer.text for answer in answers]
            assert "certificate" not in answers[0].text
        assert begin().ok


@contextlib.contextmanager
def replaced(distant):
    """The server under a certificate of the stranger's, all its connections begun anew."""
    try:
        distant.stranger.serve(distant.cluster.folder, x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        renew(distant)
        yield
    finally:
        distant.certify(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        renew(distant)


def shown(distant):
    """The certificate that a fresh connection is shown."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", distant.cluster.port), 10) as plain:
        plain.sendall(struct.pack("!II", 8, 80877103))  # SSLRequest
        assert plain.recv(1) == b"S"
        with context.wrap_socket(plain) as secret:
            return secret.getpeercert(binary_form=True)


def renew(distant):
    distant.cluster.ask("SELECT pg_reload_conf()", database="postgres")
    own = ssl.PEM_cert_to_DER_cert((distant.cluster.folder / "server.crt").read_text())
    poll(lambda: shown(distant) == own, 30, "the server does not take its new certificate")
    distant.cluster.ask("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE usename = 'distant'", database="postgres")
