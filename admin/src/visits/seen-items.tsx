import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { TakePhoto } from './take-photo';
import type { Visit, VisitItem } from './visit';

/** What was seen at a visit that ended, in the words of its own version of the checklist. */
export function SeenItems({ path, visit: { items } }: { path: string; visit: Visit }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: 13 }}>
      {items
        .filter(({ answer, files }) => answer !== null || files.length > 0)
        .map((item) => (
          <Seen key={item.id} path={path} item={item} />
        ))}
    </Box>
  );
}

function Seen({ path, item: { text: words, answer, note, files } }: { path: string; item: VisitItem }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: 180 }}>{text(words)}</Box>
        {answer !== null && (
          <Box
            sx={{
              flex: 'none',
              fontWeight: answer === 'no' ? 600 : 400,
              color: answer === 'no' ? 'tokens.bad' : 'tokens.ink2',
            }}
          >
            {translate(`visits.answer.${answer}`)}
          </Box>
        )}
      </Box>
      {note != null && <Box sx={{ color: 'tokens.ink2' }}>{note}</Box>}
      {files.map((file, index) => (
        <TakePhoto
          key={file.id}
          path={`${path}/files/${file.id.toString()}/download`}
          name={translate('visits.photoNo', { no: index + 1 })}
          sha256={file.sha256}
        />
      ))}
    </Box>
  );
}
