import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Day, Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import type { Account } from '../session/me';
import { useMay, useMe } from '../session/use-me';
import { AttachFile } from '../sheets/attach-file';
import { CasesCard } from './cases-card';
import { FileTable } from './file-table';
import { FindingsCard } from './findings-card';
import type { MaterialRecord } from './material';
import { ReviewSheet } from './review-sheet';
import { ReviewsCard } from './reviews-card';

/** One promotional material: where it stands, what was found and put right, its captures, and what comes next. */
export default function MaterialShow(): ReactNode {
  return (
    <RecordPage<MaterialRecord>
      resource="promotional-materials"
      title={({ title }) => title}
      chips={({ state }) => <StateChip kind="material" state={state} />}
      facts={({ number }) => [number]}
      actions={(material, refresh) => <Actions material={material} refresh={refresh} />}
      aside={(material) => <History material={material} />}
    >
      {(material, refresh) => (
        <>
          <MaterialFacts material={material} />
          <FindingsCard material={material} refresh={refresh} />
          <CasesCard cases={material.cases} />
          <Captures material={material} />
          <ReviewsCard reviews={material.reviews} />
        </>
      )}
    </RecordPage>
  );
}

function Actions({ material, refresh }: { material: MaterialRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [sheet, setSheet] = useState<'capture' | 'review' | undefined>(undefined);
  const { id, allowed, state } = material;
  const close = (): void => {
    setSheet(undefined);
  };
  const acts: LifeAction[] = [
    ...(allowed.includes('renew') && may('promotional-materials', 'renew')
      ? [{ name: 'renew', reason: 'required' } as const]
      : []),
    ...(allowed.includes('withdraw') && may('promotional-materials', 'withdraw')
      ? [{ name: 'withdraw', reason: 'required', tone: 'danger' } as const]
      : []),
  ];
  const isOwn = isOwnWork(material, useMe()?.account);
  const reviewable = allowed.includes('pass') && may('promotional-materials', 'review');
  const mayReview = reviewable && !isOwn;
  return (
    <>
      <LifeActions kind="material" resource="promotional-materials" id={id} actions={acts} onDone={refresh} />
      {state !== 'withdrawn' && may('promotional-materials', 'add-file') && (
        <Button
          onClick={() => {
            setSheet('capture');
          }}
        >
          {translate('materials.capture.title')}
        </Button>
      )}
      {reviewable && isOwn && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {translate('materials.review.own')}
        </Typography>
      )}
      {mayReview && (
        <Button
          variant="contained"
          color="primary"
          data-approve=""
          onClick={() => {
            setSheet('review');
          }}
        >
          {translate('materials.review.title')}
        </Button>
      )}
      <AttachFile
        open={sheet === 'capture'}
        onClose={close}
        title={translate('materials.capture.title')}
        lead={translate('materials.capture.lead')}
        path={`/api/v1/promotional-materials/${id.toString()}/files`}
        onDone={refresh}
      />
      {(mayReview || sheet === 'review') && (
        <ReviewSheet open={sheet === 'review'} onClose={close} material={material} onDone={refresh} />
      )}
    </>
  );
}

/** Whether the reader registered it or put something of it right, and so may not review it. */
function isOwnWork({ registeredBy, findings }: MaterialRecord, reader: Account | undefined): boolean {
  if (reader?.id === undefined) return false;
  const name = `${reader.role}#${reader.id.toString()}`;
  return registeredBy === name || findings.some((one) => one.state === 'rectified' && one.rectifiedBy === name);
}

function MaterialFacts({ material }: { material: MaterialRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.promotional-materials.fields.${field}`);
  return (
    <Card title={translate('materials.facts')}>
      <Facts
        facts={[
          { label: label('kind'), value: translate(`materials.kind.${material.kind}`) },
          { label: label('place'), value: material.place },
          { label: label('publishedOn'), value: <Day day={material.publishedOn} /> },
          { label: label('owner'), value: material.owner },
          { label: label('registeredBy'), value: actor(material.registeredBy) },
          { label: label('registeredAt'), value: <Instant at={material.registeredAt} /> },
          {
            label: label('reviewBy'),
            value: material.reviewBy === null ? undefined : <Day day={material.reviewBy} />,
          },
          {
            label: translate('materials.checklist'),
            value: translate('materials.checklistVersion', { version: material.checklist.versionNo }),
          },
        ]}
      />
    </Card>
  );
}

function Captures({ material }: { material: MaterialRecord }): ReactNode {
  const translate = useTranslate();
  const captures = material.files.filter(({ findingId }) => findingId === null);
  return (
    <Card title={translate('materials.captures')}>
      {captures.length === 0 ? translate('materials.noCapture') : <FileTable id={material.id} files={captures} />}
    </Card>
  );
}

function History({ material }: { material: MaterialRecord }): ReactNode {
  const translate = useTranslate();
  return (
    <Timeline
      items={material.steps.map(({ step, at, actor, text }) => {
        const word = translate(`materials.step.${step}`);
        return { at, actor, text: text === null ? word : translate('materials.told', { word, text }) };
      })}
    />
  );
}
