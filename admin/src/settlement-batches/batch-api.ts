import type {
  BatchAccepted,
  BatchDetail,
  BlockerCode,
  BlockerGroups,
  EditLineRequest,
  LineState,
  SettlementLine,
  SettlementLineDetail,
  TimelineEntry,
} from '@linggong/settlement/api';
import { call, type Ask } from '../provider';
import { sendFileOnce } from '../provider/send-file-once';

const root = '/api/v1/settlement-batches';

/**
 * The calls of a settlement batch. Answers are the server's zod schemas of `@linggong/settlement/api`, which its own tests
 * hold it to; the console does not parse them a second time.
 */
async function ask<T>(path: string, options?: Ask): Promise<T> {
  const { json } = await call(path, options);
  // The type is that of the schema the route answers with.
  return json as T;
}

export interface LinePage {
  items: SettlementLine[];
  nextCursor?: string | null;
}

export interface LineWish {
  state?: LineState | undefined;
  blocker?: BlockerCode | undefined;
}

export const batchApi = {
  read: (id: string, signal?: AbortSignal) => ask<BatchDetail>(`${root}/${id}`, signal ? { signal } : {}),
  /** Address of its progress, live. */
  events: (id: string) => `${root}/${id}/events`,
  blockers: (id: string, signal?: AbortSignal) =>
    ask<BlockerGroups>(`${root}/${id}/blockers`, signal ? { signal } : {}),
  timeline: (id: string, signal?: AbortSignal) =>
    ask<{ items: TimelineEntry[] }>(`${root}/${id}/timeline`, signal ? { signal } : {}),
  lines: (id: string, wish: LineWish, cursor: string | undefined, signal?: AbortSignal) => {
    const query = new URLSearchParams({ limit: '50' });
    if (wish.state !== undefined) query.set('state', wish.state);
    if (wish.blocker !== undefined) query.set('blocker', wish.blocker);
    if (cursor !== undefined) query.set('cursor', cursor);
    return ask<LinePage>(`${root}/${id}/lines?${query.toString()}`, signal ? { signal } : {});
  },
  line: (id: number, signal?: AbortSignal) =>
    ask<SettlementLineDetail>(`/api/v1/settlement-lines/${id.toString()}`, signal ? { signal } : {}),
  editLine: (id: number, cells: EditLineRequest) =>
    ask<BatchAccepted>(`/api/v1/settlement-lines/${id.toString()}`, { method: 'PATCH', body: cells }),
  recheck: (id: string, body: { lineIds?: number[]; blocker?: BlockerCode }, key: string) =>
    ask<BatchAccepted>(`${root}/${id}/recheck`, { method: 'POST', body, key }),
  exclude: (id: string, body: { lineIds?: number[]; blocker?: BlockerCode; reason: string }, key: string) =>
    ask<BatchAccepted>(`${root}/${id}/exclusions`, { method: 'POST', body, key }),
  confirm: (id: string, quoteVersion: number, key: string) =>
    ask<BatchDetail>(`${root}/${id}/confirm`, { method: 'POST', body: { quoteVersion }, key }),
  release: (id: string, reason: string | undefined, key: string) =>
    ask<BatchAccepted>(`${root}/${id}/release`, { method: 'POST', body: reason === undefined ? {} : { reason }, key }),
  reviewClass: (id: string, quoteVersion: number, reason: string, key: string) =>
    ask<BatchDetail>(`${root}/${id}/class-review`, { method: 'POST', body: { quoteVersion, reason }, key }),
  reviewBatch: (id: string, quoteVersion: number, reason: string, key: string) =>
    ask<BatchDetail>(`${root}/${id}/batch-review`, { method: 'POST', body: { quoteVersion, reason }, key }),
  cancel: (id: string, reason: string, key: string) =>
    ask<BatchDetail>(`${root}/${id}/cancel`, { method: 'POST', body: { reason }, key }),
};

interface Upload {
  file: File;
  /** Left out by an enterprise's own account. */
  enterpriseId: number | undefined;
  onProgress: (share: number) => void;
  /** What unknown headings mean. */
  mapping?: Record<string, string | null>;
  /** The same file once more, on purpose. */
  again?: boolean;
}

/** Sends a payout sheet, of which one batch comes however often it is sent; it is then read and checked by itself. @throws ProblemError, UnreachableError */
export async function uploadSheet({ enterpriseId, mapping, again = false, ...rest }: Upload): Promise<BatchAccepted> {
  const query = new URLSearchParams();
  if (enterpriseId !== undefined) query.set('enterpriseId', enterpriseId.toString());
  if (again) query.set('again', 'true');
  const fields = mapping === undefined ? {} : { columns: JSON.stringify(mapping) };
  // The route answers 202 with the schema `batchAccepted`.
  return (await sendFileOnce({ path: `${root}?${query.toString()}`, fields, ...rest })) as BatchAccepted;
}
