import { fileFaults } from '@linggong/channels/api';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useText2, type Text2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { DownloadButton } from './download';
import { UploadBankFile } from './upload-bank-file';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/bank-files`. */
interface BankFileRow {
  id: number;
  name: string;
  channel: string;
  direction: string;
  kind: string;
  documentId: string | null;
  messageId: string | null;
  state: string;
  faultCode: string | null;
  lines: number;
  answers: number;
  way: string;
  at: string;
  downloads: number;
  /** Not a fact of the row: the place of its button. */
  take?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'bankFile' },
  { source: 'direction', kind: 'choice', choices: ['out', 'in'] },
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
];

/** Kinds that have no name of the standard. */
const kinds: Readonly<Record<string, string>> = { csv: 'csv', 'csv-answer': 'answer', unknown: 'unknown' };

const faults: Readonly<Record<string, Text2>> = fileFaults;

/** Files between us and banks: what was written, what came, and what became of it. */
export default function BankFileList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const refresh = useRefresh();
  const channel = useChannelWord();
  const upload = useMay()('bank-files', 'upload');
  const [open, setOpen] = useState(false);
  const direction = (row: BankFileRow): string => translate(`choice.direction.${row.direction}`);
  const way = (row: BankFileRow): string => translate(`choice.way.${row.way}`);
  const kind = (row: BankFileRow): string =>
    row.kind in kinds ? translate(`bank.kind.${kinds[row.kind] ?? ''}`) : row.kind;
  const fault = ({ faultCode }: BankFileRow): string => {
    const words = faultCode === null ? undefined : faults[faultCode];
    return words === undefined ? '—' : text(words);
  };
  const columns: readonly Column<BankFileRow>[] = [
    { source: 'name', kind: 'text', phone: 'title' },
    { source: 'channel', render: channel, text: channel, phone: 'note' },
    { source: 'direction', render: direction, text: direction },
    { source: 'kind', render: kind, text: kind },
    { source: 'state', state: 'bankFile', phone: 'chip' },
    { source: 'faultCode', kind: 'text', render: fault, text: fault, phone: 'note' },
    { source: 'answers', kind: 'count' },
    { source: 'lines', kind: 'count' },
    { source: 'documentId', hidden: true },
    { source: 'messageId', hidden: true },
    { source: 'way', render: way, text: way, hidden: true },
    { source: 'at', kind: 'instant', sortable: true, phone: 'end' },
    { source: 'downloads', kind: 'count', hidden: true },
    {
      source: 'take',
      render: ({ id, name }) => <DownloadButton id={id} name={name} onDone={refresh} />,
      kind: 'act',
      text: () => '',
    },
  ];
  const button = upload ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('bank.upload')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<BankFileRow>
        resource="bank-files"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        actions={button}
        firstStep={button}
        linkOf={() => undefined}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.bankFile.refused'), filter: { state: 'refused' } },
        ]}
      />
      <UploadBankFile
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
      />
    </>
  );
}
