import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { LineChange } from './line-changes';

/** A long text before and after, by paragraphs: what went, what came, and where between them nothing changed. */
export function ParagraphChanges({ changes }: { changes: readonly LineChange[] }): ReactNode {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ display: 'grid', gap: 0.5 }}>
      {folded(changes).map((one, index) => {
        if (typeof one === 'number') {
          return (
            <Box key={index} component="span" sx={{ fontSize: 12, color: 'tokens.ink3' }}>
              {translate('kindEditor.kept', { count: one })}
            </Box>
          );
        }
        const isNew = one.change === 'added';
        return (
          <Box
            key={index}
            component={isNew ? 'ins' : 'del'}
            sx={{
              textDecoration: isNew ? 'none' : 'line-through',
              color: isNew ? 'tokens.ink' : 'tokens.ink3',
              borderLeft: '2px solid',
              borderColor: isNew ? 'tokens.good' : 'tokens.bad',
              pl: 1,
            }}
          >
            {one.text === '' ? ' ' : one.text}
          </Box>
        );
      })}
    </Box>
  );
}

/** Paragraphs that stayed are counted, not shown. */
function folded(changes: readonly LineChange[]): (LineChange | number)[] {
  const shown: (LineChange | number)[] = [];
  for (const one of changes) {
    const last = shown.at(-1);
    if (one.change !== 'kept') shown.push(one);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}
