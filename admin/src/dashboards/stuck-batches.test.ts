import { permissionsOf } from '@linggong/config/access';
import { blockerOf, remedyActions, type BlockerCode, type BlockerGroup } from '@linggong/settlement/api';
import { meOf } from '../session/me';
import { may } from '../session/rights';
import { hasStuckLines, platformRemedies, stuckReasons } from './stuck-batches';

const group = (code: BlockerCode, count: number): BlockerGroup => ({
  ...blockerOf(code),
  count,
  sumFen: 100,
  sample: [],
});
const groups = [
  group('worker-unknown', 3),
  group('contract-missing', 47),
  group('risk-hold', 2),
  group('amount-format', 9),
];
const codes = (kind: Parameters<typeof stuckReasons>[0]): string[] =>
  stuckReasons(kind, groups).map(({ code }) => code);

describe('what of a batch waits for whom', () => {
  it('gives the platform what only the platform clears', () => {
    expect(codes('blockedLines')).toEqual(['worker-unknown']);
    expect(codes('heldLines')).toEqual(['risk-hold']);
    expect(codes('unsentContracts')).toEqual(['contract-missing']);
  });

  it('leaves the enterprise what it corrects itself, and loses no reason', () => {
    expect(codes('ownLines')).toEqual(['amount-format']);
    const all = (['blockedLines', 'heldLines', 'unsentContracts', 'ownLines'] as const).flatMap(codes);
    expect([...all].sort()).toEqual(groups.map(({ code }) => code).sort());
  });

  it('calls the platform’s only what an enterprise may not do', () => {
    const enterprise = meOf({
      identifier: 'x',
      role: 'enterprise',
      enterpriseId: 1,
      permissions: permissionsOf('enterprise'),
    });
    expect(may(enterprise, 'workers', 'create')).toBe(false);
    expect(may(enterprise, 'real-name-check', 'run')).toBe(false);
    expect(may(enterprise, 'contract-batch', 'send')).toBe(true);
    expect([...platformRemedies].every((action) => remedyActions.includes(action))).toBe(true);
  });

  it('passes a batch over in which nothing is stuck', () => {
    expect(hasStuckLines({ blockedCount: 0, heldCount: 0 })).toBe(false);
    expect(hasStuckLines({ blockedCount: 0, heldCount: 1 })).toBe(true);
  });
});
