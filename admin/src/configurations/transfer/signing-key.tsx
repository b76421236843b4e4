import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useActorText } from '../../parts/actor';
import { Card } from '../../parts/card';
import { EffectSheet } from '../../parts/effect-sheet';
import { Facts } from '../../parts/facts';
import { Chip } from '../../parts/state-chip';
import { Instant } from '../../parts/time';
import type { ConsoleDataProvider } from '../../provider';
import { useMay } from '../../session/use-me';
import { grouped, type ImportRecord } from './import-record';

interface SigningKeyProps {
  given: ImportRecord;
  refresh: () => void;
}

/** Whose signature the file bears; a key that nobody has accepted is shown, and accepted by the name of whose it is. */
export function SigningKey({ given, refresh }: SigningKeyProps): ReactNode {
  const translate = useTranslate();
  const word = (name: string): string => translate(`configuration.transfer.${name}`);
  const actor = useActorText();
  const { signedBy, exportedAt } = given;
  const whose = signedBy.isOwn ? word('own') : signedBy.name;
  const accepted = signedBy.acceptedAt;
  return (
    <Card title={word('signature')} action={<AcceptKey given={given} isOffered={whose === null} refresh={refresh} />}>
      <Facts
        columns={1}
        facts={[
          { label: word('signedBy'), value: whose ?? <Chip tone="wait">{word('notAccepted')}</Chip> },
          {
            label: word('verified'),
            value: <Chip tone="good">{word('unchanged')}</Chip>,
          },
          { label: word('fingerprint'), value: <Fingerprint of={signedBy.fingerprint} /> },
          { label: word('exportedAt'), value: <Instant at={exportedAt} /> },
          ...(accepted === null
            ? []
            : [
                { label: word('acceptedBy'), value: signedBy.acceptedBy === null ? null : actor(signedBy.acceptedBy) },
                { label: word('acceptedAt'), value: <Instant at={accepted} /> },
              ]),
        ]}
      />
    </Card>
  );
}

/** A fingerprint as people read it to each other. */
export function Fingerprint({ of }: { of: string }): ReactNode {
  return (
    <Box component="span" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
      {grouped(of)}
    </Box>
  );
}

/** The button while nobody has accepted the key; what came of it stays in sight when somebody has. */
function AcceptKey({ given, isOffered, refresh }: SigningKeyProps & { isOffered: boolean }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay()('configuration-imports', 'accept-key');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const word = (part: string): string => translate(`configuration.transfer.${part}`);
  if (!may)
    return (
      isOffered && (
        <Box component="span" sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          {word('acceptedByOther')}
        </Box>
      )
    );
  return (
    <>
      {isOffered && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {word('accept')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
        title={word('accept')}
        lead={word('acceptLead')}
        effects={[{ label: word('fingerprint'), value: <Fingerprint of={given.signedBy.fingerprint} /> }]}
        notes={[word('acceptNote')]}
        reason="required"
        ready={name.trim() !== ''}
        confirm={word('accept')}
        run={({ reason, key }) =>
          provider.command('configuration-imports', given.id, 'accept-key', { name: name.trim(), reason }, key)
        }
        done={() => word('acceptDone')}
      >
        <TextField
          label={word('keyName')}
          helperText={word('keyNameHelp')}
          value={name}
          required
          onChange={(event) => {
            setName(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      </EffectSheet>
    </>
  );
}
