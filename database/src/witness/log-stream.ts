import type { Duplex } from 'node:stream';
import { Client } from 'pg';
import { CopyFrames, type FrameListener } from './copy-frames';

/** What the server sends of the log. */
export interface LogListener {
  /** One message of pgoutput, long values cut where it is large; the buffer is used again afterwards. */
  message(payload: Buffer): void;
  /** Everything before this place has been sent. */
  caughtUpTo(lsn: bigint): void;
}

/** A logical replication connection (逻辑复制连接). */
export interface LogStream {
  /** The server process that decodes. */
  readonly senderPid: number | undefined;
  /** Tells the server up to where nothing will be asked again. */
  confirm(lsn: bigint): void;
  /** Stops reading: the server waits, the log stays. */
  pause(): void;
  resume(): void;
  /** Settles when the connection ends; rejects with what the server said. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** What `pg` has besides its types: the connection under a client, with the copy protocol in both directions. */
interface CopyBoth {
  once(event: 'replicationStart', listen: () => void): void;
  sendCopyFromChunk(chunk: Buffer): void;
  readonly stream: Duplex;
}

/** Between 1970 and 2000 in ms: the protocol counts from there. */
const epochMs = 946_684_800_000;
/** Texts of the log must not depend on the server's settings. */
const sessionOptions =
  '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c extra_float_digits=1 -c bytea_output=hex';

/**
 * Streams a slot from where it was confirmed. Our own client of the protocol, on the driver of the house: the known library acknowledges
 * what it has only received, and parses every row before it can be passed over. The driver signs in; what comes after is read by our own
 * frames, which hold no large row whole.
 * @throws DatabaseError 55006 where another process reads the slot, 55000 where the log it needs is gone
 */
export async function streamLog(
  url: string,
  slot: string,
  publication: string,
  listener: LogListener,
): Promise<LogStream> {
  const client = new Client({
    connectionString: url,
    application_name: 'linggong-witness',
    options: sessionOptions,
    keepAlive: true,
    // The driver's types do not know the replication protocol, which it speaks.
    ...{ replication: 'database' },
  });
  client.on('error', () => undefined);
  await client.connect();
  // See CopyBoth.
  const connection = (client as unknown as { connection: CopyBoth }).connection;
  let confirmed = 0n;
  const answer = (): void => connection.sendCopyFromChunk(statusUpdate(confirmed));
  takeFrames(connection.stream, {
    message: (payload) => listener.message(payload),
    alive(end, isAsked) {
      listener.caughtUpTo(end);
      if (isAsked) answer();
    },
  });
  const begun = new Promise<void>((resolve) => connection.once('replicationStart', resolve));
  const options = `proto_version '1', publication_names '"${publication}"', messages 'true'`;
  const ended = client
    .query(`START_REPLICATION SLOT ${client.escapeIdentifier(slot)} LOGICAL 0/0 (${options})`)
    .then(() => undefined);
  ended.catch(() => undefined);
  try {
    await Promise.race([begun, ended]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  const pid: unknown = Reflect.get(client, 'processID');
  return {
    senderPid: typeof pid === 'number' ? pid : undefined,
    confirm: (lsn) => {
      if (lsn > confirmed) confirmed = lsn;
      answer();
    },
    pause: () => connection.stream.pause(),
    resume: () => connection.stream.resume(),
    ended,
    close: () => client.end().catch(() => undefined),
  };
}

/**
 * Puts our frames between the socket and the driver, while nothing is under way: the driver still gets everything but the log. What cannot
 * be read ends the connection.
 */
function takeFrames(socket: Duplex, { message, alive }: Pick<FrameListener, 'message' | 'alive'>): void {
  const drivers = socket.listeners('data');
  const other = (frame: Buffer): void => drivers.forEach((take) => void Reflect.apply(take, socket, [frame]));
  const frames = new CopyFrames({ message, alive, other });
  socket.on('data', (chunk: Buffer) => {
    try {
      frames.take(chunk);
    } catch (error) {
      socket.destroy(error instanceof Error ? error : undefined);
    }
  });
  // Ours listens already: a stream without a listener would stop.
  for (const take of drivers) socket.removeListener('data', take as (chunk: Buffer) => void);
}

/** Standby status update: written, flushed and applied up to the same place. */
function statusUpdate(lsn: bigint): Buffer {
  const message = Buffer.alloc(34);
  message.writeUInt8(0x72, 0);
  for (const at of [1, 9, 17]) message.writeBigUInt64BE(lsn, at);
  message.writeBigInt64BE(BigInt(Date.now() - epochMs) * 1000n, 25);
  return message;
}
