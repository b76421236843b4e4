import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a service sees it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Said {
  readonly status: number;
  readonly body: object | Buffer;
}

/** How the next matching request is treated instead. `lost`: the work is done, and the line cut before the answer. */
export type Mischief = { readonly kind: 'hang' | 'lost' | 'cut' } | { readonly kind: 'say'; readonly said: Said };

export interface LocalService {
  readonly url: string;
  /** The next request whose path or action contains `where` is treated so; once. */
  next(where: string, mischief: Mischief): void;
  /** Requests that were refused because their signature did not fit. */
  readonly refused: string[];
  stop(): Promise<void>;
}

type Serve = (seen: Seen) => Said | undefined;

/** Serves on a free port of the loopback. `serve` answers undefined where the signature of a request does not fit. */
export async function localService(
  serve: Serve,
  nameOf: (seen: Seen) => string,
  unsigned: Said,
): Promise<LocalService> {
  const planned: { where: string; mischief: Mischief }[] = [];
  const refused: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const seen = { method, path: url, headers, body };
      const name = nameOf(seen);
      const index = planned.findIndex(({ where }) => name.includes(where));
      const mischief = index < 0 ? undefined : planned.splice(index, 1)[0]?.mischief;
      if (mischief?.kind === 'hang') return;
      if (mischief?.kind === 'cut') return void request.socket.destroy();
      if (mischief?.kind === 'say') return say(response, mischief.said);
      const said = serve(seen);
      if (said === undefined) refused.push(name);
      if (mischief?.kind === 'lost') return void request.socket.destroy();
      say(response, said ?? unsigned);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The guard of outbound calls closes this machine to whatever the operator has not named.
  process.env['OUTBOUND_ALLOW'] = '127.0.0.1';
  // A server on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    next: (where, mischief) => void planned.push({ where, mischief }),
    refused,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Without setEncoding a request yields buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function say(response: ServerResponse, { status, body }: Said): void {
  const isFile = Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': isFile ? 'application/pdf' : 'application/json' });
  response.end(isFile ? body : JSON.stringify(body));
}
