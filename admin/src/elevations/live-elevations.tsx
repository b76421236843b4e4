import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { RecordList } from '../table/record-list';
import type { ElevationRow } from './elevation';
import { useLiveElevationColumns } from './live-columns';

/** What finds elevations (提权) that are open now. */
export const liveElevations = { state: 'live' };

/** Elevations that are open now, what ends first on top. */
export function LiveElevations(): ReactNode {
  const translate = useTranslate();
  const columns = useLiveElevationColumns();
  return (
    <Card title={translate('boards.security.elevationList')}>
      <RecordList<ElevationRow>
        resource="elevations"
        columns={columns}
        sort={{ field: 'untilAt', order: 'ASC' }}
        only={liveElevations}
        none={translate('boards.security.noElevations')}
      />
    </Card>
  );
}
