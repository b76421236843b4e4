import { controls, type Control } from '@linggong/config';
import { shanghaiDay, type ControlState } from '@linggong/core/domain';
import type { z } from 'zod';
import type { controlsAnswer } from '../../api';
import { evidenceState, outcomeOf } from '../../domain';
import type { EvidenceRow } from './evidence-rows';
import type { Looks } from './look-at-checks';

type Answer = z.input<typeof controlsAnswer>;
type Item = Answer['items'][number];

/** The controls as they stand: how each is met, what its checks saw, what was entered for it. */
export function answerOf(looks: Looks, evidence: readonly EvidenceRow[], at: Date): Answer {
  const today = shanghaiDay(at);
  const items = controls.map((control) => {
    const rows = evidence.filter((row) => row.control === control.number);
    return itemOf(control, looks, rows, today);
  });
  const counted = (state: ControlState): number => items.filter((item) => item.state === state).length;
  const counts = {
    met: counted('met'),
    partly: counted('partly'),
    notMet: counted('not-met'),
    unknown: counted('unknown'),
  };
  return { at, counts, items };
}

function itemOf(control: Control, looks: Looks, rows: readonly EvidenceRow[], today: string): Item {
  const { number, clause, name, how, evidence, checks, needs } = control;
  const entries = rows.map(({ control: _control, ...row }) => {
    const state = evidenceState({ ...row, withdrawn: row.withdrawnAt !== null }, today);
    return { ...row, state };
  });
  const seen = checks.map((check) => {
    const look = looks.get(check);
    // Every name is looked at; `lookAtChecks` leaves none out.
    if (look === undefined) throw new Error(`nobody looked at ${check}`);
    return { name: check, state: look.state, figure: look.figure, link: look.link ?? null };
  });
  const isShown = entries.some(({ state }) => state === 'in-force');
  const needed: ControlState[] = needs === undefined ? [] : [isShown ? 'met' : 'unknown'];
  return {
    number,
    clause,
    name,
    how,
    state: outcomeOf([...seen.map(({ state }) => state), ...needed]),
    checks: seen,
    pages: evidence.map(({ text, page }) => ({ text, page: page ?? null })),
    needs: needs ?? null,
    entries,
  };
}
