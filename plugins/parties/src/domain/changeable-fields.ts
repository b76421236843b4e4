import type { EnterpriseState } from './enterprise-lifecycle';

/** What an application says of its enterprise; the credit code is not among it, for it names the applicant. */
export const applicationFields = [
  'name',
  'legalRepresentative',
  'registeredAddress',
  'industry',
  'businessScope',
  'contactName',
  'contactPhone',
  'bankName',
  'bankCode',
  'bankAccount',
  'urbanMaintenanceRate',
] as const;
export type ApplicationField = (typeof applicationFields)[number];

/** Another handler may be named as long as the enterprise is here. */
const handlerFields: readonly ApplicationField[] = ['contactName', 'contactPhone'];

/** What may be changed now: all of an application that nobody reviews or has admitted, later its handler alone. */
export function changeableFields(state: EnterpriseState): readonly ApplicationField[] {
  if (state === 'draft' || state === 'rejected') return applicationFields;
  return state === 'offboarded' ? [] : handlerFields;
}

/** What each admission criterion of the platform's own set is judged by, as far as the application says it. */
const fieldsOfCriteria: ReadonlyMap<string, readonly ApplicationField[]> = new Map<string, readonly ApplicationField[]>(
  [
    ['A-01', ['name']],
    ['A-03', ['legalRepresentative']],
    ['A-04', ['industry', 'businessScope']],
    ['A-05', ['industry', 'businessScope']],
    ['A-06', ['bankName', 'bankCode', 'bankAccount']],
    ['A-08', ['registeredAddress']],
  ],
);

/** The fields that criteria which did not hold are about; a criterion that operators wrote themselves points at none. */
export function fieldsConcerned(criteria: readonly string[]): ReadonlySet<ApplicationField> {
  return new Set(criteria.flatMap((id) => fieldsOfCriteria.get(id) ?? []));
}
