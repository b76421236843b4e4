import { Button } from '@mui/material';
import { Suspense, useState, type ReactNode } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import { lazyPage } from '../lazy-page';
import type { Column, Row } from './column';

// Written for whoever exports: lists stand on the first page, and what makes their files does not.
const ExportSheet = lazyPage(() => import('./export-sheet'));

interface ExportButtonProps<R extends Row> {
  columns: readonly Column<R>[];
  heading: (column: Column<R>) => string;
}

/** The export of a list; the sheet behind it says of how much, and in which form. */
export function ExportButton<R extends RaRecord & Row>({ columns, heading }: ExportButtonProps<R>): ReactNode {
  const translate = useTranslate();
  const { total } = useListContext<R>();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        disabled={total === undefined || total === 0}
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
        sx={{ height: 32 }}
      >
        {translate('ra.action.export')}
      </Button>
      {asked && (
        <Suspense fallback={null}>
          <ExportSheet
            // The sheet goes on with the list that it stands on, whose rows it does not look into by itself.
            columns={columns as unknown as readonly Column<RaRecord & Row>[]}
            heading={heading as unknown as (column: Column<RaRecord & Row>) => string}
            open={open}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
