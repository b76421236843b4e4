import type { BatchDetail, BlockerGroup } from '@linggong/settlement/api';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import type { GroupAct } from './group-sheet';

/** Only the lines of one reason: check these again, or leave them out of the batch. */
export function NarrowBar({
  batch,
  group,
  onAct,
  onClear,
}: {
  batch: BatchDetail;
  group: BlockerGroup;
  onAct: (act: GroupAct) => void;
  onClear: () => void;
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const can = (name: 'recheck' | 'exclude-lines'): boolean =>
    batch.nextActions.some(({ action, enabled }) => action === name && enabled);
  const count = countText(group.count);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        flexWrap: 'wrap',
        mb: 1,
        p: '6px 6px 6px 14px',
        borderRadius: '8px',
        bgcolor: 'tokens.accentBg',
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 200 }}>{translate('batch.narrow.only', { title: text(group.title), count })}</Box>
      {can('recheck') && (
        <Button
          size="small"
          color="primary"
          onClick={() => {
            onAct('recheck');
          }}
        >
          {translate('batch.narrow.recheck', { count })}
        </Button>
      )}
      {can('exclude-lines') && (
        <Button
          size="small"
          color="primary"
          onClick={() => {
            onAct('exclude');
          }}
        >
          {translate('batch.narrow.exclude', { count })}
        </Button>
      )}
      <IconButton size="small" aria-label={translate('batch.narrow.clear')} onClick={onClear}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
