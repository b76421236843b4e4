import { planWords } from '@linggong/billing/api';
import type { Text2 } from '@linggong/core/domain';
import type { FormField, FormValues } from '../parts/form-page';
import type { FormSection } from '../parts/form-page';

/** Tiers that the form offers; more come through the API. */
export const tierCount = 5;

const choices = (words: Readonly<Record<string, Text2>>, text: (words: Text2) => string): FormField['choices'] =>
  Object.entries(words).map(([value, label]) => ({ value, label: text(label) }));

/** Every question of the form, whatever the kind of plan; `isAsked` says which of them stand. */
export function planSections(
  text: (words: Text2) => string,
  translate: (key: string) => string,
): readonly FormSection[] {
  const choice = (name: keyof typeof planWords, help = false): FormField => ({
    name,
    kind: 'choice',
    required: true,
    help,
    choices: choices(planWords[name], text) ?? [],
  });
  const tiers = Array.from({ length: tierCount }, (_, index): FormField[] => [
    ...(index === 0
      ? []
      : [
          { name: `tier${index + 1}Volume`, kind: 'money' as const },
          { name: `tier${index + 1}Amount`, kind: 'money' as const },
        ]),
    { name: `tier${index + 1}Rate`, kept: true },
  ]).flat();
  const limits = ['orderMinFen', 'orderMaxFen', 'batchMinFen', 'batchMaxFen', 'monthMinFen', 'monthMaxFen'];
  return [
    {
      title: translate('feePlan.price'),
      fields: [
        choice('kind'),
        { name: 'rate', required: true, kept: true, help: true },
        { name: 'fixedFen', required: true, kind: 'money' },
        choice('tierBasis'),
        choice('tierMode', true),
        ...tiers,
        { name: 'raisedSurcharge', kept: true, help: true },
        { name: 'highSurcharge', kept: true },
      ],
    },
    {
      title: translate('feePlan.limits'),
      fields: limits.map((name) => ({ name, kind: 'money', help: name === 'monthMinFen' })),
    },
    {
      title: translate('feePlan.bearers'),
      fields: [choice('bearing'), choice('taxBearer'), choice('chargedWhen'), choice('returnedFee', true)],
    },
    { title: translate('feePlan.term'), fields: [{ name: 'effectiveFrom', required: true, kind: 'date', help: true }] },
    { title: translate('feePlan.example'), fields: [{ name: 'exampleAmounts', kept: true, help: true }] },
  ];
}

export const planDefaults: FormValues = {
  kind: 'percent',
  tierBasis: 'month-volume',
  tierMode: 'progressive',
  bearing: 'on-top',
  taxBearer: 'worker',
  chargedWhen: 'with-payment',
  returnedFee: 'give-back',
  exampleAmounts: '100 1000 10000',
};

/** The questions that the kind of plan, and the basis of its tiers, call for. */
export function isAsked(name: string, values: FormValues): boolean {
  const { kind, tierBasis } = values;
  if (name === 'rate') return kind === 'percent';
  if (name === 'fixedFen') return kind === 'fixed';
  if (name.endsWith('Surcharge')) return kind !== 'fixed';
  if (!name.startsWith('tier')) return true;
  if (kind !== 'tiered') return false;
  if (name === 'tierMode') return tierBasis !== 'both';
  if (name.endsWith('Volume')) return tierBasis !== 'order-amount';
  if (name.endsWith('Amount')) return tierBasis !== 'month-volume';
  return true;
}
