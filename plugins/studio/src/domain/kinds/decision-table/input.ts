import { z } from 'zod';
import type { Json } from '../../kind';
import { dayValue, type DecisionTable, type TableColumn } from './shape';

export type TableInput = Readonly<Record<string, Json | undefined>>;

/**
 * What a table is asked (输入): its input columns by field. Facts that the table does not look at are left out and not refused, so that a
 * version with a column less still decides what code sends, and can be replayed on what was decided before.
 */
export function tableInput(table: DecisionTable): z.ZodType<TableInput> {
  const inputs = table.columns.filter(({ role }) => role === 'input');
  return z.object(Object.fromEntries(inputs.map((column) => [column.field, fieldOf(column)])));
}

function fieldOf(column: TableColumn): z.ZodType<Json | undefined> {
  const value = valueOf(column).meta({
    title: column.label.zh,
    description: `${column.label.zh} · ${column.label.en}`,
  });
  return column.required === true ? value : value.nullish();
}

function valueOf(column: TableColumn): z.ZodType<Json> {
  switch (column.type) {
    case 'number':
      return z.number().min(-1e15).max(1e15);
    case 'money':
      return z.int();
    case 'boolean':
      return z.boolean();
    case 'day':
      return dayValue;
    case 'choice':
      return z.enum((column.choices ?? []).map(({ value }) => value));
    default:
      return z.string().max(2_000);
  }
}
