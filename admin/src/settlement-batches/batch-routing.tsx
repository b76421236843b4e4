import type { BatchDetail } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { RoutingWord } from '../payout-files/routing-word';
import { useChannelWord } from '../payout-files/use-channel-word';

/** Through which channel the payments left, and which version and row of the routing table said so. Told to those who read payment files. */
export function BatchRouting({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const channel = useChannelWord();
  if (batch.routing === null) return null;
  return (
    <Card title={translate('batch.routing.title')}>
      {batch.routing.map((way, index) => (
        <Box key={index} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: 13, py: 0.25 }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {channel(way)}
          </Box>
          <span>{translate('batch.routing.files', { smart_count: way.files, count: countText(way.files) })}</span>
          {way.routingVersionNo === null ? (
            <Box component="span" sx={{ color: 'tokens.ink3' }}>
              {translate('batch.routing.before')}
            </Box>
          ) : (
            <span>
              {translate('batch.routing.by')} <RoutingWord row={way} />
            </span>
          )}
        </Box>
      ))}
    </Card>
  );
}
