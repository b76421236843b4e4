import type { FormValues } from '@linggong/studio/domain';
import { Alert, Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Instant } from '../../parts/time';
import { useWords } from '../../form-records/words';
import type { ServerDraft } from './use-server-draft';

interface DraftNoteProps {
  draft: ServerDraft;
  versionId: number;
  onUse: (values: FormValues) => void;
}

/** Tells of a draft that was found, and that what is typed is kept. */
export function DraftNote({ draft, versionId, onUse }: DraftNoteProps): ReactNode {
  const word = useWords();
  const { found, isKept, close } = draft;
  if (found === undefined) {
    return (
      <Box role="status" sx={{ minHeight: 18, fontSize: 12, color: 'tokens.ink3', textAlign: 'right' }}>
        {isKept && word('draftKept')}
      </Box>
    );
  }
  return (
    <Alert
      severity="info"
      sx={{ mb: 2, flexWrap: 'wrap' }}
      action={
        <>
          <Button
            size="small"
            onClick={() => {
              onUse(found.values);
              close(false);
            }}
          >
            {word('draftUse')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              close(true);
            }}
          >
            {word('draftDrop')}
          </Button>
        </>
      }
    >
      {word('draftFound')} <Instant at={found.savedAt} />
      {found.formVersionId !== versionId && <Box>{word('oldVersion')}</Box>}
    </Alert>
  );
}
