import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { takeFile } from '../provider';
import { saveBlob } from '../table/csv';
import type { MaterialFile } from './material';

/** Files of a material, each with its digest; taking one is told in the log. */
export function FileTable({ id, files }: { id: number; files: readonly MaterialFile[] }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const [error, setError] = useState<unknown>(undefined);
  const take = (file: MaterialFile): void => {
    setError(undefined);
    takeFile(`/api/v1/promotional-materials/${id.toString()}/files/${file.id.toString()}/download`, {}).then(
      ({ name, blob }) => {
        saveBlob(name ?? file.name, blob);
      },
      setError,
    );
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
      {error !== undefined && <Trouble error={error} />}
      {files.map((file) => (
        <Box key={file.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ flex: 1, minWidth: 180, overflowWrap: 'anywhere' }}>
            {file.name}
            <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
              <Instant at={file.addedAt} /> · {actor(file.addedBy)} · SHA-256 {file.sha256.slice(0, 16)}…
            </Box>
          </Box>
          <Button
            size="small"
            aria-label={translate('evidence.takeOf', { name: file.name })}
            onClick={() => {
              take(file);
            }}
          >
            {translate('evidence.take')}
          </Button>
        </Box>
      ))}
    </Box>
  );
}
