import { rowSource, withinDaysUtc } from '@linggong/studio';

interface PastTask {
  readonly cursor: number;
  readonly number: string;
  readonly scenario: string;
  readonly form: string;
  readonly title: string;
  readonly description: string | null;
}

const PUBLISHED = `SELECT t.id AS cursor, t.number, t.scenario, t.form, t.title, t.description FROM public.tasks t
 WHERE t.opened_at IS NOT NULL AND ${withinDaysUtc('t.opened_at')}`;

/** Tasks that were published, asked again whether the catalogue of scenarios has them (历史任务, R1.8). */
export const pastTasks = rowSource<PastTask>({
  name: { zh: '历史发布的任务', en: 'Tasks published in the past' },
  rows: PUBLISHED,
  item: ({ cursor, number, scenario, form, title, description }) => ({
    subject: { label: number, link: `/tasks/${cursor.toString()}/show` },
    input: { scenario, form, words: [title, description ?? ''].join('\n'), oneEnterprise: false },
  }),
});
