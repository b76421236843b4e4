import { createHash } from 'node:crypto';
import type { Prepared } from '@linggong/core';
import type { Feature, FeatureSubject } from '../../domain/features';
import { graphSql } from './read-graph';
import { sumParts } from './read-sums';
import type { SumPart } from './sum-part';

/** What one column of the answer holds: rows of a part, or ties by the place of the subject. */
export interface AskedPart {
  readonly part?: SumPart;
  readonly wanted: readonly Feature[];
}

export interface FeatureStatement extends Prepared {
  readonly parts: readonly AskedPart[];
}

/** Statements by what they read: each table of the Studio asks its own, again and again. */
const statements = new Map<string, FeatureStatement>();
const statementsMax = 100;

/** @param isSingle one subject, whose keys are params as they are */
export function statementFor(wanted: readonly Feature[], isSingle: boolean): FeatureStatement {
  const key = `${isSingle ? 'one' : 'many'} ${wanted.map(({ name }) => name).join(' ')}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  if (statements.size >= statementsMax) statements.clear();
  const made = statementOf(wanted, isSingle);
  statements.set(key, made);
  return made;
}

function statementOf(wanted: readonly Feature[], isSingle: boolean): FeatureStatement {
  const isTie = ({ measure }: Feature): boolean => measure.kind === 'graph';
  const sums = Object.entries(sumParts).map(([subject, part]) => ({
    part,
    wanted: wanted.filter((feature) => feature.subject === (subject as FeatureSubject) && !isTie(feature)),
  }));
  const parts: AskedPart[] = [...sums, { wanted: wanted.filter(isTie) }].filter((part) => part.wanted.length > 0);
  const askedAbout = isSingle ? oneSubject : manySubjects;
  let next = 2;
  const columns = parts.map(({ part, wanted: asked }, place) => {
    const names = part?.columns ?? ['worker_id', 'enterprise_id', 'card_id'];
    const subjects = askedAbout(
      names,
      names.map(() => `$${next++}`),
      part === undefined,
    );
    const rows = part === undefined ? graphSql(asked, subjects) : part.sql(asked, subjects);
    return `(SELECT json_agg(r.line) FROM (${rows}) r) AS p${place}`;
  });
  const sql = `SELECT ${columns.join(', ')} FROM (SELECT $1::date) t`;
  return { name: `risk-features-${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`, sql, parts };
}

const manySubjects = (names: readonly string[], params: readonly string[], isPlaced: boolean): string =>
  `unnest(${params.map((param) => `${param}::int[]`).join(', ')}) ${isPlaced ? 'WITH ORDINALITY' : ''}
     AS s (${[...names, ...(isPlaced ? ['place'] : [])].join(', ')})`;

/** One subject as it is, not as an array of one: the planner sees that one plan fits all, and plans it once a connection. */
const oneSubject = (names: readonly string[], params: readonly string[], isPlaced: boolean): string =>
  `(SELECT ${[...names.map((name, index) => `${params[index] ?? ''}::int AS ${name}`), ...(isPlaced ? ['1 AS place'] : [])].join(', ')}) s`;
