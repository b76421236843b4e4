import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import { Box, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { totalText } from './total-text';

const sizes = [25, 50, 100] as const;

/** Where in the list, how many a page, back and forth; on paper which part of how many rows the sheet shows. */
export function Pager({ inner = false }: { inner?: boolean }): ReactNode {
  const translate = useTranslate();
  const { page, perPage, total: counted, meta, setPage, hasNextPage } = useListContext();
  const total = counted ?? 0;
  const last = Math.max(1, Math.ceil(total / perPage));
  const from = total === 0 ? 0 : (page - 1) * perPage + 1;
  return (
    <Box
      component="nav"
      data-print=""
      aria-label={translate('list.pages')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        mt: 1,
        fontSize: 13,
        color: 'tokens.ink2',
        flexWrap: 'wrap',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 160 }}>
        {/* What is not counted yet is not none. */}
        {counted !== undefined &&
          translate('list.range', {
            from: countText(from),
            to: countText(Math.min(page * perPage, total)),
            total: totalText(total, meta),
          })}
      </Box>
      {!inner && <PageSize />}
      <IconButton
        aria-label={translate('ra.navigation.previous')}
        disabled={page <= 1}
        onClick={() => {
          setPage(page - 1);
        }}
      >
        <ChevronLeftIcon fontSize="small" />
      </IconButton>
      <span data-screen="" style={{ visibility: counted === undefined ? 'hidden' : undefined }}>
        {translate('list.page', { page: countText(page), last: countText(last) })}
      </span>
      <IconButton
        aria-label={translate('ra.navigation.next')}
        disabled={counted === undefined ? hasNextPage !== true : page >= last}
        onClick={() => {
          setPage(page + 1);
        }}
      >
        <ChevronRightIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

/** How many a page. */
function PageSize(): ReactNode {
  const translate = useTranslate();
  const { perPage, setPerPage } = useListContext();
  return (
    <Box component="label" data-screen="" sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 0.5 }}>
      {translate('ra.navigation.page_rows_per_page')}
      <Box
        component="select"
        value={perPage}
        onChange={(event) => {
          setPerPage(Number(event.target.value));
        }}
        sx={{
          font: 'inherit',
          color: 'inherit',
          bgcolor: 'tokens.card',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: '4px',
          height: 28,
        }}
      >
        {sizes.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </Box>
    </Box>
  );
}
