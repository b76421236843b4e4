import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { receiptFiles } from './receipt-files';
import { TakePaper, useTaking } from './take-paper';

/** The receipts of a batch as PDF: one file, or a menu of files where there are more payments than one holds. */
export function BatchReceipts({ batchId, payments }: { batchId: number; payments: number }): ReactNode {
  const translate = useTranslate();
  const files = receiptFiles(payments);
  const path = (part: number): string =>
    `/api/v1/settlement-batches/${batchId.toString()}/receipts?part=${part.toString()}`;
  const label = translate('batch.done.receiptFiles', { count: countText(payments), smart_count: payments });
  if (files.length === 0) return null;
  if (files.length === 1) return <TakePaper path={path(1)} label={label} />;
  return <FileMenu files={files} path={path} label={label} />;
}

interface FileMenuProps {
  files: ReturnType<typeof receiptFiles>;
  path: (part: number) => string;
  label: string;
}

function FileMenu({ files, path, label }: FileMenuProps): ReactNode {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { busy, error, take } = useTaking();
  const close = (): void => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        loading={busy}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {label}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {files.map(({ part, first, last }) => (
          <MenuItem
            key={part}
            onClick={() => {
              close();
              take(path(part));
            }}
          >
            {translate('batch.done.receiptFile', { first: countText(first), last: countText(last) })}
          </MenuItem>
        ))}
      </Menu>
      {error !== undefined && (
        <Box sx={{ width: '100%' }}>
          <Trouble error={error} />
        </Box>
      )}
    </>
  );
}
