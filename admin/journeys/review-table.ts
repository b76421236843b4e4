import { tokenOf } from './api';
import type { Platform } from './start-platform';

/** Writes to the platform as somebody with an account; for what a journey begins with, never for what it does. */
export type Write = <A>(method: string, path: string, body?: object) => Promise<A>;

/** Signs in over the API. @throws Error with status and path where an answer is not one of success */
export async function writer(platform: Platform, role: string): Promise<Write> {
  const jwt = await tokenOf(platform, role);
  return async <A>(method: string, path: string, body?: object): Promise<A> => {
    const answer = await fetch(`${platform.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${answer.status.toString()} ${path} ${await answer.text()}`);
    // The routes check their answers against their schemas; the caller names the part that he uses.
    return (await answer.json()) as A;
  };
}

const words = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const choice = (value: string, zh: string, en: string) => ({ value, label: words(zh, en) });

/** Which payments are looked at, from so many fen on; the second of its cases fails until somebody mends it. */
export function reviewContent(reviewFen: number, expected: string): object {
  return {
    content: {
      hitPolicy: 'first',
      columns: [
        {
          id: 'amount',
          role: 'input',
          field: 'amountFen',
          label: words('单笔金额', 'Amount'),
          type: 'money',
          required: true,
        },
        {
          id: 'decision',
          role: 'output',
          field: 'decision',
          label: words('结论', 'Decision'),
          type: 'choice',
          choices: [
            choice('approve', '通过', 'Approve'),
            choice('review', '人工复核', 'Review'),
            choice('hold', '暂缓', 'Hold'),
          ],
        },
      ],
      rows: [
        { id: 'row-1', cells: { amount: { above: 10_000_000 }, decision: 'hold' } },
        { id: 'row-2', cells: { amount: { above: reviewFen }, decision: 'review' } },
      ],
      otherwise: { decision: 'approve' },
    },
    cases: [
      { name: '大额暂缓', input: { amountFen: 12_000_000 }, expect: { answer: { decision: 'hold' } } },
      { name: '小额通过', input: { amountFen: 200_000 }, expect: { answer: { decision: expected } } },
    ],
  };
}

/** A decision table in draft that one of its cases contradicts. */
export async function reviewTable(write: Write): Promise<{ id: number }> {
  const made = await write<{ id: number; open: { id: number } }>('POST', '/api/v1/configurations', {
    kind: 'decision-table',
    key: 'risk.large-payments',
    name: words('大额付款复核', 'Large payments'),
    description: words('每笔付款确认前按此表判断。', 'Every payment is decided by this table before it is confirmed.'),
  });
  const body = { ...reviewContent(5_000_000, 'review'), revision: 1, note: '首版：大额付款须复核' };
  await write('PUT', `/api/v1/configuration-versions/${made.open.id.toString()}/content`, body);
  return { id: made.id };
}
