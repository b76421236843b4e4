import fc from 'fast-check';
import { accountOf, enterpriseAccountKinds } from './account-codes';
import { totalsOf } from './balance';
import { enterpriseOf, entryFault, entryText, reversedPostings, type LedgerEntry, type Posting } from './entry';
import { trialTotals } from './trial-balance';

const at = new Date('2026-11-20T02:00:00Z');
const posting: Posting = { source: 'deposit:1', destination: 'bank:1', amountFen: 100n };
const entry: LedgerEntry = { key: 'deposit:9', kind: 'deposit', occurredAt: at, postings: [posting] };

const code = fc
  .tuple(fc.constantFrom(...enterpriseAccountKinds), fc.integer({ min: 1, max: 3 }))
  .map(([kind, id]) => accountOf(kind, id));
const anyPosting: fc.Arbitrary<Posting> = fc
  .record({ source: code, destination: code, amountFen: fc.bigInt(1n, 10n ** 12n) })
  .filter(({ source, destination }) => source !== destination);

describe('an entry', () => {
  it('that is sound has no fault', () => {
    expect(entryFault(entry)).toBeUndefined();
  });

  it.each<[string, Partial<LedgerEntry>, object]>([
    ['an empty key', { key: '' }, { reason: 'key' }],
    ['a key beyond 200 characters', { key: 'k'.repeat(201) }, { reason: 'key' }],
    ['a kind that is not kebab-case', { kind: 'Deposit' }, { reason: 'kind' }],
    ['the kind of reversals', { kind: 'reversal' }, { reason: 'kind' }],
    ['no postings', { postings: [] }, { reason: 'no-postings' }],
    ['a capture of nothing', { capture: { hold: 'h', amountFen: 0n } }, { reason: 'capture' }],
    ['an amount of zero', { postings: [posting, { ...posting, amountFen: 0n }] }, { reason: 'amount', posting: 1 }],
    ['a negative amount', { postings: [{ ...posting, amountFen: -1n }] }, { reason: 'amount', posting: 0 }],
    [
      'an account that pays itself',
      { postings: [{ ...posting, destination: 'deposit:1' }] },
      { reason: 'same-account', posting: 0 },
    ],
    [
      'money of one enterprise that goes to another (二清)',
      { postings: [posting, { ...posting, destination: 'bank:2' }] },
      { reason: 'crossing-enterprises', posting: 1 },
    ],
    [
      'postings of two owners',
      { postings: [posting, { ...posting, source: 'suspense:platform', destination: 'bank:platform' }] },
      { reason: 'crossing-enterprises', posting: 1 },
    ],
  ])('with %s names it', (_words, change, fault) => {
    expect(entryFault({ ...entry, ...change })).toEqual(fault);
  });
});

describe('the owner of an entry', () => {
  it.each<[Posting['source'], Posting['destination'], number | null]>([
    ['deposit:12', 'bank:12', 12],
    ['deposit:12', 'suspense:platform', 12],
    ['suspense:platform', 'tax-iit:12', 12],
    ['suspense:platform', 'bank:platform', null],
  ])('of %s to %s is %s', (source, destination, owner) => {
    const postings = [{ source, destination, amountFen: 1n }];
    expect(enterpriseOf(postings)).toBe(owner);
    expect(entryFault({ ...entry, postings })).toBeUndefined();
  });
});

describe('the text of an entry', () => {
  it('changes with everything that is booked', () => {
    const texts = [
      entry,
      { ...entry, key: 'deposit:10' },
      { ...entry, kind: 'refund' },
      { ...entry, occurredAt: new Date(at.getTime() + 1) },
      { ...entry, reference: 'deposit:9' },
      { ...entry, memo: 'deposit:9' },
      { ...entry, capture: { hold: 'h', amountFen: 100n } },
      { ...entry, postings: [{ ...posting, amountFen: 101n }] },
      { ...entry, postings: [posting, posting] },
    ].map(entryText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('postings', () => {
  it('balance, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyPosting), (postings) => {
        expect(trialTotals(totalsOf(postings).values()).balanceFen).toBe(0n);
      }),
    );
  });

  it('and their reversal leave every account as it was', () => {
    fc.assert(
      fc.property(fc.array(anyPosting), (postings) => {
        for (const { debitFen, creditFen } of totalsOf([...postings, ...reversedPostings(postings)]).values()) {
          expect(debitFen).toBe(creditFen);
        }
      }),
    );
  });
});
