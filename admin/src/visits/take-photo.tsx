import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { askOrTakeFile } from '../provider';
import { useMay } from '../session/use-me';
import { saveBlob } from '../table/csv';

interface TakePhotoProps {
  path: string;
  name: string;
  sha256: string;
}

/** A photograph of a place may show people: a second person is asked for it, and it is taken once. */
export function TakePhoto({ path, name, sha256 }: TakePhotoProps): ReactNode {
  const translate = useTranslate();
  const takes = useMay()('enterprises', 'take-visit-file');
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', color: 'tokens.ink3', fontSize: 12 }}>
      {name} · SHA-256 {sha256.slice(0, 16)}…
      {takes && (
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('visits.take')}
        </Button>
      )}
      <EffectSheet<unknown>
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={translate('visits.take')}
        lead={translate('visits.takeLead')}
        reason="required"
        confirm={translate('visits.take')}
        run={async ({ reason }) => {
          const answer = await askOrTakeFile(path, { reason });
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? name, answer.blob);
          return undefined;
        }}
      />
    </Box>
  );
}
