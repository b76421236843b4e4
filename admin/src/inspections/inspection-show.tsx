import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { ListCard } from '../table/list-card';
import { mono } from '../theme';
import type { InspectionRecord, ItemRow } from './inspection';
import { useItemColumns } from './item-list';
import { factorsText, PlanLink } from './population';
import { Progress } from './progress-card';
import { RedrawCard } from './redraw-card';

/** One inspection: what was drawn and how, how far it is, its items, and the proof that anybody draws the same. */
export default function InspectionShow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const columns = useItemColumns().filter(({ source }) => source !== 'inspectionId');
  return (
    <RecordPage<InspectionRecord>
      resource="inspections"
      title={({ title }) => title}
      chips={({ state }) => <StateChip kind="inspection" state={state} />}
      facts={({ number, periodFrom, periodTo }) => [number, `${periodFrom} – ${periodTo}`]}
      actions={(record, refresh) =>
        may('inspections', 'close') ? <CloseInspection record={record} refresh={refresh} /> : undefined
      }
      aside={() => <Guide name="inspection" steps={4} />}
    >
      {(record) => (
        <>
          <Progress record={record} />
          <ListCard<ItemRow>
            title={translate('inspections.items')}
            resource="inspection-items"
            columns={columns}
            sort={{ field: 'id', order: 'ASC' }}
            only={{ inspectionId: record.id }}
          />
          <DrawnFacts record={record} />
          <RedrawCard id={record.id} />
        </>
      )}
    </RecordPage>
  );
}

function DrawnFacts({ record }: { record: InspectionRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.inspections.fields.${field}`);
  const digest = (text: string): ReactNode => (
    <Box component="span" sx={{ fontFamily: mono, fontSize: 12, overflowWrap: 'anywhere' }}>
      {text}
    </Box>
  );
  return (
    <Card title={translate('inspections.facts')}>
      <Facts
        facts={[
          { label: label('planVersion'), value: <PlanLink versionId={record.planVersion} no={record.planVersionNo} /> },
          ...(record.classFactors === null || record.classPolicyVersion === null
            ? []
            : [
                { label: label('classFactors'), value: factorsText(record.classFactors) },
                {
                  label: label('classPolicyVersion'),
                  value: <PlanLink versionId={record.classPolicyVersion} no={record.classPolicyVersionNo} />,
                },
              ]),
          { label: label('population'), value: countText(record.population) },
          { label: label('drawnBy'), value: actor(record.drawnBy) },
          { label: label('drawnAt'), value: <Instant at={record.drawnAt} /> },
          ...(record.closedBy === null
            ? []
            : [
                { label: label('summary'), value: record.summary },
                { label: label('closedBy'), value: actor(record.closedBy) },
                { label: label('closedAt'), value: <Instant at={record.closedAt} /> },
              ]),
        ]}
      />
      <Facts
        columns={1}
        facts={[
          { label: label('seed'), value: digest(record.seed) },
          { label: label('populationSha256'), value: digest(record.populationSha256) },
        ]}
      />
    </Card>
  );
}

/** The button while it is to be closed; what came of it stays in sight when it is. */
function CloseInspection({ record, refresh }: { record: InspectionRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [summary, setSummary] = useState('');
  const left = record.sample - record.checked;
  return (
    <>
      {record.state === 'drawn' && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('inspections.close.title')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setSummary('');
          setOpen(false);
        }}
        title={translate('inspections.close.title')}
        lead={translate('inspections.close.lead')}
        notes={left > 0 ? [translate('inspections.close.open', { count: countText(left) })] : []}
        ready={left === 0 && summary.trim().length >= 4}
        confirm={translate('inspections.close.title')}
        run={async ({ key }) => {
          const answer = await provider.command('inspections', record.id, 'close', { summary: summary.trim() }, key);
          refresh();
          return answer;
        }}
      >
        <TextField
          required
          multiline
          minRows={4}
          label={translate('inspections.close.summary')}
          value={summary}
          onChange={(event) => {
            setSummary(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 2_000 } }}
        />
      </EffectSheet>
    </>
  );
}
