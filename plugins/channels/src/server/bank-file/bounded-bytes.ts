import type { Readable } from 'node:stream';
import { problem } from '@linggong/core/domain';
import { BANK_FILE_BYTES_MAX } from './receive-file';

/** The bytes of a file that streams in, in memory only. @throws Problem 413 `bank-file-too-large`, 400 `bank-file-empty` */
export async function boundedBytes(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    // Without an encoding a stream of bytes yields buffers.
    const buffer = piece as Buffer;
    bytes += buffer.length;
    if (bytes > BANK_FILE_BYTES_MAX) throw tooLarge();
    pieces.push(buffer);
  }
  if (bytes === 0)
    throw problem(400, 'bank-file-empty', { zh: '文件为空', en: 'The file is empty' }, { field: 'file' });
  return Buffer.concat(pieces);
}

function tooLarge(): Error {
  const mib = BANK_FILE_BYTES_MAX / 1024 / 1024;
  return problem(
    413,
    'bank-file-too-large',
    {
      zh: `银行文件最大 ${mib} MiB，请让银行分文件提供`,
      en: `A bank file has at most ${mib} MiB: ask the bank for several`,
    },
    { field: 'file' },
  );
}
