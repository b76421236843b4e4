import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { dayText } from '../parts/time-text';
import { Apply } from './apply';
import { mayApply, type OpenTaskRecord } from './open-task';

/** One task as a worker reads it before he applies: what is to be done, where, until when, and for how much. */
export default function OpenTaskShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.open-tasks.fields.${field}`);
  return (
    <RecordPage<OpenTaskRecord>
      resource="open-tasks"
      title={({ title }) => title}
      chips={({ mine }) => mine && <StateChip kind="engagement" state={mine.state} />}
      facts={({ number, enterpriseName }) => [number, enterpriseName]}
      actions={(task, refresh) => <Next task={task} onDone={refresh} />}
    >
      {(task) => (
        <>
          <Figures
            label={label('unitPriceFen')}
            figures={[
              { label: label('unitPriceFen'), value: <Money fen={task.unitPriceFen} total sign={false} /> },
              { label: label('endsOn'), value: dayText(task.endsOn) },
              {
                label: label('placesLeft'),
                value: translate('openTask.places', { smart_count: task.placesLeft }),
              },
            ]}
          />
          <Card title={translate('openTask.what')}>
            <Facts
              columns={1}
              facts={[
                { label: label('scenario'), value: task.scenarioTitle && text(task.scenarioTitle) },
                { label: label('place'), value: task.place },
                { label: label('startsOn'), value: dayText(task.startsOn) },
                { label: label('description'), value: <Lines words={task.description} /> },
              ]}
            />
          </Card>
          <Card title={translate('openTask.how')}>
            <Box component="ol" sx={{ m: 0, pl: 2.5, fontSize: 14, lineHeight: 1.8 }}>
              {(['apply', 'answer', 'deliver', 'paid'] as const).map((step) => (
                <li key={step}>{translate(`openTask.steps.${step}`)}</li>
              ))}
            </Box>
          </Card>
        </>
      )}
    </RecordPage>
  );
}

/** The enterprise's own words, in its own lines. */
function Lines({ words }: { words: string | null }): ReactNode {
  const translate = useTranslate();
  if (words === null || words === '') return translate('openTask.noDescription');
  return <Box sx={{ whiteSpace: 'pre-line' }}>{words}</Box>;
}

/** To apply, or to see how the application stands. */
function Next({ task, onDone }: { task: OpenTaskRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const { mine } = task;
  const isOffered = mayApply(mine);
  return (
    <>
      {!isOffered && (
        <Button component={Link} to={`/engagements/${(mine?.id ?? 0).toString()}/show`}>
          {translate('openTask.see')}
        </Button>
      )}
      <Apply task={task} isOffered={isOffered} onDone={onDone} />
    </>
  );
}
