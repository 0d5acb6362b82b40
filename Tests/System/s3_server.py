"""A real S3 server program (moto) that refuses requests without a correct signature, and a door before it that can be shut.

It decodes a slash in a query before it computes the signature, so prefixes here have one part.
"""

import contextlib
import json
import os
import pathlib
import signal
import socket
import socketserver
import subprocess
import sys
import threading

import boto3
import botocore.config
import requests

from shiming_server import poll

REGION = "cn-north-1"
BUCKET = "evidence-of-tests"
# Making the user, its policy, its key and the bucket; from then on moto checks who asks.
SETTING_UP = 4


class S3Server:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        environment = os.environ | {"INITIAL_NO_AUTH_ACTION_COUNT": str(SETTING_UP)}
        with open(self.folder / "moto.txt", "ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)], stdout=log, stderr=log, env=environment)
        poll(self.answers, 60, lambda: "moto does not start: " + (self.folder / "moto.txt").read_text()[-2000:])
        iam, s3 = self.client("iam"), self.client("s3")
        iam.create_user(UserName="shiming")
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
        iam.put_user_policy(UserName="shiming", PolicyName="evidence", PolicyDocument=json.dumps(policy))
        key = iam.create_access_key(UserName="shiming")["AccessKey"]
        self.key, self.secret = key["AccessKeyId"], key["SecretAccessKey"]
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        return self

    def answers(self):
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(self.address + "/moto-api/data.json", timeout=5).ok or None

    def client(self, service, key="nobody", secret="nothing"):
        return boto3.client(
            service, endpoint_url=self.address, region_name=REGION, aws_access_key_id=key, aws_secret_access_key=secret,
            config=botocore.config.Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"}, proxies={}))

    def objects(self):
        """What stands in the bucket: key to content."""
        s3 = self.client("s3", self.key, self.secret)
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        keys = [entry["Key"] for page in pages for entry in page.get("Contents", [])]
        return {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}

    def put(self, key, content, metadata=None):
        self.client("s3", self.key, self.secret).put_object(Bucket=BUCKET, Key=key, Body=content, Metadata=metadata or {})

    def remove(self, key):
        self.client("s3", self.key, self.secret).delete_object(Bucket=BUCKET, Key=key)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


@contextlib.contextmanager
def s3_serving(folder):
    server = S3Server(folder)
    try:
        yield server.start()
    finally:
        server.stop()


class Door:
    """Before a server: passes connections on, drops them, or answers 503 to as many as told."""

    def __init__(self, port):
        self.target = port
        self.is_open = True
        self.busy = 0
        self.passed = 0
        door = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                if not door.is_open:
                    return
                if door.busy > 0:
                    door.busy -= 1
                    return door.say_busy(self.request)
                door.passed += 1
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", door.target), timeout=30) as beyond:
                    back = threading.Thread(target=door.pump, args=(beyond, self.request), daemon=True)
                    back.start()
                    door.pump(self.request, beyond)
                    back.join(30)

        class Listener(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        self.listener = Listener(("127.0.0.1", 0), Handler)
        self.port = self.listener.server_address[1]
        threading.Thread(target=self.listener.serve_forever, daemon=True).start()

    @staticmethod
    def say_busy(request):
        request.settimeout(10)
        with contextlib.suppress(OSError):
            request.recv(1 << 20)
            body = b"<Error><Code>SlowDown</Code></Error>"
            request.sendall(
                b"HTTP/1.1 503 Slow Down\r\nConnection: close\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body)

    def pump(self, source, sink):
        with contextlib.suppress(OSError):
            while self.is_open and (data := source.recv(1 << 16)):
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def end(self):
        self.listener.shutdown()
        self.listener.server_close()
