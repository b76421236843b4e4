import { checkIdentifier } from '@linggong/real-name/domain';
import { companies } from './companies';
import { people } from './people';
import { createRandom } from './random';

it('makes 2,000 different, well-formed, repeatable people', () => {
  const made = people(createRandom(7), 2_000);
  expect(made).toHaveLength(2_000);
  expect(people(createRandom(7), 2_000)).toEqual(made);
  for (const key of ['identityNumber', 'phone', 'cardNumber'] as const) {
    expect(new Set(made.map((person) => person[key])).size).toBe(2_000);
  }
  for (const person of made) {
    expect(checkIdentifier('resident-id', person.identityNumber, '2026-11-22').valid).toBe(true);
    expect(checkIdentifier('mobile', person.phone, '2026-11-22').valid).toBe(true);
    expect(checkIdentifier('bank-card', person.cardNumber, '2026-11-22').valid).toBe(true);
    expect(person.identityNumber.slice(14, 16)).toBe('99');
  }
});

it('makes twelve enterprises with valid credit codes in five provinces, and 2,000 places', () => {
  expect(companies).toHaveLength(12);
  for (const { uscc } of companies) expect(checkIdentifier('uscc', uscc, '2026-11-22').valid).toBe(true);
  expect(new Set(companies.map(({ uscc }) => uscc.slice(2, 4))).size).toBe(5);
  expect(companies.reduce((sum, company) => sum + company.workerCount, 0)).toBe(2_000);
});
