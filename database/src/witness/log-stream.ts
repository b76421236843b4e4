import { Client } from 'pg';

/** What the server sends of the log. */
export interface LogListener {
  /** One message of pgoutput; the buffer is the driver's and is overwritten afterwards. */
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
  on(event: 'copyData', listen: (message: { chunk: Buffer }) => void): void;
  once(event: 'replicationStart', listen: () => void): void;
  sendCopyFromChunk(chunk: Buffer): void;
  readonly stream: { pause(): void; resume(): void };
}

/** Between 1970 and 2000 in ms: the protocol counts from there. */
const epochMs = 946_684_800_000;
/** Texts of the log must not depend on the server's settings. */
const sessionOptions =
  '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c extra_float_digits=1 -c bytea_output=hex';

/**
 * Streams a slot from where it was confirmed. Our own client of the protocol, on the driver of the house: the known library acknowledges
 * what it has only received, and parses every row before it can be passed over.
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
  connection.on('copyData', ({ chunk }) => {
    if (chunk[0] === 0x77) {
      listener.message(chunk.subarray(25));
    } else if (chunk[0] === 0x6b) {
      listener.caughtUpTo(chunk.readBigUInt64BE(1));
      if (chunk[17] === 1) answer();
    }
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

/** Standby status update: written, flushed and applied up to the same place. */
function statusUpdate(lsn: bigint): Buffer {
  const message = Buffer.alloc(34);
  message.writeUInt8(0x72, 0);
  for (const at of [1, 9, 17]) message.writeBigUInt64BE(lsn, at);
  message.writeBigInt64BE(BigInt(Date.now() - epochMs) * 1000n, 25);
  return message;
}
