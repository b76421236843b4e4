import { Readable } from 'node:stream';
import type * as S3 from '@aws-sdk/client-s3';
import type { BackupStoreSettings } from '@linggong/config';
import { checkName, ObjectMissing, type BackupStore, type StoredObject } from './backup-store';

/** Parts of a multipart upload; ten thousand of them are the most that S3 takes: 160 GB an object. */
const PART_BYTES = 16 * 1_048_576;
const PARTS_AT_ONCE = 2;

type S3Settings = Extract<BackupStoreSettings, { kind: 's3' }>;

type Sdk = typeof S3;

/**
 * Backups in a bucket. An upload that breaks off is aborted; what a crash leaves, a lifecycle rule of the bucket removes.
 * The SDK is loaded here and not by import: it is large, and most installations do without.
 */
export async function createS3Store(settings: S3Settings): Promise<BackupStore> {
  const [sdk, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client = new sdk.S3Client(clientConfig(settings));
  const before = settings.prefix === '' ? '' : `${settings.prefix}/`;
  const at = (name: string): { Bucket: string; Key: string } => ({
    Bucket: settings.bucket,
    Key: `${before}${checkName(name)}`,
  });
  return {
    kind: 's3',
    place: `s3://${settings.bucket}/${settings.prefix}`,
    put: async (name, chunks) => {
      let fault: unknown;
      const noted = noting(chunks, (error) => (fault = error));
      const params = { ...at(name), Body: Readable.from(grouped(noted), { objectMode: false }) };
      await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE })
        .done()
        .catch((error: unknown) => {
          // Aborting the upload may fail besides: why the stream broke off is the better answer.
          throw fault ?? error;
        });
    },
    get: (name) => read(sdk, client, at(name), name),
    list: (prefix) => listUnder(sdk, client, settings.bucket, before, prefix),
    remove: async (name) => void (await client.send(new sdk.DeleteObjectCommand(at(name)))),
  };
}

function clientConfig({ region, endpoint, credentials, pathStyle }: S3Settings): S3.S3ClientConfig {
  return {
    region,
    forcePathStyle: pathStyle,
    // Checksums beyond what the service demands are ours: SHA-256 in the manifest, and every piece authenticated.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

async function* noting(chunks: AsyncIterable<Buffer>, note: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    note(error);
    throw error;
  }
}

/** Sealed pieces are small; a stream of megabytes costs less. */
async function* grouped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < 1_048_576) continue;
    yield Buffer.concat(waiting, bytes);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting, bytes);
}

async function* read(
  { GetObjectCommand, NoSuchKey }: Sdk,
  client: S3.S3Client,
  at: { Bucket: string; Key: string },
  name: string,
): AsyncGenerator<Buffer> {
  try {
    const { Body } = await client.send(new GetObjectCommand(at));
    // In Node the SDK gives a Readable of buffers.
    for await (const chunk of Body as Readable) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof NoSuchKey ? new ObjectMissing(name) : error;
  }
}

async function* listUnder(
  { ListObjectsV2Command }: Sdk,
  client: S3.S3Client,
  Bucket: string,
  before: string,
  prefix: string,
): AsyncGenerator<StoredObject> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: `${before}${prefix}`, ContinuationToken: token }),
    );
    for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
      yield { name: Key.slice(before.length), bytes: Size, at: LastModified ?? new Date(0) };
    }
    token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}
