import type { ReactNode } from 'react';
import { Masked } from '../parts/masked';
import { Money } from '../parts/money';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { amountOf, plainText, textOf } from './cell-text';
import type { Column, Row } from './column';

/** One cell, by the kind of its column. What is not there shows as a dash. */
export function Cell<R extends Row>({ column, row }: { column: Column<R>; row: R }): ReactNode {
  if (column.render) return column.render(row);
  const value: unknown = row[column.source];
  if (column.state) return <StateChip kind={column.state} state={textOf(value)} />;
  switch (column.kind) {
    case 'money':
      return <Money fen={amountOf(value)} />;
    case 'masked':
      return <Masked text={textOf(value)} />;
    case 'instant':
      return <Instant at={textOf(value)} />;
    case 'count':
    case 'percent':
    case 'day':
    case 'number':
    case 'text':
    case 'act':
    case undefined:
      return plainText(column, value);
  }
}
