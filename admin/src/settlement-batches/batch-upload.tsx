import { Box, Button, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { Card, Cards, WithAside } from '../parts/card';
import { Guide } from '../parts/guide';
import { PageHeader } from '../parts/page-header';
import { usePreference } from '../parts/preference';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { Stepper } from '../parts/stepper';
import { isRecord, newKey } from '../provider';
import { useMe } from '../session/use-me';
import { batchSteps } from './batch-steps';
import { ColumnsCard } from './columns-card';
import { DropZone } from './drop-zone';
import { RecentSheets } from './recent-sheets';
import { readFacts, withOurHeadings, type Mapping, type SheetFacts } from './sheet-file';
import { uploadSheet } from './batch-api';

const isMapping = (value: unknown): value is Mapping => isRecord(value) && Object.values(value).every((key) => typeof key === 'string');

/** Step one: choose the sheet, see what is in it, send it. */
export default function BatchUpload(): ReactNode {
  const translate = useTranslate();
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
      <Stepper label={translate('batch.steps.label')} steps={batchSteps.map((key) => ({ key, label: translate(`batch.steps.${key}`) }))} now={0} />
      <WithAside aside={<Guide name="batch.upload" steps={4} />}>
        <Cards>
          {me !== undefined && own === undefined && (
            <Card title={translate('batch.upload.enterprise')}>
              <EnterprisePicker onPick={setPicked} />
            </Card>
          )}
          <UploadCard enterpriseId={enterpriseId} />
          {enterpriseId !== undefined && <RecentSheets enterpriseId={enterpriseId} />}
        </Cards>
      </WithAside>
    </>
  );
}

function UploadCard({ enterpriseId }: { enterpriseId: number | undefined }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [mapping, setMapping] = usePreference<Mapping>('payout-columns', {}, isMapping);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [facts, setFacts] = useState<SheetFacts | undefined>(undefined);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    setFacts(undefined);
    if (file === undefined) return;
    readFacts(file, mapping).then(setFacts, setError);
  }, [file, mapping]);
  const send = async (): Promise<void> => {
    if (file === undefined || facts === undefined) return;
    setError(undefined);
    setShare(0);
    try {
      const sheet = facts.format === 'csv' && Object.keys(mapping).length > 0 ? await withOurHeadings(file, mapping) : file;
      const { batch } = await uploadSheet({ file: sheet, enterpriseId, key: newKey(), onProgress: setShare });
      navigate(`/settlement-batches/${batch.id.toString()}/show`);
    } catch (refusal) {
      setError(refusal);
      setShare(undefined);
    }
  };
  const unfit = facts?.format === 'other' || (facts?.missing?.length ?? 0) > 0;
  return (
    <>
      <Card title={translate('batch.upload.sheet')}>
        <DropZone file={file} onFile={(chosen) => { setFile(chosen); setError(undefined); }} />
        {share !== undefined && (
          <Box sx={{ mt: 1.5, display: 'grid', gap: 0.5 }}>
            <Bar done={share * 100} total={100} width="100%" label={translate('batch.upload.sending')} />
            <Typography variant="caption">{translate(share < 1 ? 'batch.upload.sending' : 'batch.upload.reading')}</Typography>
          </Box>
        )}
        {error !== undefined && <Box sx={{ mt: 1.5 }}><Trouble error={error} /></Box>}
        <Box sx={{ mt: 1.5, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button variant="contained" color="primary" disabled={file === undefined || facts === undefined || unfit || enterpriseId === undefined || share !== undefined} onClick={() => { void send(); }}>
            {translate('batch.upload.send')}
          </Button>
          {file !== undefined && enterpriseId === undefined && <Typography variant="body2" sx={{ color: 'tokens.wait' }}>{translate('batch.upload.pickFirst')}</Typography>}
        </Box>
      </Card>
      {facts !== undefined && file !== undefined && <ColumnsCard facts={facts} mapping={mapping} onMapping={setMapping} />}
    </>
  );
}
