import { judgementFault } from '@linggong/studio/domain';
import fc from 'fast-check';
import { obstacle, offered, sent, type Judged, type Verdict } from './review';

const text = { zh: '文', en: 'text' };
const criteria = [
  ['A-1', true],
  ['A-2', true],
  ['A-3', false],
].map(([id, required]) => ({
  ...{ title: text, text, evidence: text, basis: text, visitAboveFen: null },
  id: id as string,
  required: required as boolean,
}));

describe('what a reviewer says of criteria (R2.6)', () => {
  it('may be sent exactly where the server takes it', () => {
    const typed = fc.option(fc.record({ holds: fc.boolean(), note: fc.constantFrom('', ' ', '已说明') }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(typed, typed, typed, fc.constantFrom('passes', 'refuses', 'tells'), (one, two, three, verdict) => {
        const judged: Judged = {
          ...(one && { 'A-1': one }),
          ...(two && { 'A-2': two }),
          ...(three && { 'A-3': three }),
        };
        const fault = judgementFault({ area: 'tasks', scope: text, criteria }, sent(criteria, judged), verdict);
        expect(obstacle(criteria, judged, verdict) === undefined).toBe(fault === undefined);
      }),
    );
  });

  it('is not let pass by whoever submitted it, who may give it back and do all else', () => {
    const steps = [{ judges: 'passes' }, { judges: 'refuses' }, { judges: 'tells' }, {}] as const;
    const left = (isOwn: boolean | undefined) =>
      offered<{ judges?: Verdict }>(steps, isOwn === undefined ? undefined : { isOwn }).map(({ judges }) => judges);
    expect(left(true)).toEqual(['refuses', 'tells', undefined]);
    for (const other of [false, undefined]) expect(left(other)).toHaveLength(4);
  });

  it('goes in the order of the criteria, without blank notes', () => {
    const judged = { 'A-3': { holds: false, note: ' 已说明 ' }, 'A-1': { holds: true, note: ' ' } };
    expect(sent(criteria, judged)).toEqual([
      { id: 'A-1', holds: true },
      { id: 'A-3', holds: false, note: '已说明' },
    ]);
  });
});
