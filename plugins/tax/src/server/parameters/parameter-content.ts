import { parseRate, rateText, type Fen, type RateMillionths } from '@linggong/core/domain';
import type { Json } from '@linggong/studio/domain';
import type { Dated, ParameterName, ParameterValues, TaxTables } from '../../domain';
import { PARAMETER_WORDS } from '../../domain/parameters/parameter-words';
import { parameterSchemas } from './parameter-values';

/** A value as Studio keeps it (`tax-parameters`): amounts are numbers of fen, rates decimal texts. */
interface StudioValue {
  readonly type: string;
  readonly [field: string]: Json;
}

interface StudioRow {
  readonly from: string;
  readonly to: string | null;
  readonly value: StudioValue;
  readonly reference: { readonly zh: string; readonly en: string };
}

interface StudioParameter {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly rows: readonly StudioRow[];
}

/** Content of `tax-parameters` as its kind has read it. */
export interface ParameterContent {
  readonly parameters: readonly StudioParameter[];
}

/** What a value of a parameter is in Studio. */
type ValueType = 'brackets' | 'amount' | 'rate' | 'rates' | 'option' | 'allowance' | 'relief' | 'threshold';

/** Which type each parameter of the engine is of. */
export const valueTypes: { readonly [K in ParameterName]: ValueType } = {
  cumulativeBrackets: 'brackets',
  labourBrackets: 'brackets',
  businessBrackets: 'brackets',
  nonResidentBrackets: 'brackets',
  monthlyDeductionFen: 'amount',
  platformExpenseRate: 'rate',
  gapPolicy: 'option',
  labourExpenseRate: 'rate',
  labourAllowance: 'allowance',
  nonResidentExpenseRate: 'rate',
  businessRelief: 'relief',
  vatLevyRate: 'rate',
  vatReliefRate: 'rate',
  vatMonthThreshold: 'threshold',
  vatTransactionThreshold: 'threshold',
  vatTransactionUnit: 'option',
  urbanMaintenanceRates: 'rates',
  platformUrbanRate: 'rate',
  educationRate: 'rate',
  localEducationRate: 'rate',
  surchargeRelief: 'rate',
  educationReliefSalesFen: 'amount',
  registrationGuideFen: 'amount',
};

/** Object.keys forgets the key type; the map has exactly the parameter names. */
export const parameterNames = Object.keys(valueTypes) as ParameterName[];

const fen = (amount: Fen): number => Number(amount);

/** A value of the engine as Studio keeps it. */
function studioValue(name: ParameterName, value: ParameterValues[ParameterName]): StudioValue {
  const type = valueTypes[name];
  if (typeof value === 'string') return { type, option: value };
  if (typeof value === 'bigint')
    return type === 'amount' ? { type, amountFen: fen(value) } : { type, rate: rateText(value) };
  if (Array.isArray(value)) return { type, ...listed(value as ListValue) };
  if ('edge' in value) return { type, salesFen: fen(value.salesFen), edge: value.edge };
  if ('share' in value) return { type, capFen: fen(value.capFen), share: rateText(value.share) };
  if ('flatFen' in value) return { type, flatUpToFen: fen(value.flatUpToFen), flatFen: fen(value.flatFen) };
  throw new Error(`${name} has a value that Studio does not know`);
}

type ListValue = ParameterValues['cumulativeBrackets'] | ParameterValues['urbanMaintenanceRates'];

function listed(value: ListValue): Readonly<Record<string, Json>> {
  const rates: string[] = [];
  const brackets: Json[] = [];
  for (const item of value) {
    if (typeof item === 'bigint') rates.push(rateText(item));
    else {
      const upToFen = item.upToFen === null ? null : fen(item.upToFen);
      brackets.push({ upToFen, rate: rateText(item.rate), quickFen: fen(item.quickFen) });
    }
  }
  return brackets.length > 0 ? { brackets } : { rates };
}

/** The tables of the engine as a content of Studio: what it begins with. */
export function contentOf(tables: TaxTables): ParameterContent {
  return {
    parameters: parameterNames.map((id) => {
      const rows: readonly Dated<ParameterValues[ParameterName]>[] = tables[id];
      return {
        id,
        name: PARAMETER_WORDS[id],
        rows: rows.map(({ from, to, value, reference }) => ({
          ...{ from, to: to ?? null, reference },
          value: studioValue(id, value),
        })),
      };
    }),
  };
}

/** A rate in millionths as text: what `parameterSchemas` reads. */
const millionths = (decimal: Json): string => (parseRate(String(decimal)) ?? failed(decimal)).toString();

function failed(decimal: Json): RateMillionths {
  throw new Error(`${JSON.stringify(decimal)} is no rate`);
}

/** A value of Studio as the tables write it: whole numbers as text. */
function storedForm(value: StudioValue): unknown {
  const { type, ...rest } = value;
  switch (type) {
    case 'amount':
      return String(rest['amountFen']);
    case 'rate':
      return millionths(rest['rate'] ?? null);
    case 'option':
      return rest['option'];
    case 'rates':
      return listOf(rest['rates']).map(millionths);
    case 'brackets':
      return listOf(rest['brackets']).map((one) => {
        // A bracket as the kind has read it.
        const { upToFen, rate, quickFen } = one as { upToFen: number | null; rate: string; quickFen: number };
        return {
          upToFen: upToFen === null ? null : String(upToFen),
          rate: millionths(rate),
          quickFen: String(quickFen),
        };
      });
    case 'relief':
      return { capFen: String(rest['capFen']), share: millionths(rest['share'] ?? null) };
    case 'allowance':
      return { flatUpToFen: String(rest['flatUpToFen']), flatFen: String(rest['flatFen']) };
    default:
      return { salesFen: String(rest['salesFen']), edge: rest['edge'] };
  }
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/**
 * The tables of the engine from a content of Studio.
 * @param approvedBy what the rows say of who approved them
 * @throws Error where a parameter is missing or does not read as itself: nothing must be computed with half of the law
 */
export function tablesOf({ parameters }: ParameterContent, approvedBy: string): TaxTables {
  const entries = parameterNames.map((name) => {
    const parameter = parameters.find(({ id }) => id === name);
    if (parameter === undefined) throw new Error(`tax parameters: ${name} is missing`);
    return [name, parameter.rows.map((row) => datedRow(name, row, approvedBy))];
  });
  // Each entry was read by the schema of its own name, which is what the mapped type says.
  return Object.fromEntries(entries) as unknown as TaxTables;
}

function datedRow(name: ParameterName, { from, to, value, reference }: StudioRow, approvedBy: string): Dated<unknown> {
  const read = value.type === valueTypes[name] ? parameterSchemas[name].safeParse(storedForm(value)) : undefined;
  if (read?.success !== true) throw new Error(`tax parameters: ${name} from ${from} cannot be read`);
  return { value: read.data, from, ...(to === null ? {} : { to }), reference, approvedBy };
}
