import { useState } from 'react';
import { useDataProvider, useListContext, useNotify, useTranslate, type RaRecord } from 'react-admin';
import { dayOf } from '../parts/time-text';
import type { ConsoleDataProvider } from '../provider';
import { cellText } from './cell-text';
import type { Column, Row } from './column';
import { useMay } from '../session/use-me';
import { downloadRows } from './csv';
import { learnNumbers, type RowNumbers } from './row-numbers';

const pageSize = 200;
/** A screen's export; whole books leave by reports of the server. */
const rowsMax = 20_000;

/** Writes the filtered set, as it is masked on the screen, to a CSV file; tells how far it is while it reads. */
export function useExport<R extends RaRecord & Row>(
  columns: readonly Column<R>[],
): { run: () => void; done: number | undefined } {
  const provider = useDataProvider<ConsoleDataProvider>();
  const translate = useTranslate();
  const notify = useNotify();
  const may = useMay();
  const { resource, filterValues, filter, sort } = useListContext<R>();
  const [done, setDone] = useState<number | undefined>(undefined);
  const read = async (): Promise<void> => {
    const rows: string[][] = [
      columns.map(({ source, heading }) => heading ?? translate(`resources.${resource}.fields.${source}`)),
    ];
    const numbers: RowNumbers = new Map();
    const rowsOf = async (list: string, ids: readonly number[]): Promise<readonly RaRecord[]> =>
      may(list, 'list')
        ? // A list that is not narrowed by row numbers refuses: its rows are told as the column writes them.
          await provider.getMany<RaRecord>(list, { ids: [...ids] }).then(
            ({ data }) => data,
            () => [],
          )
        : [];
    for (let page = 1; rows.length <= rowsMax; page += 1) {
      const answer = await provider.getList<R>(resource, {
        pagination: { page, perPage: pageSize },
        sort,
        filter: { ...filterValues, ...filter },
        // Rows that leave in a file are read at an address of their own, where the server writes down that they do.
        meta: { isExport: true },
      });
      await learnNumbers(numbers, columns, answer.data, rowsOf);
      for (const row of answer.data) rows.push(columns.map((column) => cellText(column, row, translate, numbers)));
      setDone(rows.length - 1);
      if (answer.data.length < pageSize) break;
    }
    downloadRows(`${translate(`resources.${resource}.name`, { smart_count: 2 })}-${dayOf(new Date())}.csv`, rows);
  };
  return {
    done,
    run: () => {
      setDone(0);
      read()
        .catch((error: unknown) => {
          notify(error instanceof Error ? error.message : 'problem.server', { type: 'error' });
        })
        .finally(() => {
          setDone(undefined);
        });
    },
  };
}
