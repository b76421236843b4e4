import type { BatchDetail, SettlementLine } from '@linggong/settlement/api';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { size } from '../theme';
import { batchApi } from './batch-api';
import { useBlockerWords } from './blocker-words';
import { isChecked, outcomeOf, reasonOf, type Edited } from './edit-outcome';

interface EditNoticeProps {
  batch: BatchDetail;
  edited: Edited;
  /** To where the line stands now. */
  onLook: (line: SettlementLine) => void;
  onClose: () => void;
}

/**
 * What became of the line that was just corrected. It may leave the group that is on the screen, so it is told by its row; the
 * notice stays in sight while one scrolls, until it is closed or the next line is corrected.
 */
export function EditNotice({ batch, edited, onLook, onClose }: EditNoticeProps): ReactNode {
  const translate = useTranslate();
  const checked = isChecked(edited, batch);
  const { data: line } = useQuery({
    queryKey: ['line', edited.lineId, 'after', batch.quoteVersion],
    queryFn: ({ signal }) => batchApi.line(edited.lineId, signal),
    enabled: checked,
  });
  const told = useOutcomeWords(edited, checked ? line : undefined);
  const good = checked && line?.state === 'ready';
  const bad = checked && line !== undefined && !good;
  return (
    <Box
      role="status"
      sx={{
        position: 'sticky',
        top: size.topBar + 6,
        zIndex: 3,
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 1,
        mb: 1.5,
        p: '6px 6px 6px 14px',
        borderRadius: '8px',
        border: '1px solid',
        borderLeftWidth: 3,
        borderColor: bad ? 'tokens.waitBar' : good ? 'tokens.good' : 'tokens.accentLine',
        bgcolor: 'tokens.card',
        boxShadow: '0 2px 8px rgba(0, 0, 0, .12)',
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {told.title}
        </Box>
        {told.why !== '' && (
          <Box component="span" sx={{ color: 'tokens.ink2' }}>
            {' '}
            {told.why}
          </Box>
        )}
      </Box>
      {checked && line !== undefined && (
        <Button
          size="small"
          color="primary"
          onClick={() => {
            onLook(line);
          }}
        >
          {translate(line.state === 'blocked' ? 'batch.edited.lookGroup' : 'batch.edited.lookTab', {
            tab: translate(`batch.tabs.${line.state === 'read' ? 'all' : line.state}`),
          })}
        </Button>
      )}
      <IconButton size="small" aria-label={translate('ra.action.close')} onClick={onClose}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

/** The row, what it is now, and the reason where it still cannot be paid. */
function useOutcomeWords(edited: Edited, line: SettlementLine | undefined): { title: string; why: string } {
  const translate = useTranslate();
  const text = useText2();
  const words = useBlockerWords();
  const row = countText(edited.rowNo);
  if (line === undefined) return { title: translate('batch.edited.checking', { row }), why: '' };
  const reason = reasonOf(edited, line);
  const title = translate(`batch.edited.${outcomeOf(edited, line)}`, {
    row,
    reason: reason === undefined ? '' : text(reason.title),
  });
  return { title, why: line.state === 'ready' || reason === undefined ? '' : words(reason) };
}
