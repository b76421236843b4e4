import { useTranslate } from 'react-admin';

/** What people call the subject of a case: its business number, or which part of the platform where it means nobody. */
export function useSubjectWord(): (label: string) => string {
  const translate = useTranslate();
  return (label) => translate(`riskCases.platformPart.${label}`, { _: label });
}
