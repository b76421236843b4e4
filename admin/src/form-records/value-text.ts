import { provinces } from '@linggong/core/domain';
import type { FormColumn, FormField, Json } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';
import type { RegionNames } from '../configurations/form/fill/regions';
import { readRegions } from '../configurations/form/fill/regions';
import { moneyText } from '../parts/money-text';
import type { Text2 } from '../parts/text2';
import { signs } from '../parts/signs';

type Say = (text: Text2) => string;

/** Names of regions; undefined until they are there. */
export function useRegionNames(wanted: boolean): RegionNames | undefined {
  return useQuery({
    queryKey: ['regions'],
    queryFn: async () => readRegions((await import('../configurations/form/fill/regions.txt?raw')).default),
    staleTime: Infinity,
    enabled: wanted,
  }).data;
}

/** A value of a record as people read it; a table is told row by row, files by their count. */
export function valueText(
  field: FormField | FormColumn,
  value: Json | undefined,
  say: Say,
  names?: RegionNames,
): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? moneyText(value) : '';
    case 'number':
      return field.unit === undefined ? plain(value) : `${plain(value)} ${say(field.unit)}`;
    case 'choice':
      return choiceText(field.choices, value, say);
    case 'choices':
      return Array.isArray(value)
        ? value.map((one: Json) => choiceText(field.choices, one, say)).join(say(signs.semicolon))
        : '';
    case 'region':
      return typeof value === 'string' ? regionText(value, say, names) : '';
    case 'table':
      return Array.isArray(value)
        ? value.map((row: Json) => rowText(field.columns, row, say)).join(say(signs.semicolon))
        : '';
    case 'file':
      return Array.isArray(value) ? say(filesText(value.length)) : '';
    default:
      return plain(value);
  }
}

const plain = (value: Json): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const filesText = (count: number): Text2 => ({
  zh: `${count.toString()} 份附件`,
  en: count === 1 ? '1 file' : `${count.toString()} files`,
});

function rowText(columns: readonly FormColumn[], row: Json, say: Say): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return '';
  return columns
    .map((column) => valueText(column, (row as Readonly<Record<string, Json>>)[column.id], say))
    .filter((text) => text !== '')
    .join(' ');
}

function choiceText(choices: readonly { value: string; label: Text2 }[], value: Json, say: Say): string {
  const known = choices.find((choice) => choice.value === value);
  return known === undefined ? plain(value) : say(known.label);
}

/** Province, city and county by name; a municipality has no city of its own name. */
export function regionText(code: string, say: Say, names: RegionNames = new Map()): string {
  // The table is by the two digits of provinces; another code has no name.
  const province = (provinces as Readonly<Record<string, Text2 | undefined>>)[code.slice(0, 2)];
  const city = code.slice(2, 4) === '00' ? undefined : names.get(`${code.slice(0, 4)}00`);
  const county = code.endsWith('00') ? undefined : names.get(code);
  const parts = [province === undefined ? undefined : say(province), city, county].filter((part) => part !== undefined);
  return parts.length === 0 ? code : [...new Set(parts)].join(' ');
}
