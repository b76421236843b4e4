import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useEntryWords } from '../audit-entries/entry-words';
import { Card } from '../parts/card';
import { RecordField, useFinds } from '../parts/record-field';
import { storyAddress, storyPages } from './story';

/** Kinds of objects that the reader finds by name or number; who keeps no lists, as an auditor, tells all of them by their row numbers. */
function useKinds(): readonly string[] {
  const finds = useFinds();
  const all = Object.keys(storyPages);
  const found = all.filter((kind) => finds(storyPages[kind] ?? ''));
  return found.length === 0 ? all : found;
}

/** Whose story: a kind of object and its number. */
export function ChooseObject(): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const go = useNavigate();
  const kinds = useKinds();
  const [kind, setKind] = useState(kinds[0] ?? 'worker');
  const [id, setId] = useState('');
  const isNumber = /^[1-9]\d{0,9}$/.test(id.trim());
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (isNumber) void go(storyAddress({ kind, id: id.trim() }));
  };
  return (
    <Card sx={{ maxWidth: 720 }}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 2 }}>{translate('story.lead')}</Box>
      <Box component="form" onSubmit={open} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <TextField
          select
          label={translate('resources.audit-entries.fields.subjectKind')}
          value={kind}
          onChange={(event) => {
            setKind(event.target.value);
            setId('');
          }}
          sx={{ minWidth: 160 }}
        >
          {kinds.map((one) => (
            <MenuItem key={one} value={one}>
              {words.kind(one)}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ flex: '1 1 240px' }}>
          <RecordField
            resource={storyPages[kind] ?? ''}
            label={translate('resources.audit-entries.fields.subjectId')}
            value={id}
            onChange={setId}
          />
        </Box>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={!isNumber}
          sx={{ mt: '24px', alignSelf: 'start' }}
        >
          {translate('story.open')}
        </Button>
      </Box>
    </Card>
  );
}
