import { Agent, request } from 'node:http';

export interface SentRequest {
  readonly method: string;
  /** Path with its query, as it goes over the line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What takes longer hangs: nothing that is asked here may take seconds. */
const hangsAfterMs = 60_000;

/** Sends requests as they are, over a few lines that stay open. A broken line is an answer too: status 0. */
export function caller(port: number): { call(sent: SentRequest): Promise<Received>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const call = (sent: SentRequest): Promise<Received> =>
    new Promise((resolve) => {
      const broken = (why: string): void => resolve({ status: 0, headers: {}, text: why });
      const { method, target: path, body } = sent;
      const headers = body === undefined ? sent.headers : { ...sent.headers, 'Content-Length': String(body.length) };
      const asked = request({ port, host: '127.0.0.1', method, path, headers, agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          // A stream of events ends when its reader goes: its first one is the answer.
          if (answer.headers['content-type']?.startsWith('text/event-stream') !== true) return;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: chunk.toString('utf8') });
          asked.destroy();
        });
        answer.on('error', (error) => broken(error.message));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      });
      asked.setTimeout(hangsAfterMs, () => asked.destroy(new Error('hangs')));
      asked.on('error', (error) => broken(error.message));
      asked.end(body);
    });
  return { call, close: () => agent.destroy() };
}

/** Works on all items, so many at once. */
export async function inTurns<T>(
  items: readonly T[],
  together: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: together }, worker));
}
