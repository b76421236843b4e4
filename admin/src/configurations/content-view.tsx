import type { Json, KindName } from '@linggong/studio/domain';
import { Box, Skeleton } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { changesBetween, useKind } from './kind-code';

/** A content to be read, in the words of its kind: each thing that it holds, and what is said of it. */
export function ContentView({ kind, content }: { kind: KindName; content: Json }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const code = useKind(kind);
  const lines = useMemo(
    () => (code === undefined ? undefined : changesBetween(code, undefined, content)),
    [code, content],
  );
  if (lines === undefined) return <Skeleton variant="rounded" height={120} />;
  if (lines.length === 0)
    return <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('configuration.content.empty')}</Box>;
  return (
    <Box component="dl" sx={{ m: 0, fontSize: 13 }}>
      {lines.map(({ where, after }, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', md: 'minmax(140px, 2fr) minmax(0, 5fr)' },
            columnGap: 2,
            py: '6px',
            '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' },
            overflowWrap: 'anywhere',
          }}
        >
          <Box component="dt" sx={{ color: 'tokens.ink2' }}>
            {text(where)}
          </Box>
          <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line' }}>
            {after === undefined ? '' : text(after)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
