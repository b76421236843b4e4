import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../../parts/actor';
import { useMay } from '../../session/use-me';
import type { Column } from '../../table/column';
import type { Filter } from '../../table/filter';
import { RecordList } from '../../table/record-list';
import { ImportFile } from './import-file';
import { grouped, type ImportRow } from './import-record';

const filters: readonly Filter[] = [{ source: 'fileName', kind: 'text' }];

/** Files of configurations from other installations (配置引入): whose they are, and what was taken of them. */
export default function ImportList(): ReactNode {
  const translate = useTranslate();
  const upload = useMay()('configuration-imports', 'upload');
  const actor = useActorText();
  const [open, setOpen] = useState(false);
  const keyWord = translate('configuration.transfer.fingerprint');
  const columns: readonly Column<ImportRow>[] = [
    { source: 'fileName', kind: 'text', phone: 'title' },
    {
      source: 'keyName',
      render: ({ keyName, fingerprint }) => keyName ?? `${keyWord} ${grouped(fingerprint).slice(0, 9)} …`,
      text: ({ keyName, fingerprint }) => keyName ?? `${keyWord} ${grouped(fingerprint)}`,
      phone: 'note',
    },
    { source: 'itemCount', kind: 'count', phone: 'end' },
    { source: 'takenCount', kind: 'count' },
    { source: 'exportedAt', kind: 'instant', sortable: true },
    { source: 'createdBy', render: ({ createdBy }) => actor(createdBy), text: ({ createdBy }) => actor(createdBy) },
    { source: 'createdAt', kind: 'instant', sortable: true },
  ];
  const button = upload ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('configuration.transfer.upload')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<ImportRow>
        resource="configuration-imports"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        actions={button}
        firstStep={button}
      />
      <ImportFile
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
