import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DataKeysAnswer } from '@linggong/vault/api';
import { ActorWord } from '../parts/actor-word';
import { nothing } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { Frame, Grid } from '../table/grid';
import type { KeyOrder } from './key-sheet';

const fields = [
  'number',
  'realm',
  'state',
  'suite',
  'activeFrom',
  'retiredAt',
  'destroyedAt',
  'wrappedBy',
  'madeBy',
  'reason',
] as const;

/** As the server counts them: a younger key is refused. */
const DESTROYED_AFTER_MS = 35 * 86_400_000;

function mayGo({ state, retiredAt }: DataKeysAnswer['keys'][number]): boolean {
  return (
    state === 'retired' && retiredAt !== null && Date.now() - new Date(String(retiredAt)).getTime() > DESTROYED_AFTER_MS
  );
}

interface KeyGridProps {
  keys: DataKeysAnswer['keys'];
  ask: (order: KeyOrder) => void;
}

/** Every data key, the youngest first. */
export function KeyGrid({ keys, ask }: KeyGridProps): ReactNode {
  const translate = useTranslate();
  const mayDestroy = useMay()('data-keys', 'destroy') && keys.some(mayGo);
  // A date that no key has yet is no column.
  const dates = (['retiredAt', 'destroyedAt'] as const).filter((field) => keys.some((key) => key[field] !== null));
  const shown = fields.filter((field) => (field !== 'retiredAt' && field !== 'destroyedAt') || dates.includes(field));
  return (
    <Frame tabIndex={0} role="region" aria-label={translate('resources.data-keys.name', { smart_count: 2 })}>
      <Grid>
        <thead>
          <tr>
            {shown.map((field) => (
              <th key={field} scope="col">
                {translate(`resources.data-keys.fields.${field}`)}
              </th>
            ))}
            {mayDestroy && <th scope="col">{translate('keys.act.destroy.label')}</th>}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.number}>
              <td>{key.number}</td>
              <td>{translate(`keys.realm.${key.realm}`)}</td>
              <td>
                <StateChip kind="dataKey" state={key.state} />
              </td>
              <td>{translate(`keys.suite.${key.suite}`)}</td>
              <td>
                <Instant at={String(key.activeFrom)} />
              </td>
              {dates.map((field) => (
                <td key={field}>{key[field] === null ? nothing : <Instant at={String(key[field])} />}</td>
              ))}
              <td>{key.wrappedBy}</td>
              <td className="cut">
                <ActorWord name={key.madeBy} />
              </td>
              <td className="cut" title={key.reason ?? ''}>
                {key.reason ?? nothing}
              </td>
              {mayDestroy && (
                <td>
                  {mayGo(key) && (
                    <Button
                      size="small"
                      color="error"
                      onClick={() => {
                        ask({ act: 'destroy', number: key.number });
                      }}
                    >
                      {translate('keys.act.destroy.label')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}
