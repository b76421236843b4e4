import type { BatchDetail, SettlementLine } from '@linggong/settlement/api';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { moneyText, type FenLike } from '../parts/money-text';
import { useText2, type Text2 } from '../parts/text2';
import { downloadRows } from '../table/csv';
import { batchApi } from './batch-api';
import { signs } from '../parts/signs';

const headings = [
  'rowNo',
  'nameMasked',
  'identityMasked',
  'cardMasked',
  'taskNumber',
  'amountFen',
  'feeFen',
  'vatFen',
  'surchargeFen',
  'incomeTaxFen',
  'netFen',
  'state',
  'blockers',
  'remark',
] as const;

const bare = (fen: FenLike): string =>
  fen === null || fen === undefined ? '' : moneyText(fen).replace(/,/g, '').replace('\u2212', '-');

function rowOf(line: SettlementLine, word: (key: string) => string, text: (both: Text2) => string): string[] {
  const amounts = [line.amountFen, line.feeFen, line.vatFen, line.surchargeFen, line.incomeTaxFen, line.netFen].map(
    bare,
  );
  return [
    line.rowNo.toString(),
    line.nameMasked ?? '',
    line.identityMasked ?? '',
    line.cardMasked ?? '',
    line.taskNumber ?? '',
    ...amounts,
    word(`state.line.${line.state}`),
    line.blockers.map(({ explain }) => text(explain)).join(text(signs.semicolon)),
    line.remark ?? '',
  ];
}

/** Every line of the batch with its figures and every reason that blocks it, as CSV, masked as on the screen. */
export function useLinesExport(batch: BatchDetail): { run: () => void; done: number | undefined } {
  const translate = useTranslate();
  const text = useText2();
  const notify = useNotify();
  const [done, setDone] = useState<number | undefined>(undefined);
  const read = async (): Promise<void> => {
    const rows: string[][] = [headings.map((name) => translate(`batch.line.${name}`))];
    for (let cursor: string | undefined; ;) {
      const page = await batchApi.lines(batch.id.toString(), {}, cursor);
      for (const line of page.items) rows.push(rowOf(line, translate, text));
      setDone(rows.length - 1);
      if (page.nextCursor == null || page.items.length === 0) break;
      cursor = page.nextCursor;
    }
    downloadRows(`${batch.number}.csv`, rows);
  };
  return {
    done,
    run: () => {
      setDone(0);
      read()
        .catch(() => {
          notify('problem.server', { type: 'error' });
        })
        .finally(() => {
          setDone(undefined);
        });
    },
  };
}
