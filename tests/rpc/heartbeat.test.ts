import { expect, test } from "bun:test";
import { answerHeartbeats } from "../../src/rpc/heartbeat.ts";

test("a question is answered with its own bytes, at its own length; nothing else is", async () => {
  using asker = await udpPeer();
  using server = await udpPeer();
  const { port } = server;
  server[Symbol.dispose]();
  using _answers = await answerHeartbeats("127.0.0.1", port);
  // Among them an answer: two servers can't be made to answer each other forever.
  for (const other of ["", "anechat?", "anechat?1234567", "anechat?123456789", "anechat!12345678"]) {
    asker.send(other, port);
  }
  asker.send("anechat?\0\xff345678", port);
  expect(await asker.heard).toBe("anechat!\0\xff345678");
});

test("a port that is in use is the system's error", async () => {
  using other = await udpPeer();
  expect(answerHeartbeats("127.0.0.1", other.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});

type UdpPeer = Disposable & {
  readonly port: number;
  /** The first datagram that comes. */
  readonly heard: Promise<string>;
  send(text: string, port: number): void;
};

async function udpPeer(): Promise<UdpPeer> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = await Bun.udpSocket({
    hostname: "127.0.0.1",
    socket: { data: (_own, bytes) => resolve(bytes.toString("latin1")) },
  });
  return {
    port: socket.port,
    heard: promise,
    send: (text, port) => void socket.send(Buffer.from(text, "latin1"), port, "127.0.0.1"),
    [Symbol.dispose]: () => socket.close(),
  };
}
