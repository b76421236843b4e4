import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Database } from '@linggong/core';
import { jsonOf, textAt } from '../reply-json';
import {
  given,
  refusedBy,
  type Answer,
  type CallbackMessage,
  type CallbackNews,
  type FlowState,
  type NewFlow,
  type ProviderCall,
  type SignatureProvider,
  type SignedFile,
} from '../signature-provider';

export interface SandboxOptions {
  readonly db: Database;
  readonly clock: Clock;
  /** Gives the PDF of a flow again, as the service would have kept it. */
  readonly pdfOf: (reference: string) => Promise<Uint8Array>;
  /** With what its call-backs are signed; without one it makes none. */
  readonly callbackSecret?: string;
}

/** Rows of the sandbox outlive the process, as the flows of a service do. */
interface FlowRow {
  flow_id: string;
  reference: string;
  state: FlowState['state'];
  file_sha256: string;
  ended_at: Date | null;
}

const select = 'SELECT flow_id, reference, state, file_sha256, ended_at FROM e_sign.sandbox_flows';

/** Stands for an e-signature service in demo and tests: keeps flows, and answers as one would. Its signatures prove nothing. */
export function createSandboxSigner(options: SandboxOptions): SignatureProvider {
  const { db, clock } = options;
  const flowOf = (flowId: string): Promise<FlowRow | undefined> =>
    db.maybeOne<FlowRow>(`${select} WHERE flow_id = $1`, [flowId]);
  return {
    name: 'sandbox',
    openFlow: (flow, call) => openFlow(options, flow, call),
    async findFlow({ reference }, call) {
      if (call.signal.aborted) return refusedBy('retryable', 'aborted');
      const row = await db.maybeOne<FlowRow>(`${select} WHERE reference = $1`, [reference]);
      return given(row && { flowId: row.flow_id });
    },
    async signAddress(flowId, _signer, call) {
      if (call.signal.aborted) return refusedBy('retryable', 'aborted');
      const row = await flowOf(flowId);
      if (row?.state !== 'open') return refusedBy('final', 'flow-not-open');
      return given({ url: '/console/contracts' });
    },
    async flowState(flowId, call) {
      if (call.signal.aborted) return refusedBy('retryable', 'aborted');
      await db.query(
        `UPDATE e_sign.sandbox_flows SET state = 'expired', ended_at = $2
         WHERE flow_id = $1 AND state = 'open' AND expires_at <= $2`,
        [flowId, clock.now()],
      );
      const row = await flowOf(flowId);
      return row === undefined ? refusedBy('final', 'flow-unknown') : given({ state: row.state, code: row.state });
    },
    signedFile: (flowId, call) => signedFile(options, flowId, call),
    async revokeFlow(flowId, call) {
      if (call.signal.aborted) return refusedBy('retryable', 'aborted');
      await endSandboxFlow(db, flowId, 'revoked', clock.now());
      return given(undefined);
    },
    async remind(flowId, call) {
      if (call.signal.aborted) return refusedBy('retryable', 'aborted');
      const sql = `UPDATE e_sign.sandbox_flows SET reminders = reminders + 1 WHERE flow_id = $1 AND state = 'open' RETURNING 1`;
      const rows = await db.query(sql, [flowId]);
      return rows.length > 0 ? given(undefined) : refusedBy('final', 'flow-not-open');
    },
    orderReport: async (flowId) => given(`SBX-${flowId}`),
    readCallback: (message) => readSandboxCallback(options.callbackSecret, message),
  };
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

async function openFlow(
  { db, clock }: SandboxOptions,
  { reference, pdf, expiresAt }: NewFlow,
  { signal }: ProviderCall,
): Promise<Answer<{ flowId: string }>> {
  if (signal.aborted) return refusedBy('retryable', 'aborted');
  const flowId = `sbx-${sha256(reference).slice(0, 24)}`;
  const rows = await db.query(
    `INSERT INTO e_sign.sandbox_flows (flow_id, reference, state, file_sha256, created_at, expires_at)
     VALUES ($1, $2, 'open', $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
    [flowId, reference, sha256(pdf), clock.now(), expiresAt],
  );
  // A service would make a second flow; the sandbox makes the mistake visible instead.
  return rows.length > 0 ? given({ flowId }) : refusedBy('final', 'flow-made-twice');
}

/** What the signer, or the clock, does to a flow of the sandbox. False where it is over already. */
export async function endSandboxFlow(
  db: Pick<Database, 'query'>,
  flowId: string,
  state: Exclude<FlowState['state'], 'open'>,
  at: Date,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE e_sign.sandbox_flows SET state = $2, ended_at = $3 WHERE flow_id = $1 AND state = 'open' RETURNING 1`,
    [flowId, state, at],
  );
  return rows.length > 0;
}

async function signedFile(
  { db, pdfOf }: SandboxOptions,
  flowId: string,
  { signal }: ProviderCall,
): Promise<Answer<SignedFile>> {
  if (signal.aborted) return refusedBy('retryable', 'aborted');
  const row = await db.maybeOne<FlowRow>(`${select} WHERE flow_id = $1`, [flowId]);
  if (row?.state !== 'signed' || row.ended_at === null) return refusedBy('retryable', 'flow-not-signed');
  const certificateSerial = sha256(`sandbox certificate ${row.reference}`).slice(0, 20).toUpperCase();
  const mark = `\n% sandbox signature ${certificateSerial} ${row.ended_at.toISOString()} of ${row.file_sha256}\n`;
  const bytes = Buffer.concat([await pdfOf(row.reference), Buffer.from(mark)]);
  const signature = {
    certificateSerial,
    certificateIssuer: 'Sandbox CA (no legal effect)',
    signedAt: row.ended_at,
    timeSource: 'sandbox',
  };
  return given({ bytes, signatures: [signature] });
}

/** hex(HMAC-SHA256(secret, body)), as `Sandbox-Signature`. */
export const sandboxCallbackSignature = (secret: string, body: Buffer): string =>
  createHmac('sha256', secret).update(body).digest('hex');

function readSandboxCallback(secret: string | undefined, { headers, body }: CallbackMessage): CallbackNews | undefined {
  const signature = headers['sandbox-signature'] ?? '';
  if (secret === undefined || !/^[0-9a-f]{64}$/.test(signature)) return undefined;
  const expected = Buffer.from(sandboxCallbackSignature(secret, body));
  if (!timingSafeEqual(expected, Buffer.from(signature))) return undefined;
  const flowId = textAt(jsonOf(body), 128, 'flowId');
  return flowId === undefined ? undefined : { flowId, reference: undefined };
}
