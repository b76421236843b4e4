import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useActorText } from '../../parts/actor';
import { Card } from '../../parts/card';
import { EffectSheet } from '../../parts/effect-sheet';
import { countText } from '../../parts/money-text';
import { RecordPage } from '../../parts/record-page';
import { Instant } from '../../parts/time';
import type { ConsoleDataProvider } from '../../provider';
import { useMay } from '../../session/use-me';
import { ImportItems } from './import-items';
import { isTakeable, type ImportRecord } from './import-record';
import { SigningKey } from './signing-key';

/** One file of configurations: who signed it, what each of its configurations would change here, and which of them become drafts. */
export default function ImportShow(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  return (
    <RecordPage<ImportRecord>
      resource="configuration-imports"
      title={({ fileName }) => fileName}
      facts={({ items, createdBy, createdAt }) => [
        translate('configuration.transfer.count', { smart_count: items.length, count: countText(items.length) }),
        actor(createdBy),
        <Instant key="at" at={createdAt} />,
      ]}
    >
      {(given, refresh) => <Body given={given} refresh={refresh} />}
    </RecordPage>
  );
}

function Body({ given, refresh }: { given: ImportRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [open, setOpen] = useState(false);
  const isTrusted = given.signedBy.isOwn || given.signedBy.name !== null;
  const canTake = isTrusted && may('configuration-imports', 'take');
  const places = picked.filter((place) => given.items.some((item) => item.place === place && isTakeable(item)));
  return (
    <>
      <SigningKey given={given} refresh={refresh} />
      <Card title={translate('configuration.transfer.items')}>
        <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>
          {translate(isTrusted ? 'configuration.transfer.itemsLead' : 'configuration.transfer.keyFirst')}
        </Box>
        <ImportItems
          given={given}
          picked={canTake ? places : undefined}
          onPick={setPicked}
          onTake={() => {
            setOpen(true);
          }}
        />
      </Card>
      <TakeSheet
        given={given}
        places={places}
        open={open}
        onClose={() => {
          setOpen(false);
          setPicked([]);
          refresh();
        }}
      />
    </>
  );
}

interface TakeSheetProps {
  given: ImportRecord;
  places: readonly number[];
  open: boolean;
  onClose: () => void;
}

function TakeSheet({ given, places, open, onClose }: TakeSheetProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [sent, setSent] = useState(0);
  const chosen = given.items.filter(({ place }) => places.includes(place));
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('configuration.transfer.take')}
      lead={translate('configuration.transfer.takeLead')}
      effects={[
        { label: translate('configuration.transfer.drafts'), value: countText(chosen.length), strong: true },
        {
          label: translate('configuration.transfer.newOnes'),
          value: countText(chosen.filter(({ state }) => state === 'new').length),
        },
      ]}
      notes={[translate('configuration.transfer.nothingInForce')]}
      confirm={translate('configuration.transfer.take')}
      run={({ key }) => {
        setSent(places.length);
        return provider.command('configuration-imports', given.id, 'take', { places }, key);
      }}
      done={() => translate('configuration.transfer.taken', { smart_count: sent, count: countText(sent) })}
    />
  );
}
