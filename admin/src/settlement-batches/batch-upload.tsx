import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { Card, Cards, WithAside } from '../parts/card';
import { Guide } from '../parts/guide';
import { PageHeader } from '../parts/page-header';
import { Stepper } from '../parts/stepper';
import { useStillHere } from '../parts/use-still-here';
import { useMe } from '../session/use-me';
import { batchSteps } from './batch-steps';
import { KnownHeadings } from './known-headings';
import { RecentSheets } from './recent-sheets';
import { UploadCard } from './upload-card';

/** Step one: whose sheet, which sheet. */
export default function BatchUpload(): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const isHere = useStillHere();
  const me = useMe();
  const own = me?.account.enterpriseId;
  const [picked, setPicked] = useState<number | undefined>(undefined);
  const enterpriseId = own ?? picked;
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('navigation.settlement'), to: '/settlement-batches' }]}
        title={translate('batch.upload.title')}
      />
      <Stepper
        label={translate('batch.steps.label')}
        steps={batchSteps.map((key) => ({ key, label: translate(`batch.steps.${key}`) }))}
        now={0}
      />
      <WithAside aside={<Guide name="batch.upload" steps={4} />}>
        <Cards>
          {me !== undefined && own === undefined && (
            <Card title={translate('batch.upload.enterprise')}>
              <EnterprisePicker onPick={setPicked} />
            </Card>
          )}
          <UploadCard
            enterpriseId={enterpriseId}
            onAccepted={({ batch }) => {
              if (isHere()) navigate(`/settlement-batches/${batch.id.toString()}/show`);
            }}
          />
          {enterpriseId !== undefined && <KnownHeadings enterpriseId={enterpriseId} />}
          {enterpriseId !== undefined && <RecentSheets enterpriseId={enterpriseId} />}
        </Cards>
      </WithAside>
    </>
  );
}
