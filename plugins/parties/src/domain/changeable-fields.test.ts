import { enterpriseChange } from '../api';
import { applicationFields, changeableFields, fieldsConcerned } from './changeable-fields';
import { enterpriseStates } from './enterprise-lifecycle';
import { admissionCriteria } from './seeds/admission-criteria';

const handler = ['contactName', 'contactPhone'];

describe('what of an enterprise may be changed', () => {
  it.each([
    ['draft', applicationFields],
    ['rejected', applicationFields],
    ['submitted', handler],
    ['approved', handler],
    ['active', handler],
    ['suspended', handler],
    ['offboarded', []],
  ] as const)('%s', (state, fields) => {
    expect(changeableFields(state)).toEqual(fields);
  });

  it('is said of every state, and of every field that a change takes', () => {
    expect(enterpriseStates).toHaveLength(7);
    expect([...applicationFields].sort()).toEqual(Object.keys(enterpriseChange.shape).sort());
  });
});

describe('what a criterion that does not hold is about', () => {
  it('is told by the criteria of the platform', () => {
    expect([...fieldsConcerned(['A-06', 'A-03'])]).toEqual([
      'bankName',
      'bankCode',
      'bankAccount',
      'legalRepresentative',
    ]);
  });

  it('is nothing for a criterion that names no field', () => {
    expect([...fieldsConcerned(['A-02', 'Z-99', 'toString'])]).toEqual([]);
  });

  it('cites criteria that there are', () => {
    const { criteria } = admissionCriteria.content as { criteria: { id: string }[] };
    const pointing = criteria.filter(({ id }) => fieldsConcerned([id]).size > 0).map(({ id }) => id);
    expect(pointing).toEqual(['A-01', 'A-03', 'A-04', 'A-05', 'A-06', 'A-08']);
  });
});
