import { matrix } from '@linggong/config/access';
import { approvalStates } from '@linggong/access/domain';
import { approvals as en } from '../i18n/en/approvals';
import { auditStates as enLog } from '../i18n/en/audit-states';
import { approvals as zh } from '../i18n/zh/approvals';
import { auditStates as zhLog } from '../i18n/zh/audit-states';
import { tones } from '../parts/states';
import { askedOf, changesOf, isTechnical, setUpHalfOf } from './approval';

describe('what a second person is shown', () => {
  it('puts what changes first, and leaves out what neither side has', () => {
    const changes = changesOf({ a: 1, b: null, c: 'x' }, { c: 'x', a: 2, b: null, d: true });
    expect(changes.map(({ field, changed }) => [field, changed])).toEqual([
      ['a', true],
      ['d', true],
      ['c', false],
    ]);
  });

  it('begins with what a person decides by, whatever order the database keeps', () => {
    const after = {
      note: 'n',
      sha256: 'ab',
      changes: ['x'],
      shadowFrom: null,
      versionNo: 3,
      effectiveFrom: '2026-12-01',
      configuration: '限额',
    };
    expect(changesOf({ versionNo: 2 }, after).map(({ field }) => field)).toEqual([
      'configuration',
      'versionNo',
      'effectiveFrom',
      'note',
      'changes',
      'sha256',
    ]);
  });

  it('folds hashes and row numbers away, and nothing that tells anything', () => {
    const { fields } = zh.approvals;
    expect(Object.keys(fields).filter(isTechnical)).toEqual(['sha256']);
    expect(['viewSha256', 'id', 'fileId'].filter(isTechnical)).toHaveLength(3);
  });

  it('shows what would be gone', () => {
    expect(changesOf({ a: 1 }, {})).toEqual([{ field: 'a', before: 1, after: undefined, changed: true }]);
    expect(changesOf(null, { a: 1 })).toEqual([{ field: 'a', before: undefined, after: 1, changed: true }]);
  });
});

it('reads half of a set-up code out of the answer that tells it', () => {
  expect(setUpHalfOf({ half: 'ABCD-EFGH-JKLM-NPQR', of: 'maker', expiresAt: '' })).toBe('ABCD-EFGH-JKLM-NPQR');
  expect([setUpHalfOf({ approval: { id: 'x' } }), setUpHalfOf(undefined)]).toEqual([undefined, undefined]);
});

it('tells a request from an answer', () => {
  expect(askedOf({ approval: { id: 'x', state: 'pending', expiresAt: null } })).toEqual({ id: 'x', expiresAt: null });
  expect(askedOf({ id: 7 })).toBeUndefined();
  expect(askedOf(undefined)).toBeUndefined();
});

it('has words in both languages for what overrides of ratings and measures against risks show (R6.2, R6.3)', () => {
  const shown = ['ratingClass', 'enterprise', 'measure', 'lineLimitFen', 'monthLimitFen', 'list', 'listBy', 'endsOn'];
  for (const [{ approvals }, { auditStates }] of [[zh, zhLog] as const, [en, enLog] as const]) {
    const words: Record<string, string> = { ...auditStates.field, ...approvals.fields };
    expect(shown.filter((field) => typeof words[field] !== 'string')).toEqual([]);
  }
});

it('has words in both languages for everything that the matrix marks, and a tone for every state', () => {
  for (const { resource, action, approval } of matrix) {
    if (!approval) continue;
    for (const { approvals } of [zh, en]) {
      const words: Record<string, Record<string, string>> = approvals.what;
      expect([resource, action, typeof words[resource]?.[action]]).toEqual([resource, action, 'string']);
    }
  }
  expect(Object.keys(tones.approval).sort()).toEqual([...approvalStates].sort());
});
