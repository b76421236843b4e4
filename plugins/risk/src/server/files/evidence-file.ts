import type { IncomingMessage } from 'node:http';
import { withUploadedFile } from '@linggong/access';
import { streamDigest, type Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { paperBytesMax, receiveFile, type ReceivedFile, type Vault } from '@linggong/vault';
import type { z } from 'zod';

/** A paper, photograph or capture that came through the gate of the vault, with the name it was sent under. */
export interface EvidenceFile extends ReceivedFile {
  readonly name: string;
}

export interface KeptEvidence {
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  /** SHA-256 (hex) of what is kept. */
  readonly sha256: string;
}

/**
 * Receives the file of a form with the text fields before it: PDF, JPEG or PNG of at most 20 MiB.
 * @throws Problem of the form and of the gate (400, 413, 422); 422 `upload-field` where a text field does not fit
 */
export function withEvidence<F extends z.ZodObject, R>(
  request: IncomingMessage,
  form: F,
  use: (file: EvidenceFile, fields: z.output<F>) => Promise<R>,
): Promise<R> {
  return withUploadedFile(
    request,
    async ({ name, stream, fields }) => {
      const told = Object.fromEntries([...fields].filter(([, text]) => text !== ''));
      const read = form.safeParse(told);
      if (!read.success) throw fieldUnfit(String(read.error.issues[0]?.path[0] ?? 'file'));
      return use({ ...(await receiveFile(stream)), name }, read.data);
    },
    Object.keys(form.shape),
  );
}

const fieldUnfit = (field: string): Error =>
  problem(422, 'upload-field', { zh: '填写的内容不符合要求', en: 'A field of the form does not fit' }, { field });

/** What an upload is known by under its Idempotency-Key. */
export function evidenceDigest(form: z.ZodObject): (request: IncomingMessage) => Promise<string> {
  return (request) =>
    withUploadedFile(request, ({ stream }) => streamDigest(stream, paperBytesMax), Object.keys(form.shape));
}

/** Keeps a file sealed in the vault, in the caller's transaction. @param subject whose it is, such as `risk-case:12` */
export async function keepEvidence(
  vault: Pick<Vault, 'putFile'>,
  tx: Tx,
  { name, contentType, content }: EvidenceFile,
  subject: string,
): Promise<KeptEvidence> {
  const { id, bytes, sha256 } = await vault.putFile(tx, { kind: 'risk-evidence', contentType, subject }, content);
  return { fileId: id, name, contentType, bytes, sha256 };
}
