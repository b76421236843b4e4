import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { requestLimits, type TlsSettings } from '@linggong/config';

interface Log {
  info(said: string): unknown;
  error(said: string): unknown;
}

/** How often the files of a certificate are looked at: renewals come weeks before an end. */
const lookEveryMs = 60_000;

/**
 * Puts TLS (传输加密) in front of an http server: it goes on listening and counting its connections, but each connection is
 * handed to TLS first, and comes back when it is secure. Strapi makes its http server by itself and leaves no other place.
 * A renewed certificate is taken without a restart; one that cannot be used leaves the old one in force and says so.
 * @returns stops looking at the files
 * @throws Error where certificate and key do not belong together
 */
export function frontWithTls(server: Server, tls: TlsSettings, log: Log, everyMs = lookEveryMs): () => void {
  const front = createTlsServer({
    ...keysOf(tls),
    minVersion: tls.minVersion,
    ALPNProtocols: ['http/1.1'],
    handshakeTimeout: requestLimits.handshakeTimeoutMs,
  });
  // Node types listeners as functions of anything.
  const serve = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (plain: Socket) => front.emit('connection', plain));
  front.on('secureConnection', (secure: TLSSocket) => {
    for (const take of serve) take.call(server, secure);
  });
  front.on('tlsClientError', (_error, secure) => secure.destroy());
  const renew = (): void => {
    try {
      front.setSecureContext({ ...keysOf(tls), minVersion: tls.minVersion });
      log.info('TLS: the renewed certificate is in use');
    } catch {
      log.error('TLS: the renewed certificate and key cannot be used together; the old ones stay in use');
    }
  };
  const files = [tls.certificateFile, tls.keyFile];
  for (const file of files) watchFile(file, { interval: everyMs, persistent: false }, renew);
  return () => {
    for (const file of files) unwatchFile(file, renew);
  };
}

function keysOf({ certificateFile, keyFile }: TlsSettings): SecureContextOptions {
  return { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
}

/** The plain port beside it: says where the platform is, and takes nothing. */
export function redirectServer(publicUrl: string): Server {
  const sendOn: RequestListener = (request, answer) => {
    const url = request.url ?? '/';
    const path = url.startsWith('/') ? url : '/';
    answer.writeHead(308, { Location: `${publicUrl}${path}`, Connection: 'close', 'Content-Length': 0 }).end();
  };
  const server = createServer(
    {
      maxHeaderSize: requestLimits.headerBytesMax,
      headersTimeout: requestLimits.headersTimeoutMs,
      requestTimeout: requestLimits.headersTimeoutMs,
    },
    sendOn,
  );
  server.maxConnections = requestLimits.connectionsMax;
  return server;
}
