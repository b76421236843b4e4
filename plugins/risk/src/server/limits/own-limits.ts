import type { Queryable } from '@linggong/core';
import type { SubjectLimits } from '../../api';
import type { ApplyingLimit, MeasureSubject } from '../../domain';
import { ratingClasses } from '../../domain/ratings';
import { ratingOf } from '../ratings/class-policies';
import { limitsFor } from './limits-in-force';

type Row = SubjectLimits['limits'][number];

/** No kind of work: what holds whatever is paid for. */
const EVERY_KIND = '';

/**
 * The limits in force of a worker or an enterprise: those for every kind of work, and those for some. An enterprise is held to those of its class
 * (限额按等级, R6.2); a worker to those of the class of whoever pays him, so each says for which classes it holds.
 */
export async function ownLimits(
  db: Queryable,
  { kind, id }: { readonly kind: MeasureSubject; readonly id: number },
  kinds: readonly string[],
): Promise<Row[]> {
  if (kind === 'enterprise') return ofClass(db, kind, kinds, await ratingOf(db, id));
  const rows = new Map<string, Row & { classes: string[] }>();
  const always = new Set((await ofClass(db, kind, kinds, null)).map(keyOf));
  for (const name of ratingClasses) {
    for (const row of await ofClass(db, kind, kinds, name)) {
      const known = rows.get(keyOf(row)) ?? { ...row, classes: [] };
      known.classes.push(name);
      rows.set(keyOf(row), known);
    }
  }
  return [...rows.entries()].map(([key, row]) => (always.has(key) ? { ...row, classes: [] } : row));
}

async function ofClass(
  db: Queryable,
  kind: MeasureSubject,
  kinds: readonly string[],
  rating: string | null,
): Promise<Row[]> {
  const subjects = kind === 'enterprise' ? ['enterprise', 'kind-of-work'] : ['worker'];
  const all = (await limitsFor(db, [EVERY_KIND, ...kinds], rating)).filter(({ subject }) => subjects.includes(subject));
  const every = new Set(all.filter(({ kindOfWork }) => kindOfWork === EVERY_KIND).map(limitKey));
  return all.filter((one) => one.kindOfWork === EVERY_KIND || !every.has(limitKey(one))).map(shown);
}

const limitKey = ({ subject, window, maxFen, maxCount, name }: ApplyingLimit): string =>
  [subject, window, maxFen, maxCount, name.zh].join('|');
const keyOf = ({ subject, window, maxFen, maxCount, name, kindOfWork }: Row): string =>
  [subject, window, maxFen, maxCount, name.zh, kindOfWork].join('|');

function shown({ subject, name: { zh, en }, window, maxFen, maxCount, kindOfWork }: ApplyingLimit): Row {
  const of = kindOfWork === EVERY_KIND ? null : kindOfWork;
  return { name: { zh, en }, subject, window, maxFen, maxCount, kindOfWork: of, classes: [], isMeasure: false };
}
