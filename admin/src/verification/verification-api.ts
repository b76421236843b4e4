import type { FileAnswer, PublicDocument } from '@linggong/e-sign/api';
import type { Wire } from '../parts/wire';
import { call, newKey } from '../provider';
import { sendFile } from '../provider/send-file';

export type Document = Wire<PublicDocument>;

/** What is shown of a verification; `known` is the verdict of a code, which says nothing about a file. */
export interface Verification {
  readonly verdict: FileAnswer['verdict'] | 'known';
  readonly document: Document | null;
  /** A receipt or statement, where it is one of ours. */
  readonly slip?: Wire<NonNullable<FileAnswer['slip']>> | null;
  readonly fileSha256?: string;
  readonly timeStamp?: { at: string; authority: string } | null;
}

/** @throws ProblemError 404 for a code that nothing has */
export async function verifyCode(code: string, signal: AbortSignal): Promise<Verification> {
  const { json } = await call(`/api/v1/contract-verifications/${encodeURIComponent(code)}`, { signal });
  // The route answers with the schema `codeVerification`.
  return { verdict: 'known', document: (json as { document: Document }).document };
}

/** @throws ProblemError 400 `not-a-pdf`, 413, 429 */
export async function verifyFile(file: File): Promise<Verification> {
  const path = '/api/v1/contracts/verifications';
  const answer = await sendFile({ path, file, key: newKey(), onProgress: () => undefined });
  // The route answers with the schema `fileAnswer`.
  return answer as Verification;
}

/** The code as the server reads it, or undefined where it cannot be one. */
export function typedCode(typed: string): string | undefined {
  const plain = typed.replace(/[\s-]/g, '').toLowerCase();
  return /^[a-z0-9]{32}$/.test(plain) ? plain : undefined;
}
