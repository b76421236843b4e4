import type { BatchAccepted, BatchDetail, BlockerGroup } from '@linggong/settlement/api';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { batchApi } from './batch-api';
import { groupSum } from './group-note';

type Act = 'recheck' | 'exclude';

/** Only the lines of one reason: check these again, or leave them out of the batch. */
export function NarrowBar({
  batch,
  group,
  first,
  onClear,
  refresh,
}: {
  batch: BatchDetail;
  group: BlockerGroup;
  /** The sheet that is open at once. */
  first: Act | undefined;
  onClear: () => void;
  refresh: () => void;
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [act, setAct] = useState<Act | undefined>(first);
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
            setAct('recheck');
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
            setAct('exclude');
          }}
        >
          {translate('batch.narrow.exclude', { count })}
        </Button>
      )}
      <IconButton size="small" aria-label={translate('batch.narrow.clear')} onClick={onClear}>
        <CloseIcon fontSize="small" />
      </IconButton>
      <GroupSheet
        batch={batch}
        group={group}
        act={act}
        refresh={refresh}
        onClose={() => {
          setAct(undefined);
          refresh();
        }}
      />
    </Box>
  );
}

function GroupSheet({
  batch,
  group,
  act,
  refresh,
  onClose,
}: {
  batch: BatchDetail;
  group: BlockerGroup;
  act: Act | undefined;
  refresh: () => void;
  onClose: () => void;
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const name = act ?? 'recheck';
  const id = batch.id.toString();
  return (
    <EffectSheet<BatchAccepted>
      open={act !== undefined}
      onClose={onClose}
      title={translate(`batch.narrow.${name}Title`)}
      lead={translate(`batch.narrow.${name}Lead`, { title: text(group.title) })}
      effects={[
        { label: translate('batch.narrow.lines'), value: countText(group.count), strong: true },
        { label: translate('batch.narrow.amount'), value: <Money fen={groupSum(group)} total /> },
      ]}
      reason={name === 'exclude' ? 'required' : 'none'}
      confirm={translate(`batch.narrow.${name}`, { count: countText(group.count) })}
      run={({ reason, key }) =>
        (name === 'exclude'
          ? batchApi.exclude(id, { blocker: group.code, reason: reason ?? '' }, key)
          : batchApi.recheck(id, { blocker: group.code }, key)
        ).finally(refresh)
      }
      done={(result) => (result.job === null ? undefined : <JobProgress id={result.job.id} />)}
    />
  );
}
