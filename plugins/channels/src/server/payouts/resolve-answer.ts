import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, problem, type Fen } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import {
  payoutLifecycle,
  type AnswerStatus,
  type BankReasonCode,
  type ChannelAnswer,
  type PayoutState,
} from '../../domain';
import { applyAnswers } from './apply-answers';
import { emitPayouts } from './payout-events';

/** What a person does with an answer that fits nothing. */
export type AnswerResolution = { readonly kind: 'link'; readonly payout: string } | { readonly kind: 'dismiss' };

interface OpenAnswer {
  readonly channel: string;
  readonly endToEndId: string;
  readonly status: AnswerStatus;
  readonly reasonCode: BankReasonCode | null;
  readonly bankReference: string | null;
  readonly amountFen: Fen | null;
  readonly answeredAt: Date;
  readonly resolution: string | null;
}

/**
 * Closes an unmatched answer: as that of a payout, which then moves as if the bank had named it, or with a reason and no effect.
 * Both are audited with who and why. @throws Problem 404, 409 `answer-resolved`, `answer-does-not-fit`, `answer-amount-differs`
 */
export async function resolveAnswer(
  tx: Tx,
  jobs: Pick<Jobs, 'emitAll'>,
  command: Command,
  id: number,
  choice: AnswerResolution,
): Promise<void> {
  const answer = await lockAnswer(tx, id);
  if (choice.kind === 'link') await apply(tx, jobs, command, id, answer, choice.payout);
  await tx.query(
    `UPDATE channels.unmatched_answers SET resolution = $2, resolved_payout = $3, resolved_by = $4, resolved_reason = $5, resolved_at = $6
      WHERE id = $1`,
    [
      id,
      choice.kind === 'link' ? 'linked' : 'dismissed',
      choice.kind === 'link' ? choice.payout : null,
      command.actor.name,
      command.reason ?? '',
      command.at,
    ],
  );
  await record(tx, command, {
    action: `unmatched-answer.${choice.kind}`,
    subject: { kind: 'unmatched-answer', id },
    before: { resolution: answer.resolution ?? 'open' },
    after: {
      resolution: choice.kind === 'link' ? 'linked' : 'dismissed',
      status: answer.status,
      amountFen: answer.amountFen,
      ...(choice.kind === 'link' ? { payout: choice.payout } : {}),
    },
  });
}

async function lockAnswer(tx: Tx, id: number): Promise<OpenAnswer> {
  const answer = await tx.maybeOne<OpenAnswer>(
    `SELECT channel, end_to_end_id AS "endToEndId", status, reason_code AS "reasonCode", bank_reference AS "bankReference",
            amount_fen AS "amountFen", answered_at AS "answeredAt", resolution
       FROM channels.unmatched_answers WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!answer) throw notFound({ zh: '未匹配的银行回执', en: 'unmatched answer' });
  if (answer.resolution !== null) {
    throw problem(409, 'answer-resolved', { zh: '该回执已处理', en: 'This answer has been dealt with' });
  }
  return answer;
}

async function apply(
  tx: Tx,
  jobs: Pick<Jobs, 'emitAll'>,
  command: Command,
  id: number,
  answer: OpenAnswer,
  payout: string,
): Promise<void> {
  const row = await tx.maybeOne<{ state: PayoutState; amountFen: Fen }>(
    'SELECT state, amount_fen AS "amountFen" FROM public.payouts WHERE number = $1 AND channel = $2',
    [payout, answer.channel],
  );
  if (!row) throw notFound({ zh: '付款指令', en: 'payout' });
  if (answer.amountFen !== null && answer.amountFen !== row.amountFen) {
    throw problem(409, 'answer-amount-differs', {
      zh: '回执金额与付款指令不同，不能关联',
      en: 'The answer is of another amount than the payout: they cannot be linked',
    });
  }
  const steps: readonly AnswerStatus[] =
    answer.status === 'returned' && row.state === 'sent' ? ['settled', 'returned'] : [answer.status];
  for (const status of steps) await move(tx, jobs, command, { id, payout, status, answer });
}

const verbOf = { settled: 'settle', rejected: 'reject', returned: 'return' } as const;

interface Move {
  readonly id: number;
  readonly payout: string;
  readonly status: AnswerStatus;
  readonly answer: OpenAnswer;
}

async function move(
  tx: Tx,
  jobs: Pick<Jobs, 'emitAll'>,
  command: Command,
  { id, payout, status, answer }: Move,
): Promise<void> {
  const own: ChannelAnswer = {
    endToEndId: payout,
    status,
    reasonCode: status === 'settled' ? null : answer.reasonCode,
    bankReference: answer.bankReference,
    at: answer.answeredAt,
  };
  const { from } = payoutLifecycle.transitions[verbOf[status]];
  const { moved } = await applyAnswers(tx, answer.channel, status, from, [own], command);
  if (moved.length === 0) {
    throw problem(409, 'answer-does-not-fit', {
      zh: '付款指令的当前状态与该回执不符，不能关联',
      en: 'The payout stands in a state that this answer does not fit',
    });
  }
  await emitPayouts(tx, jobs, command, { verb: status, channel: answer.channel, key: `resolved-${id}`, orders: moved });
}
