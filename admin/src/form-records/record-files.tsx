import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { EffectSheet } from '../parts/effect-sheet';
import { Instant } from '../parts/time';
import { askOrTakeFile } from '../provider';
import { useMay, useMe } from '../session/use-me';
import { saveBlob } from '../table/csv';
import type { RecordFile } from './record';
import { useWords } from './words';

interface RecordFilesProps {
  recordId: number;
  label: string;
  files: readonly RecordFile[];
}

/** Files of a field: kind, size and when they came; taken with a reason by staff, at once by whose they are. */
export function RecordFiles({ recordId, label, files }: RecordFilesProps): ReactNode {
  const word = useWords();
  const may = useMay()('form-records', 'download');
  const role = useMe()?.account.role;
  const [taking, setTaking] = useState<RecordFile | undefined>(undefined);
  const needsReason = role !== 'enterprise' && role !== 'worker';
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', mb: 0.5 }}>{label}</Box>
      {files.map((file, index) => (
        <Box
          key={file.id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, fontSize: 13 }}
        >
          <span>{`${word('file')} ${(index + 1).toString()}`}</span>
          <Box component="span" sx={{ color: 'tokens.ink3' }}>
            {kindText(file.contentType)} · {sizeText(file.bytes)} · <Instant at={file.sentAt} />
          </Box>
          {may && (
            <Button
              size="small"
              onClick={() => {
                setTaking(file);
              }}
            >
              {word('download')}
            </Button>
          )}
        </Box>
      ))}
      <EffectSheet<unknown>
        open={taking !== undefined}
        onClose={() => {
          setTaking(undefined);
        }}
        title={word('downloadTitle')}
        lead={word('downloadLead')}
        effects={
          taking === undefined
            ? []
            : [
                { label: word('kind'), value: kindText(taking.contentType) },
                { label: word('size'), value: sizeText(taking.bytes) },
                { label: word('hash'), value: <code>{taking.sha256.slice(0, 16)}…</code> },
              ]
        }
        reason={needsReason ? 'required' : 'none'}
        confirm={word('download')}
        run={async ({ reason }) => {
          const path = `/api/v1/form-records/${recordId.toString()}/files/${taking?.id ?? ''}/download`;
          const answer = await askOrTakeFile(path, reason === undefined ? {} : { reason });
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? 'file', answer.blob);
          return undefined;
        }}
      />
    </Box>
  );
}

const kindText = (contentType: string): string => contentType.slice(contentType.indexOf('/') + 1).toUpperCase();

function sizeText(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024).toString()} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
