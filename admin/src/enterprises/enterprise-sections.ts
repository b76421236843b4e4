import { useTranslate } from 'react-admin';
import type { FormField, FormSection, FormValues } from '../parts/form-page';

/** What an application asks, the same when it is opened and when it is changed. */
export function useEnterpriseSections(): readonly FormSection[] {
  const translate = useTranslate();
  const rate = (value: string): { value: string; label: string } => ({
    value,
    label: translate(`choice.urbanMaintenanceRate.${value.replace('.', '_')}`),
  });
  return [
    {
      title: translate('enterprise.identity'),
      fields: [
        { name: 'name', required: true, autoComplete: 'organization', kept: true },
        { name: 'uscc', required: true, help: true, kept: true, kind: 'code', code: 'uscc' },
        { name: 'legalRepresentative' },
        { name: 'registeredAddress', kept: true },
        { name: 'industry', kept: true },
        { name: 'businessScope', kind: 'long', kept: true },
      ],
    },
    {
      title: translate('enterprise.contact'),
      fields: [{ name: 'contactName' }, { name: 'contactPhone', help: true, kind: 'code', code: 'mobile' }],
    },
    {
      title: translate('enterprise.money'),
      fields: [
        { name: 'bankName', kept: true },
        { name: 'bankCode', help: true, kept: true, kind: 'code', code: 'cnaps' },
        { name: 'bankAccount', number: true },
        { name: 'urbanMaintenanceRate', kind: 'choice', choices: ['0.07', '0.05', '0.01'].map(rate), help: true },
      ],
    },
  ];
}

/** Only what was filled in: an absent field is absent, not empty text. */
export function filledIn(values: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
}

/** What was typed anew; what stands as it stood is not sent, masked values never are. */
export function changedIn(values: FormValues, initial: FormValues): Record<string, string> {
  return Object.fromEntries(Object.entries(filledIn(values)).filter(([name, value]) => value !== initial[name]));
}

/** The fields of each section as `map` leaves them; a section without any is not asked. */
export function sectionsOf(
  sections: readonly FormSection[],
  map: (field: FormField) => FormField | undefined,
): FormSection[] {
  return sections
    .map(({ title, fields }) => ({ title, fields: fields.flatMap((field) => map(field) ?? []) }))
    .filter(({ fields }) => fields.length > 0);
}
