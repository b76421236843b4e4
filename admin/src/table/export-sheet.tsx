import { exportFormats, type ExportFormat } from '@linggong/core/domain';
import type { ListExportWish } from '@linggong/access/api';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import { call } from '../provider';
import type { Column, Row } from './column';
import { exportedColumns, wishedColumns } from './export-columns';
import { exportOfferOf } from './export-offer';
import { OwnExports } from './own-exports';
import { totalText } from './total-text';
import { useExport } from './use-export';

/** Rows of which a file is made here, while somebody waits; as the server offers them. */
const rowsAtOnce = 5_000;

interface ExportSheetProps<R extends Row> {
  columns: readonly Column<R>[];
  heading: (column: Column<R>) => string;
  open: boolean;
  onClose: () => void;
}

/**
 * The file of a list (列表导出): how many rows and columns, as CSV or as a workbook. A short list is handed over at once; a long one is made in the
 * background with the same eyes, and is here again whenever this sheet is opened.
 */
export default function ExportSheet<R extends RaRecord & Row>(props: ExportSheetProps<R>): ReactNode {
  const { columns, heading, open, onClose } = props;
  const translate = useTranslate();
  const { resource, total = 0, meta } = useListContext<R>();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { run, done } = useExport(columns, heading);
  const ask = useAsking(columns, heading);
  const long = total > rowsAtOnce;
  return (
    <EffectSheet<'here' | 'later'>
      open={open}
      onClose={onClose}
      title={translate('exports.title', { name: translate(`resources.${resource}.name`, { smart_count: 2 }) })}
      lead={translate(long ? 'exports.leadLong' : 'exports.lead')}
      effects={[
        { label: translate('exports.rows'), value: totalText(total, meta), strong: true },
        { label: translate('exports.columns'), value: countText(exportedColumns(columns).length) },
      ]}
      notes={[translate('exports.recorded')]}
      confirm={translate('ra.action.export')}
      run={async ({ key }) => {
        if (!long) return run(format).then(() => 'here' as const);
        await ask(format, key);
        return 'later' as const;
      }}
      done={(how) =>
        how === 'here' ? <Typography>{translate('exports.handedOver')}</Typography> : <OwnExports listName={resource} />
      }
    >
      <TextField
        select
        label={translate('exports.format')}
        value={format}
        onChange={(event) => {
          setFormat(exportFormats.find((each) => each === event.target.value) ?? 'xlsx');
        }}
      >
        {exportFormats.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`exports.formats.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box role="status" sx={{ fontSize: 13, color: 'tokens.ink2' }}>
        {done !== undefined && translate('list.exporting', { count: countText(done) })}
      </Box>
      {total > 0 && <OwnExports listName={resource} titled />}
    </EffectSheet>
  );
}

/** Asks the server for the file of the whole filtered set, in the order and the columns of the screen. */
function useAsking<R extends RaRecord & Row>(columns: readonly Column<R>[], heading: (column: Column<R>) => string) {
  const translate = useTranslate();
  const { resource, filterValues, filter, sort, data = [] } = useListContext<R>();
  return async (format: ExportFormat, key: string): Promise<void> => {
    const offer = await exportOfferOf(resource);
    const body: ListExportWish = {
      listName: resource,
      format,
      title: translate(`resources.${resource}.name`, { smart_count: 2 }).slice(0, 60),
      sort: JSON.stringify([sort.field, sort.order]),
      filter: JSON.stringify({ ...filterValues, ...filter }),
      exportColumns: wishedColumns(columns, offer, data, { heading, translate: (word) => translate(word) }),
    };
    await call('/api/v1/list-exports', { method: 'POST', body, key });
  };
}
