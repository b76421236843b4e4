import type { ContactConsentAnswer } from '@linggong/parties/api';
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

const pathOf = (enterpriseId: number): string => `/api/v1/enterprises/${enterpriseId.toString()}/contact-consents`;

/** The answer of `GET /enterprises/{id}/contact-consents`; the route checks it against its schema. */
async function readContacts(enterpriseId: number, signal: AbortSignal): Promise<readonly ContactConsentAnswer[]> {
  const { json } = await call(pathOf(enterpriseId), { signal });
  return (json as { items: ContactConsentAnswer[] }).items;
}

/** What the people were told whom an enterprise names (联系人告知与同意), and the button by which a handler's consent is taken back. */
export function ContactCard({ enterpriseId, onDone }: { enterpriseId: number; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['contact-consents', enterpriseId],
    queryFn: ({ signal }) => readContacts(enterpriseId, signal),
  });
  return (
    <Card title={translate('contacts.title')}>
      {error !== null && <Trouble error={error} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(data ?? []).map((contact) => (
          <OneContact
            key={contact.contact}
            contact={contact}
            action={contact.withdrawable && may('contact-consents', 'withdraw')}
            onAct={() => {
              setOpen(true);
            }}
          />
        ))}
      </Box>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          void refetch();
          onDone();
        }}
        title={translate('contacts.withdraw')}
        lead={translate('contacts.withdrawLead')}
        confirm={translate('contacts.withdraw')}
        danger
        run={({ key }) =>
          call(`${pathOf(enterpriseId)}/withdrawals`, { method: 'POST', body: { contact: 'handler' }, key })
        }
        done={() => <Typography>{translate('contacts.withdrawn')}</Typography>}
      />
    </Card>
  );
}

interface OneContactProps {
  contact: ContactConsentAnswer;
  action: boolean;
  onAct: () => void;
}

function OneContact({ contact, action, onAct }: OneContactProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { contact: kind, act, version, method, at } = contact;
  return (
    <Box
      component="li"
      sx={{ py: 1.25, borderTop: '1px solid', borderColor: 'tokens.line', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`choice.contact.${kind}`)}</Typography>
        <StateChip kind="contactConsent" state={act ?? 'none'} />
        <Typography variant="body2" sx={{ color: 'tokens.ink3', flex: 1 }}>
          {translate('consents.version', { version })}
          {method !== null && ` · ${translate(`choice.contactMethod.${method}`)}`}
          {at !== null && (
            <>
              {' · '}
              <Instant at={String(at)} />
            </>
          )}
        </Typography>
        {action && (
          <Button size="small" onClick={onAct}>
            {translate('contacts.withdraw')}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'tokens.ink2', maxWidth: 720, mt: 0.5 }}>
        {text(contact.text)}
      </Typography>
    </Box>
  );
}
