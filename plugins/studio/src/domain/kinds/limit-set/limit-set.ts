import { describedKind } from '../described-kind';
import { limitFaults, limitHints } from './limit-checks';
import { limitFactsField, limitSetField } from './limit-fields';
import { limitsPassed, limitsThatApply } from './limits-that-apply';

/** Limits by subject and window, class of enterprise and kind of work (限额). */
export const limitSet = describedKind({
  kind: 'limit-set',
  name: { zh: '限额', en: 'Limits' },
  content: limitSetField,
  input: () => limitFactsField,
  faults: limitFaults,
  hints: limitHints,
  evaluate: (limits, facts) => {
    const applying = limitsThatApply(limits, facts);
    const beyond = limitsPassed(applying, facts.payment);
    const applied = applying.map(({ name }) => ({ zh: `适用：${name.zh}`, en: `Applies: ${name.en}` }));
    const outcome = applying.map(({ id: name, subject, window, maxFen, maxCount }) => ({
      id: name,
      subject,
      window,
      maxFen,
      maxCount,
    }));
    if (beyond === undefined) return { outcome: { limits: outcome }, trace: applied };
    const verdict = beyond.length > 0 ? 'beyond' : 'within';
    const trace = [...applied, ...beyond.map(({ name }) => ({ zh: `超出：${name.zh}`, en: `Passed: ${name.en}` }))];
    return {
      outcome: { verdict, beyond: beyond.map(({ name }) => ({ zh: name.zh, en: name.en })), limits: outcome },
      trace,
    };
  },
});
