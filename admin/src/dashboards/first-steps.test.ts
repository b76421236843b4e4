import { firstSteps } from './first-steps';

const contract = (kind: string, state: string, id = 1) => ({ id, kind, state }) as const;
const card = (state: string) => ({ state });
const statesOf = (steps: ReturnType<typeof firstSteps>) => steps.map(({ step, done, to }) => [step, done, to]);

describe('what a worker does first', () => {
  it('is to sign, to authorize and to add a card, each with the page where it is done', () => {
    const waiting = [contract('worker-service', 'sent', 7), contract('tax-agency', 'sent', 8)];
    expect(statesOf(firstSteps(3, waiting, [], false))).toEqual([
      ['sign', false, '/contracts/7/show'],
      ['agency', false, '/contracts/8/show'],
      ['card', false, '/workers/3/show'],
      ['task', false, undefined],
    ]);
  });

  it('is done where a contract is signed and a card is verified or being verified', () => {
    const signed = [contract('worker-service', 'signed'), contract('tax-agency', 'signed')];
    for (const state of ['pending', 'verified'])
      expect(firstSteps(3, signed, [card(state)], true).every(({ done }) => done)).toBe(true);
    for (const state of ['refused', 'replaced'])
      expect(statesOf(firstSteps(3, signed, [card(state)], false))[2]).toEqual(['card', false, '/workers/3/show']);
  });

  it('is to look for work, as soon as the rest is done', () => {
    const signed = [contract('worker-service', 'signed'), contract('tax-agency', 'signed')];
    expect(statesOf(firstSteps(3, signed, [card('verified')], false))[3]).toEqual(['task', false, '/open-tasks']);
  });

  it('waits for the platform where no contract was sent, or the last one was taken back', () => {
    expect(statesOf(firstSteps(3, [contract('worker-service', 'revoked')], [card('verified')], false))).toEqual([
      ['sign', false, undefined],
      ['agency', false, undefined],
      ['card', true, '/workers/3/show'],
      ['task', false, undefined],
    ]);
  });
});
