/**
 * Whether a worker still runs, asked beside its RPC connection: that is silent for as long as the worker computes,
 * and for a program that is stopped the kernel of its machine goes on answering. `anechat worker` answers datagrams
 * on the UDP port of its own number, from a thread that never computes. One that doesn't (llama.cpp's own, or one
 * behind a firewall that takes TCP alone) can't be judged by it.
 */
/** A question and its answer are one of these and the asker's own bytes; no answer is a question to anybody. */
const question = Buffer.from("anechat?");
const answer = Buffer.from("anechat!");
const ownBytes = 8;

export class Heartbeat implements Disposable {
  readonly #own = crypto.getRandomValues(Buffer.alloc(ownBytes));
  readonly #port: number;
  /** Once: when the network is down, names aren't found any more. */
  readonly #host: Promise<string | undefined>;
  readonly #socket: Promise<Bun.udp.Socket<"buffer">>;
  #hasAnswered = false;
  #missed = 0;

  /** @param address "host:port" of the worker */
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
    // Without one, nothing is ever answered.
    this.#socket.catch(() => {});
  }

  /** Questions since its last answer; 0 for one that never answered. */
  get missed(): number {
    return this.#hasAnswered ? this.#missed : 0;
  }

  /** Asks. */
  beat(): void {
    this.#missed += 1;
    void this.#ask();
  }

  /** Nobody asks for a while: what was missed before counts no longer. */
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
      // A network that can't be reached is a worker that doesn't answer.
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
 * Answers until disposed.
 * @param host an IPv4 address of this machine
 * @throws the system's error, if the port can't be had
 */
export async function answerHeartbeats(host: string, port: number): Promise<Disposable> {
  const socket = await openSocket(host, port, (own, bytes, from, address) => {
    // As long as the question: nobody can make this one send more than was sent to it.
    if (bytes.length !== question.length + ownBytes || !bytes.subarray(0, question.length).equals(question)) {
      return;
    }
    try {
      own.send(Buffer.concat([answer, bytes.subarray(question.length)]), from, address);
    } catch {
      // Who asked can't be reached any more.
    }
  });
  return { [Symbol.dispose]: () => socket.close() };
}

type Listener = (socket: Bun.udp.Socket<"buffer">, bytes: Buffer, port: number, address: string) => void;

/** It is no reason for the process to stay alive. */
async function openSocket(hostname: string, port: number, data: Listener): Promise<Bun.udp.Socket<"buffer">> {
  const socket = await Bun.udpSocket({ hostname, port, socket: { data, error: () => {} } });
  socket.unref();
  return socket;
}
