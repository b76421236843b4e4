import type { ConsentAnswer } from '@linggong/vault/api';
import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { useMay } from '../session/use-me';

const pathOf = (workerId: number): string => `/api/v1/workers/${workerId.toString()}/consents`;

/** The answer of `GET /workers/{id}/consents`; the route checks it against its schema. */
async function readConsents(workerId: number, signal: AbortSignal): Promise<readonly ConsentAnswer[]> {
  const { json } = await call(pathOf(workerId), { signal });
  return (json as { items: ConsentAnswer[] }).items;
}

/** What a worker agreed to (个人信息处理同意), each text with its state; taking back is one button, as giving is. */
export function ConsentCard({ workerId }: { workerId: number }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [open, setOpen] = useState<ConsentAnswer | undefined>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['consents', workerId],
    queryFn: ({ signal }) => readConsents(workerId, signal),
  });
  const act = open?.state === 'given' ? 'withdraw' : 'give';
  return (
    <Card title={translate('consents.title')}>
      {error !== null && <Trouble error={error} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(data ?? []).map((consent) => (
          <OneConsent
            key={consent.purpose}
            consent={consent}
            action={may('consents', consent.state === 'given' ? 'withdraw' : 'give')}
            onAct={() => {
              setOpen(consent);
            }}
          />
        ))}
      </Box>
      <EffectSheet
        open={open !== undefined}
        onClose={() => {
          setOpen(undefined);
          void refetch();
        }}
        title={`${translate(`consents.${act}.label`)} · ${open === undefined ? '' : translate(`choice.purpose.${open.purpose}`)}`}
        lead={translate(act === 'withdraw' && open?.needed === true ? 'consents.ends' : `consents.${act}.lead`)}
        confirm={translate(`consents.${act}.label`)}
        danger={act === 'withdraw'}
        run={({ key }) =>
          call(act === 'give' ? pathOf(workerId) : `${pathOf(workerId)}/withdrawals`, {
            method: 'POST',
            body: { purpose: open?.purpose },
            key,
          })
        }
        done={() => <Typography>{translate(`consents.${act}.done`)}</Typography>}
      />
    </Card>
  );
}

interface OneConsentProps {
  consent: ConsentAnswer;
  action: boolean;
  onAct: () => void;
}

function OneConsent({ consent, action, onAct }: OneConsentProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { purpose, needed, state, version, at } = consent;
  return (
    <Box
      component="li"
      sx={{ py: 1.25, borderTop: '1px solid', borderColor: 'tokens.line', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`choice.purpose.${purpose}`)}</Typography>
        <StateChip kind="consent" state={state} />
        {action && (
          <Button
            size="small"
            sx={{ ml: 'auto', flex: 'none' }}
            onClick={onAct}
            aria-label={`${translate(`consents.${state === 'given' ? 'withdraw' : 'give'}.label`)} · ${translate(`choice.purpose.${purpose}`)}`}
          >
            {translate(`consents.${state === 'given' ? 'withdraw' : 'give'}.label`)}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'tokens.ink3' }}>
        {translate(needed ? 'consents.needed' : 'consents.free')} · {translate('consents.version', { version })}
        {at !== null && (
          <>
            {' · '}
            <Instant at={String(at)} />
          </>
        )}
      </Typography>
      <Typography variant="body2" sx={{ color: 'tokens.ink2', maxWidth: 720, mt: 0.5 }}>
        {text(consent.text)}
      </Typography>
    </Box>
  );
}
