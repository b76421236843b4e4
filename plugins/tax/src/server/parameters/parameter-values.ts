import { z } from 'zod';
import type { ParameterName, ParameterValues } from '../../domain';

/** Whole numbers stand in JSON as text: a number would pass through a float. */
const whole = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);

const brackets = z.array(z.strictObject({ upToFen: whole.nullable(), rate: whole, quickFen: whole })).min(1);
const threshold = z.strictObject({ salesFen: whole, edge: z.enum(['reached', 'exceeded']) });

/** How each parameter is written in `tax.parameters.value`. */
export const parameterSchemas: { readonly [K in ParameterName]: z.ZodType<ParameterValues[K]> } = {
  cumulativeBrackets: brackets,
  labourBrackets: brackets,
  businessBrackets: brackets,
  nonResidentBrackets: brackets,
  monthlyDeductionFen: whole,
  platformExpenseRate: whole,
  gapPolicy: z.enum(['reset', 'income-months', 'calendar']),
  labourExpenseRate: whole,
  labourAllowance: z.strictObject({ flatUpToFen: whole, flatFen: whole }),
  nonResidentExpenseRate: whole,
  businessRelief: z.strictObject({ capFen: whole, share: whole }),
  vatLevyRate: whole,
  vatReliefRate: whole,
  vatMonthThreshold: threshold,
  vatTransactionThreshold: threshold,
  vatTransactionUnit: z.enum(['payment', 'day']),
  urbanMaintenanceRates: z.array(whole).min(1),
  platformUrbanRate: whole,
  educationRate: whole,
  localEducationRate: whole,
  surchargeRelief: whole,
  educationReliefSalesFen: whole,
  registrationGuideFen: whole,
};

/** The value as it is stored. */
export function storedValue(value: ParameterValues[ParameterName]): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));
}
