import { listWords } from '@linggong/risk/api';
import type { ListSubjectKind } from '@linggong/risk/domain';
import { Box, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EffectSheet } from '../parts/effect-sheet';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import { SubjectFields } from './add-entry';
import type { EntryRecord } from './entry';

/** Whether somebody is listed, by the full value: it is sent in a body and stands nowhere afterwards. */
export function LookUp({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const [typed, setTyped] = useState<{ subjectKind: ListSubjectKind; value: string }>({
    subjectKind: 'identity',
    value: '',
  });
  return (
    <EffectSheet<{ items: EntryRecord[] }>
      open={open}
      onClose={() => {
        setTyped({ subjectKind: 'identity', value: '' });
        onClose();
      }}
      title={translate('riskLists.look-up.title')}
      lead={translate('riskLists.lookUpLead')}
      ready={typed.value.trim() !== ''}
      confirm={translate('riskLists.look-up.title')}
      run={async () => {
        const body = { ...typed, value: typed.value.trim() };
        // The route answers with the schema `listLookupAnswer`.
        const { json } = await call('/api/v1/risk-list-entries/lookups', { method: 'POST', body });
        return json as { items: EntryRecord[] };
      }}
      done={({ items }) => <Found items={items} />}
    >
      <SubjectFields
        typed={typed}
        change={(part) => {
          setTyped({ ...typed, ...part });
        }}
      />
    </EffectSheet>
  );
}

function Found({ items }: { items: readonly EntryRecord[] }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (items.length === 0) return <Typography>{translate('riskLists.notListed')}</Typography>;
  return (
    <>
      {items.map(({ id, number, kind, reason, state }) => (
        <Box key={id} sx={{ display: 'grid', gap: 0.5, mb: 2 }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Link to={`/risk-list-entries/${id.toString()}/show`}>{number}</Link>
            {text(listWords.kind[kind])}
            <StateChip kind="riskListEntry" state={state} />
          </Box>
          <Typography>{reason}</Typography>
        </Box>
      ))}
    </>
  );
}
