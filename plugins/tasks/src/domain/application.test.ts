import { applicationFault, APPLICATIONS_MAX, engagementStates, type Applicant, type Opening } from './index';

const today = '2026-11-28';
const opening: Opening = {
  state: 'published',
  endsOn: today,
  isEnterpriseActive: true,
  headcount: 3,
  engaged: 2,
  waiting: 0,
};
const applicant: Applicant = { isActive: true, former: undefined };
const code = (change: Partial<Opening>, who: Partial<Applicant> = {}) =>
  applicationFault({ ...opening, ...change }, { ...applicant, ...who }, today)?.code;

describe('applying for a task', () => {
  it('is open on its last day, while a place is left', () => {
    expect(code({})).toBeUndefined();
    expect(code({ engaged: 3 })).toBe('places-taken');
    expect(code({ endsOn: '2026-11-27' })).toBe('task-not-open');
  });

  it('needs a published task of an active enterprise, and an active worker', () => {
    for (const state of ['draft', 'submitted', 'returned', 'closed', 'cancelled'] as const)
      expect([state, code({ state })]).toEqual([state, 'task-not-open']);
    expect(code({ isEnterpriseActive: false })).toBe('task-not-open');
    expect(code({}, { isActive: false })).toBe('worker-not-active');
  });

  it('is bounded in how many wait at once', () => {
    expect(code({ waiting: APPLICATIONS_MAX - 1 })).toBeUndefined();
    expect(code({ waiting: APPLICATIONS_MAX })).toBe('applications-full');
  });

  it('is done once, with the number of the first; who stepped back may come again, who was declined may not', () => {
    const again = (state: (typeof engagementStates)[number]) => code({}, { former: { id: 7, number: 'EN-1', state } });
    expect(engagementStates.map((state) => [state, again(state)])).toEqual([
      ['applied', 'already-applied'],
      ['engaged', 'already-applied'],
      ['delivered', 'already-applied'],
      ['accepted', 'already-applied'],
      ['settled', 'already-applied'],
      ['cancelled', undefined],
      ['declined', 'application-declined'],
      ['withdrawn', undefined],
    ]);
    const fault = applicationFault(
      opening,
      { ...applicant, former: { id: 7, number: 'EN-2026-11-0007', state: 'applied' } },
      today,
    );
    expect(fault?.text.zh).toContain('EN-2026-11-0007');
  });
});
