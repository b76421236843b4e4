import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { daysUntil } from '../dashboards/days';
import { shortReasons, type WaitingRow } from './waiting';
import { useJobName } from '../jobs/job-name';
import { useNamedText } from '../parts/actor';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { distance, instantText } from '../parts/time-text';
import { urgencyOf, type Entry } from './entries';

/** What a thing is called: its number, its name in both languages, or the word of what is asked. */
export function useEntryTitle(): (entry: Entry) => string {
  const translate = useTranslate();
  const text = useText2();
  const jobName = useJobName();
  return ({ row, todo: { resource } }) => {
    const titles: Readonly<Partial<Record<string, () => string>>> = {
      jobs: () => jobName(row.title),
      approvals: () => translate(`approvals.what.${row.title.replace(':', '.')}`, { _: row.title }),
      elevations: () => translate(`audit.noun.${row.title}`, { _: row.title }),
      findings: () => translate(`keeping.kind.${row.title}`, { _: row.title }),
    };
    return row.name === null ? (titles[resource]?.() ?? row.title) : text(row.name);
  };
}

/** Whose it is, and for a stuck batch how many lines wait for what. `own`: the reader's own enterprise is not named to itself. */
export function useEntryAbout(own: boolean): (row: WaitingRow) => string {
  const translate = useTranslate();
  const text = useText2();
  const readable = useNamedText();
  return ({ about, whose, note, reasons }) => {
    const { named, more } = shortReasons(reasons);
    const why = named.map(({ count, title }) =>
      translate('dashboard.reason', { count: countText(count), reason: text(title) }),
    );
    if (more > 0) why.push(translate('dashboard.moreReasons', { smart_count: more }));
    // What an elevation or an account is asked for is an account.
    return [readable(about === null ? '' : text(about)), own ? '' : readable(whose), readable(note), ...why]
      .filter((part) => part !== '')
      .join(' · ');
  };
}

/** What the clock of a kind measures, where it is not taxes. */
const dueWords: Readonly<Partial<Record<string, string>>> = {
  approvals: 'dashboard.lapses',
  configurations: 'dashboard.reviewBy',
  enterprises: 'dashboard.reviewDue',
  'own-procedures': 'procedures.by',
  'risk-cases': 'dashboard.handleBy',
  'risk-explanations': 'explanations.by',
  'settlement-batches': 'dashboard.quoteEnds',
  tasks: 'dashboard.reviewDue',
};

/** The clock in words: what ends when, and how late it is or how long there is left; what has no end tells its age. */
export function Clock({ entry: { row, todo } }: { entry: Entry }): ReactNode {
  const translate = useTranslate();
  const now = new Date();
  const waited = (from: string): string => {
    const { key, count } = distance(from, now);
    return translate(`dashboard.waitedFor.${key}`, { smart_count: count });
  };
  const { dueOn, dueAt, since } = row;
  const late = urgencyOf(row, now.getTime()) === 'late';
  const day = dueOn ?? (dueAt === null ? undefined : instantText(dueAt));
  if (day === undefined)
    return since === null ? null : (
      <Box component="time" dateTime={since} title={instantText(since, true)} sx={{ color: 'tokens.ink3' }}>
        {waited(since)}
      </Box>
    );
  const { key, count } = dueAt === null ? { key: 'days', count: Math.abs(daysUntil(day)) } : distance(dueAt, now);
  return (
    <Box component="span" sx={{ color: late ? 'tokens.bad' : 'tokens.ink2' }}>
      {translate(dueWords[todo.resource] ?? 'tax.due', { day })} ·{' '}
      <Box component="span" sx={{ fontWeight: late ? 600 : 400, whiteSpace: 'nowrap' }}>
        {translate(`dashboard.${late ? 'lateFor' : 'leftFor'}.${key}`, { smart_count: count })}
      </Box>
    </Box>
  );
}
