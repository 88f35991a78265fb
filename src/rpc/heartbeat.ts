/**
 * Whether an rpc server still runs. Its RPC connection doesn't show it: it is silent while the
 * server computes, and the kernel keeps it open for a program that is stopped. So `anechat worker`
 * answers datagrams on the UDP port of the same number, from a thread that never computes. A server
 * that never answers them is not judged: it may be llama.cpp's own, or behind a firewall that
 * blocks UDP.
 */

/**
 * A datagram is one of these and random bytes of the sender. An answer is never taken for a
 * question.
 */
const question = Buffer.from("anechat?");
const answer = Buffer.from("anechat!");
const ownBytes = 8;

export class Heartbeat implements Disposable {
  readonly #own = crypto.getRandomValues(Buffer.alloc(ownBytes));
  readonly #port: number;
  /** Looked up once: when the network is down, lookups fail, too. */
  readonly #host: Promise<string | undefined>;
  readonly #socket: Promise<Bun.udp.Socket<"buffer">>;
  #hasAnswered = false;
  #missed = 0;

  /** @param address "host:port" of the rpc server */
  constructor(address: string) {
    const [host = "", port] = address.split(":");
    this.#port = Number(port);
    this.#host = Bun.dns.lookup(host, { family: 4 }).then(
      ([found]) => found?.address,
      () => undefined,
    );
    this.#socket = openSocket("0.0.0.0", 0, (_socket, bytes) => {
      if (!bytes.equals(Buffer.concat([answer, this.#own]))) return;
      this.#hasAnswered = true;
      this.#missed = 0;
    });
    // Without a socket the server counts as one that never answers.
    this.#socket.catch(() => {});
  }

  /** Heartbeats since the last answer; 0 if there was never an answer. */
  get missed(): number {
    return this.#hasAnswered ? this.#missed : 0;
  }

  /** Sends a heartbeat. */
  beat(): void {
    this.#missed += 1;
    void this.#ask();
  }

  /** Call when no heartbeats are sent for a while: earlier misses no longer count. */
  rest(): void {
    this.#missed = 0;
  }

  async #ask(): Promise<void> {
    const host = await this.#host;
    if (host === undefined) return;
    try {
      const socket = await this.#socket;
      if (!socket.closed) socket.send(Buffer.concat([question, this.#own]), this.#port, host);
    } catch {
      // An unreachable network counts as a missed heartbeat.
    }
  }

  [Symbol.dispose](): void {
    void this.#socket.then(
      (socket) => socket.close(),
      () => {},
    );
  }
}

/**
 * Answers heartbeats until disposed.
 * @param host an IPv4 address of this machine
 * @throws the system's error if the port is taken
 */
export async function answerHeartbeats(host: string, port: number): Promise<Disposable> {
  const socket = await openSocket(host, port, (own, bytes, from, address) => {
    // The answer is as long as the question, so it can't be abused to amplify traffic.
    if (bytes.length !== question.length + ownBytes || !bytes.subarray(0, question.length).equals(question)) {
      return;
    }
    try {
      own.send(Buffer.concat([answer, bytes.subarray(question.length)]), from, address);
    } catch {
      // The sender can't be reached any more.
    }
  });
  return { [Symbol.dispose]: () => socket.close() };
}

type Listener = (socket: Bun.udp.Socket<"buffer">, bytes: Buffer, port: number, address: string) => void;

/** The socket does not keep the process alive. */
async function openSocket(hostname: string, port: number, data: Listener): Promise<Bun.udp.Socket<"buffer">> {
  const socket = await Bun.udpSocket({ hostname, port, socket: { data, error: () => {} } });
  socket.unref();
  return socket;
}
