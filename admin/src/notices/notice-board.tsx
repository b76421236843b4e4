import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { call } from '../provider';

/** What `GET /api/v1/notices` answers; its schema is in the plugin access. */
interface Notice {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly publishedAt: string;
}

/** Notices (公告) for the reader, above what waits for him; nothing where there is none, or where they cannot be read now. */
export function NoticeBoard(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { data = [] } = useQuery({
    queryKey: ['notices'],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      // The route answers with the schema `noticesAnswer`.
      ((await call('/api/v1/notices', { signal })).json as { items: Notice[] }).items,
  });
  if (data.length === 0) return null;
  return (
    <Card title={translate('publicNotices.title')} sx={{ mb: 1.5 }}>
      {data.map(({ id, title, body, publishedAt }) => (
        <Box key={id} component="article" sx={{ '& + &': { mt: 1.5 } }}>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
            <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 600, overflowWrap: 'anywhere' }}>
              {text(title)}
            </Box>
            <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>
              <Instant at={publishedAt} />
            </Box>
          </Box>
          <Box sx={{ fontSize: 13, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text(body)}</Box>
        </Box>
      ))}
    </Card>
  );
}
