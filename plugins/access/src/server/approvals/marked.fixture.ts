import { databaseOf, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { z } from 'zod';
import { reasonText } from '../../api/fields';
import { route } from '../http/define-route';

/** How the marked operation of the tests behaves when it is done; the rehearsal is always well. */
export const marked: { how: 'well' | 'refuse' | 'fault' | 'break'; done: number; before: string } = {
  how: 'well',
  done: 0,
  before: 'none',
};

/**
 * An operation that waits for a second person, on a line of the matrix that does: it writes a row each time that it is done, so
 * that effects can be counted.
 */
export const markedRoute = route({
  method: 'POST',
  path: '/test/marked',
  resource: 'channel-limit',
  action: 'set',
  summary: { zh: '须审批', en: 'Waits' },
  body: z.strictObject({ label: z.string(), secret: z.string().optional(), reason: reasonText }),
  answers: { 201: z.strictObject({ label: z.string() }) },
  remembers: true,
  shows: async ({ body }) => ({
    subject: { id: body.label, label: body.label },
    before: { limit: marked.before },
    after: { limit: body.label },
  }),
  handle: async ({ strapi, body, remember }) => {
    const answer = { status: 201, body: { label: body.label } } as const;
    await databaseOf(strapi).transaction(async (tx) => {
      await tx.query('INSERT INTO public.test_marks (label) VALUES ($1)', [body.label]);
      if (marked.how === 'refuse') throw problem(409, 'too-late', { zh: '太迟', en: 'Too late' });
      if (marked.how === 'fault') throw new Error('a fault before the end');
      await remember(tx, answer);
      if (marked.how === 'break') throw new Error('killed before the commit');
    });
    marked.done += 1;
    return answer;
  },
});

/** As owner: the table that the marked operation writes. */
export async function prepareMarks(owner: Database): Promise<void> {
  await owner.query('CREATE TABLE public.test_marks (label text NOT NULL)');
  await owner.query('GRANT SELECT, INSERT ON public.test_marks TO linggong_app');
}

export async function marksOf(db: Database, label: string): Promise<number> {
  return (await db.query('SELECT 1 FROM public.test_marks WHERE label = $1', [label])).length;
}
