import type { ReactNode } from 'react';
import { Masked } from '../parts/masked';
import { Money } from '../parts/money';
import { countText, moneyText, nothing, percentText, type FenLike } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { dayText, instantText } from '../parts/time-text';
import type { Column, Row } from './column';

const text = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : nothing;
const numeric = (value: unknown): FenLike =>
  typeof value === 'number' || typeof value === 'bigint' ? value : undefined;
const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** One cell, by the kind of its column. What is not there shows as a dash. */
export function Cell<R extends Row>({ column, row }: { column: Column<R>; row: R }): ReactNode {
  if (column.render) return column.render(row);
  const value: unknown = row[column.source];
  if (column.state) return <StateChip kind={column.state} state={textOrNone(value)} />;
  switch (column.kind) {
    case 'money':
      return <Money fen={numeric(value)} />;
    case 'masked':
      return <Masked text={textOrNone(value)} />;
    case 'instant':
      return <Instant at={textOrNone(value)} />;
    case 'count':
    case 'percent':
    case 'day':
    case 'number':
    case 'text':
    case 'act':
    case undefined:
      return plain(column, value);
  }
}

function plain<R extends Row>(column: Column<R>, value: unknown): string {
  if (column.kind === 'count') return countText(typeof value === 'number' ? value : undefined);
  if (column.kind === 'percent')
    return percentText(typeof value === 'number' || typeof value === 'string' ? value : undefined);
  if (column.kind === 'day') return dayText(textOrNone(value));
  return text(value);
}

/** The same cell as text for the export: amounts without separators, so that a spreadsheet counts with them. */
export function cellText<R extends Row>(column: Column<R>, row: R, translate: (key: string) => string): string {
  if (column.text) return column.text(row);
  const value: unknown = row[column.source];
  if (value === null || value === undefined) return '';
  if (column.state) return translate(`state.${column.state}.${text(value)}`);
  if (column.kind === 'money') return moneyText(numeric(value)).replace(/,/g, '').replace('\u2212', '-');
  if (column.kind === 'instant') return instantText(textOrNone(value), true);
  if (column.kind === 'count') return text(value);
  return plain(column, value);
}
