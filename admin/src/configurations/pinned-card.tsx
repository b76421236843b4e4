import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import type { VersionRecord } from './configuration';

/** What has begun under this version and keeps it (版本固定), whatever comes into force later. */
export function PinnedCard({ version: { pins } }: { version: VersionRecord }): ReactNode {
  const translate = useTranslate();
  if (pins.length === 0) return null;
  return (
    <Card title={translate('configuration.pins')}>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {pins.map(({ subject, count }) => (
          <li key={subject}>
            {translate(`audit.noun.${subject}`, { _: translate('configuration.pinsOther') })} {countText(count)}
          </li>
        ))}
      </Box>
    </Card>
  );
}
