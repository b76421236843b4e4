import { exportChunks, exportTypes, type ExportFormat, type ExportValue } from '@linggong/core/domain';
import { useState } from 'react';
import { useDataProvider, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { dayOf } from '../parts/time-text';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { browserDeflate } from './browser-deflate';
import type { Column, Row } from './column';
import { saveBlob } from './csv';
import { exportedColumns, exportedValue, headed } from './export-columns';
import { learnNumbers, type RowNumbers } from './row-numbers';

/** What the server gives in one answer at most. */
const pageSize = 500;

export interface ListExport {
  /** Makes the file here and hands it to the browser. @throws ProblemError, UnreachableError */
  run: (format: ExportFormat) => Promise<void>;
  /** Rows read so far, while it reads. */
  done: number | undefined;
}

/** Writes the filtered set, as it is masked on the screen, to a file; tells how far it is while it reads. */
export function useExport<R extends RaRecord & Row>(
  columns: readonly Column<R>[],
  heading: (column: Column<R>) => string,
): ListExport {
  const provider = useDataProvider<ConsoleDataProvider>();
  const translate = useTranslate();
  const may = useMay();
  const { resource, filterValues, filter, sort } = useListContext<R>();
  const [done, setDone] = useState<number | undefined>(undefined);
  const shown = exportedColumns(columns);
  const rowsOf = async (list: string, ids: readonly number[]): Promise<readonly RaRecord[]> =>
    may(list, 'list')
      ? // A list that is not narrowed by row numbers refuses: its rows are told as the column writes them.
        await provider.getMany<RaRecord>(list, { ids: [...ids] }).then(
          ({ data }) => data,
          () => [],
        )
      : [];
  const read = async function* (): AsyncGenerator<readonly ExportValue[]> {
    const numbers: RowNumbers = new Map();
    let count = 0;
    for (let page = 1; ; page += 1) {
      const answer = await provider.getList<R>(resource, {
        pagination: { page, perPage: pageSize },
        sort,
        filter: { ...filterValues, ...filter },
        // Rows that leave in a file are read at an address of their own, where the server writes down that they do.
        meta: { isExport: true },
      });
      await learnNumbers(numbers, shown, answer.data, rowsOf);
      for (const row of answer.data)
        yield shown.map((column) => exportedValue(column, row, (key) => translate(key), numbers));
      count += answer.data.length;
      setDone(count);
      if (answer.data.length < pageSize) break;
    }
  };
  const run = async (format: ExportFormat): Promise<void> => {
    setDone(0);
    try {
      const name = translate(`resources.${resource}.name`, { smart_count: 2 });
      const list = { name, columns: shown.map((column) => headed(column, heading(column))), rows: read() };
      const pieces: BlobPart[] = [];
      for await (const piece of exportChunks(format, list, browserDeflate)) pieces.push(new Uint8Array(piece));
      saveBlob(`${name}-${dayOf(new Date())}.${format}`, new Blob(pieces, { type: exportTypes[format] }));
    } finally {
      setDone(undefined);
    }
  };
  return { run, done };
}
