import type { FormContent, FormValues } from '@linggong/studio/domain';

/** The field of a complaint that tells what happened, as the house delivers the form; a form without it begins empty. */
const toldIn = 'what';

/** What stands in a form that is begun at a batch: its number, so that nobody copies it. Nothing else that an address may say is taken. */
export function begunAt(
  { fields }: Pick<FormContent, 'fields'>,
  batch: string | undefined,
  said: (number: string) => string,
): FormValues {
  if (batch === undefined || !/^PB-\d{4}-\d{2}-\d{4,12}$/.test(batch)) return {};
  const tells = fields.some(({ id, type }) => id === toldIn && type === 'text');
  return tells ? { [toldIn]: said(batch) } : {};
}
