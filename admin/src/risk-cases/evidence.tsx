import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Instant } from '../parts/time';
import { mono } from '../theme';
import type { CaseRecord } from './risk-case';

/** Files that prove something, each with the digest by which it is known again. */
export function Evidence({ record }: { record: CaseRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  return (
    <Card title={translate('riskCases.evidence.title')}>
      {record.evidence.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskCases.evidence.none')}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25, fontSize: 13 }}>
        {record.evidence.map(({ id, name, note, sha256, addedBy, addedAt }) => (
          <li key={id}>
            <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
            {note !== null && <Box sx={{ color: 'tokens.ink2', overflowWrap: 'anywhere' }}>{note}</Box>}
            <Box sx={{ color: 'tokens.ink3', fontSize: 12, overflowWrap: 'anywhere' }}>
              {actor(addedBy)} <Instant at={addedAt} /> · {translate('riskCases.evidence.sha256')}{' '}
              <Box component="span" sx={{ fontFamily: mono }}>
                {sha256.slice(0, 16)}
              </Box>
            </Box>
          </li>
        ))}
      </Box>
    </Card>
  );
}
