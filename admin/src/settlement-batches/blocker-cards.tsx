import type { BatchDetail, Blocker, BlockerCode, BlockerGroup } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { useBlockerWords } from './blocker-words';
import { groupNote, groupSum } from './group-note';
import { Remedy } from './remedy';
import { useSigns } from '../parts/signs';

const barOf = { error: 'tokens.bad', action: 'tokens.waitBar', hold: 'tokens.off' } as const;

/** Blocked lines by reason, the largest sum first, each with what clears it. Six at a time: the rest on demand. */
export function BlockerCards({
  batch,
  groups,
  onLook,
}: {
  batch: BatchDetail;
  groups: readonly BlockerGroup[];
  onLook: (code: BlockerCode, act?: 'edit' | 'exclude') => void;
}): ReactNode {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  const shown = all ? groups : groups.slice(0, 6);
  return (
    <Box component="ul" sx={{ m: 0, mb: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {shown.map((group) => (
        <GroupCard key={group.code} batch={batch} group={group} onLook={onLook} />
      ))}
      {groups.length > shown.length && (
        <Box component="li">
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {translate('batch.blockers.more', { smart_count: groups.length - shown.length })}
          </Button>
        </Box>
      )}
    </Box>
  );
}

const card = {
  bgcolor: 'tokens.card',
  border: '1px solid',
  borderColor: 'tokens.line',
  borderLeft: '3px solid',
  borderRadius: '8px',
  p: '12px 16px',
  display: 'flex',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  alignItems: 'center',
  columnGap: '18px',
  rowGap: 1,
} as const;

function GroupCard({
  batch,
  group,
  onLook,
}: {
  batch: BatchDetail;
  group: BlockerGroup;
  onLook: (code: BlockerCode, act?: 'edit' | 'exclude') => void;
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Box component="li" sx={{ ...card, borderLeftColor: barOf[group.severity] }}>
      <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: 0 } }}>
        <Box sx={{ fontWeight: 600 }}>{text(group.title)}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{useGroupNote(group)}</Box>
      </Box>
      <Box sx={{ textAlign: { sm: 'right' }, whiteSpace: 'nowrap' }}>
        <Box component="b" sx={{ fontSize: 15, fontWeight: 600 }}>
          {translate('batch.lines', { smart_count: group.count, count: countText(group.count) })}
        </Box>
        <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>
          <Money fen={groupSum(group)} total />
        </Box>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, ml: { xs: 'auto', sm: 0 } }}>
        <Remedy
          batch={batch}
          group={group}
          onAct={(act) => {
            onLook(group.code, act);
          }}
        />
        <Button
          size="small"
          color="primary"
          onClick={() => {
            onLook(group.code);
          }}
          aria-label={translate('batch.blockers.look', { title: text(group.title) })}
        >
          {translate('batch.look')}
        </Button>
      </Box>
    </Box>
  );
}

/** One sentence that is true of every line of the group: which rows to correct, the reason itself, or one row as an example. */
function useGroupNote(group: BlockerGroup): string {
  const translate = useTranslate();
  const signs = useSigns();
  // The server words a group by its first line.
  const words = useBlockerWords()(group);
  const rows = group.sample
    .slice(0, 3)
    .map(({ rowNo }) => countText(rowNo))
    .join(signs.listed);
  const row = countText(group.sample[0]?.rowNo);
  switch (groupNote(group)) {
    case 'correct':
      return translate(group.count > 3 ? 'batch.blockers.rowsMore' : 'batch.blockers.rows', {
        rows,
        count: countText(group.count),
      });
    case 'all':
      return words;
    case 'example':
      return translate(group.count === 1 ? 'batch.blockers.oneRow' : 'batch.blockers.example', { row, words });
  }
}

/** What holds the whole batch up, such as a deposit too small; it stands above the tabs. */
export function BatchBlockers({ batch, blockers }: { batch: BatchDetail; blockers: readonly Blocker[] }): ReactNode {
  const text = useText2();
  const words = useBlockerWords();
  if (blockers.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mb: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {blockers.map((blocker) => (
        <Box component="li" key={blocker.code} sx={{ ...card, borderLeftColor: barOf[blocker.severity] }}>
          <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: 0 } }}>
            <Box sx={{ fontWeight: 600 }}>{text(blocker.title)}</Box>
            <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{words(blocker)}</Box>
          </Box>
          <Remedy batch={batch} group={blocker} />
        </Box>
      ))}
    </Box>
  );
}
