import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DataKeysAnswer } from '@linggong/vault/api';
import { nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Frame, Grid } from '../table/grid';

const fields = ['number', 'state', 'suite', 'activeFrom', 'retiredAt', 'wrappedBy', 'madeBy', 'reason'] as const;

/** Every data key, the youngest first. */
export function KeyGrid({ keys }: { keys: DataKeysAnswer['keys'] }): ReactNode {
  const translate = useTranslate();
  return (
    <Frame tabIndex={0} role="region" aria-label={translate('resources.data-keys.name', { smart_count: 2 })}>
      <Grid>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {translate(`resources.data-keys.fields.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.number}>
              <td>{key.number}</td>
              <td>
                <StateChip kind="dataKey" state={key.state} />
              </td>
              <td>{translate(`keys.suite.${key.suite}`)}</td>
              <td>
                <Instant at={String(key.activeFrom)} />
              </td>
              <td>{key.retiredAt === null ? nothing : <Instant at={String(key.retiredAt)} />}</td>
              <td>{key.wrappedBy}</td>
              <td>{key.madeBy}</td>
              <td>{key.reason ?? nothing}</td>
            </tr>
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}
