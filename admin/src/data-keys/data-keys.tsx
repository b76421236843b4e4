import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DataKeysAnswer } from '@linggong/vault/api';
import { Card, Cards, WithAside } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call } from '../provider';
import { useMay } from '../session/use-me';
import { KeyGrid } from './key-grid';
import { KeySheet, type KeyAct, type KeyOrder } from './key-sheet';
import { ReencryptionCard } from './reencryption-card';

/** Data keys (数据密钥): which one seals, how old they are, how far everything has been sealed anew, and the rotation. */
export default function DataKeys(): ReactNode {
  const translate = useTranslate();
  const [order, setOrder] = useState<KeyOrder | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['data-keys'],
    refetchInterval: 5_000,
    queryFn: async ({ signal }) =>
      // The route answers with the schema `dataKeysAnswer`, dates as text.
      (await call('/api/v1/data-keys', { signal })).json as DataKeysAnswer,
  });
  const reload = (): void => {
    void refetch();
  };
  if (data === undefined) return error === null ? <PageSkeleton /> : <Trouble error={error} retry={reload} />;
  return (
    <>
      <PageHeader
        title={translate('resources.data-keys.name', { smart_count: 2 })}
        facts={[translate('keys.lead')]}
        actions={<Actions data={data} ask={setOrder} />}
      />
      <WithAside aside={<Guide name="dataKeys" steps={4} />}>
        <Cards>
          <RingCard data={data} />
          {data.reencryption !== null && <ReencryptionCard run={data.reencryption} />}
        </Cards>
      </WithAside>
      <Box sx={{ mt: 1.5 }}>
        <KeyGrid keys={data.keys} ask={setOrder} />
      </Box>
      <KeySheet
        order={order}
        data={data}
        onClose={() => {
          setOrder(undefined);
          reload();
        }}
      />
    </>
  );
}

function RingCard({ data: { ring, keys } }: { data: DataKeysAnswer }): ReactNode {
  const translate = useTranslate();
  const current = keys.filter(({ state }) => state === 'current');
  const suite = (name: string): string => translate(`keys.suite.${name}`);
  return (
    <Card title={translate('keys.ring.title')}>
      <Facts
        facts={[
          ...current.map((key) => ({
            label: translate(`keys.realm.${key.realm}`),
            value: `${key.number} · ${suite(key.suite)}`,
          })),
          { label: translate('keys.ring.current'), value: `${ring.current} · ${suite(ring.suite)}` },
          {
            label: translate('keys.ring.wrapping'),
            value:
              ring.waiting === 0
                ? translate('keys.ring.allWrapped')
                : translate('keys.ring.waiting', { smart_count: ring.waiting }),
          },
          {
            label: translate('keys.ring.files'),
            value:
              ring.files === 0
                ? translate('keys.ring.allEnveloped')
                : translate('keys.ring.underRing', { smart_count: ring.files }),
          },
        ]}
      />
    </Card>
  );
}

/** Something is still under an older key, or a file without a key of its own. */
const isLeftBehind = ({ keys, ring }: DataKeysAnswer): boolean =>
  ring.files > 0 || keys.some(({ state }) => state === 'older');

const isOpen = (state: string | undefined): boolean => state === 'waiting' || state === 'running';

function Actions({ data, ask }: { data: DataKeysAnswer; ask: (order: KeyOrder) => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const open = isOpen(data.reencryption?.state);
  const acts: readonly { act: KeyAct; right: string; fits: boolean }[] = [
    { act: 'cancel', right: 'cancel', fits: open },
    { act: 'reencrypt', right: 'reencrypt', fits: !open && isLeftBehind(data) },
    { act: 'rewrap', right: 'rewrap', fits: data.ring.waiting > 0 },
    { act: 'rotate', right: 'rotate', fits: !open },
  ];
  const shown = acts.filter(({ right, fits }) => fits && may('data-keys', right));
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {shown.map(({ act }) => (
        <Button
          key={act}
          variant={act === 'rotate' ? 'contained' : 'outlined'}
          color={act === 'rotate' ? 'primary' : 'inherit'}
          onClick={() => {
            ask({ act });
          }}
        >
          {translate(`keys.act.${act}.label`)}
        </Button>
      ))}
    </Box>
  );
}
