import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useJobName } from '../jobs/job-name';
import { Card } from '../parts/card';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { useDistance } from '../parts/time';
import { instantText } from '../parts/time-text';
import type { Me } from '../session/me';
import { daysUntil } from './days';
import { listAt } from './tile';
import type { Todo } from './todos';
import { useWaiting } from './use-waiting';
import { shortReasons, type Waiting, type WaitingRow } from './waiting';

/** What waits for me, the oldest of each kind first. */
export function TodoList({ me, quiet = false }: { me: Me; quiet?: boolean }): ReactNode {
  const translate = useTranslate();
  const waiting = useWaiting(me);
  if (waiting === undefined) return null;
  const open = waiting.filter(({ count }) => count > 0);
  if (open.length === 0 && quiet) return null;
  return (
    <Card title={translate('dashboard.todo')} sx={{ mb: 1.5 }}>
      {open.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          <p style={{ margin: 0 }}>{translate('dashboard.nothing')}</p>
          <p style={{ margin: 0 }}>{translate('dashboard.nothingWhy')}</p>
        </Box>
      )}
      {open.map((each) => (
        <Kind key={each.todo.key} waiting={each} own={me.account.enterpriseId !== undefined} />
      ))}
    </Card>
  );
}

function Kind({ waiting: { todo, count, rows }, own }: { waiting: Waiting; own: boolean }): ReactNode {
  const translate = useTranslate();
  // A list cannot be narrowed to the batches that are stuck, so its address would promise what it does not show.
  const all = todo.stuck === undefined || count > rows.length;
  return (
    <Box sx={{ '& + &': { mt: 1.5 } }}>
      <Box sx={{ display: 'flex', gap: 1, fontSize: 13, mb: 0.5 }}>
        <Box sx={{ fontWeight: 600 }}>{translate(`todo.${todo.key}`)}</Box>
        {all && (
          <Link to={listAt(todo.resource, todo.filter)}>{translate('dashboard.all', { count: countText(count) })}</Link>
        )}
      </Box>
      {rows.map((row) => (
        <Line key={row.id} row={own ? { ...row, whose: '' } : row} todo={todo} />
      ))}
    </Box>
  );
}

function Line({ row, todo: { resource, fen } }: { row: WaitingRow; todo: Todo }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const jobName = useJobName();
  const titles: Readonly<Partial<Record<string, () => string>>> = {
    jobs: () => jobName(row.title),
    approvals: () => translate(`approvals.what.${row.title.replace(':', '.')}`, { _: row.title }),
    elevations: () => translate(`audit.noun.${row.title}`, { _: row.title }),
    findings: () => translate(`keeping.kind.${row.title}`, { _: row.title }),
  };
  return (
    <Box
      component={Link}
      to={`/${resource}/${row.id}/show`}
      sx={{
        display: 'flex',
        columnGap: 2,
        alignItems: 'center',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        minHeight: { xs: 44, sm: 32 },
        py: { xs: '6px', sm: 0 },
        fontSize: 13,
        borderTop: '1px solid',
        borderColor: 'tokens.line',
      }}
    >
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {row.name === undefined ? (titles[resource]?.() ?? row.title) : text(row.name)}
      </Box>
      <Box
        component="span"
        sx={{
          color: 'tokens.ink2',
          flex: 1,
          minWidth: { xs: '100%', sm: 0 },
          order: { xs: 3, sm: 0 },
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: { xs: 'normal', sm: 'nowrap' },
        }}
      >
        <Reasons row={row} />
      </Box>
      {row.fen !== undefined && (
        <Box component="span" sx={{ color: 'tokens.ink', ml: { xs: 'auto', sm: 0 } }}>
          <Box component="span" sx={{ color: 'tokens.ink3' }}>
            {translate(`resources.${resource}.fields.${fen ?? ''}`)}
          </Box>{' '}
          <Money fen={row.fen} />
        </Box>
      )}
      <Clock row={row} due={dueWords[resource] ?? 'tax.due'} />
    </Box>
  );
}

/** What the day of a thing is called, where it is no day of taxes. */
const dueWords: Readonly<Partial<Record<string, string>>> = {
  configurations: 'dashboard.reviewBy',
  enterprises: 'dashboard.reviewDue',
  'own-procedures': 'procedures.by',
  'risk-explanations': 'explanations.by',
  tasks: 'dashboard.reviewDue',
};

/** Whose it is, and for a stuck batch how many lines wait for what. */
function Reasons({ row: { about, whose, note, reasons } }: { row: WaitingRow }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { named, more } = shortReasons(reasons);
  const why = named.map(({ count, title }) =>
    translate('dashboard.reason', { count: countText(count), reason: text(title) }),
  );
  if (more > 0) why.push(translate('dashboard.moreReasons', { smart_count: more }));
  return [about === undefined ? '' : text(about), whose, note, ...why].filter((part) => part !== '').join(' · ');
}

/** How long it has waited; what has a day tells the day, and how late it is. */
function Clock({ row: { since, dueOn }, due }: { row: WaitingRow; due: string }): ReactNode {
  const translate = useTranslate();
  const distance = useDistance();
  if (dueOn !== undefined) {
    const left = daysUntil(dueOn);
    const late = left < 0;
    return (
      <Box
        component="span"
        sx={{ flex: 'none', fontWeight: late ? 600 : 400, color: late ? 'tokens.bad' : 'tokens.ink2' }}
      >
        {translate(due, { day: dueOn })} ·{' '}
        {translate(late ? 'dashboard.late' : 'dashboard.left', { smart_count: Math.abs(left) })}
      </Box>
    );
  }
  if (since === undefined) return null;
  return (
    <Box component="time" dateTime={since} title={instantText(since, true)} sx={{ flex: 'none', color: 'tokens.ink3' }}>
      {distance(since)}
    </Box>
  );
}
