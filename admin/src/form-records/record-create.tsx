import { Box, Button, MenuItem, TextField } from '@mui/material';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { FormValues } from '@linggong/studio/domain';
import { formFileSender } from '../configurations/form/fill/form-file-sender';
import { problemsOf } from '../configurations/form/fill/refused-problems';
import { DraftNote } from '../configurations/form/draft-note';
import { useServerDraft } from '../configurations/form/use-server-draft';
import { Card, Cards } from '../parts/card';
import { useLeaveGuard } from '../parts/leave-guard';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call, isRecord, useSendKey } from '../provider';
import { ProblemError } from '../provider/problem';
import { AboutField, type Counterpart } from './about-field';
import { begunAt } from './begun-at';
import { useForm, useForms } from './record';
import { useWords } from './words';

const FormFill = lazy(() => import('../configurations/form/form-fill'));

/** A form that stands by itself – a complaint, a visit, an inspection – is chosen and filled in; what is typed is kept as a draft. */
export default function RecordCreate(): ReactNode {
  const word = useWords();
  const text = useText2();
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const forms = useForms().filter(({ alone }) => alone);
  const key = search.get('form') ?? '';
  // Who has one form to choose from does not choose.
  const chosen = forms.length === 1 ? forms[0] : forms.find((form) => form.key === key);
  return (
    <>
      <PageHeader
        title={chosen === undefined ? word('fill') : text(chosen.name)}
        crumbs={[{ label: translate('resources.form-records.name', { smart_count: 2 }), to: '/form-records' }]}
      />
      <Cards>
        {forms.length !== 1 && (
          <Card title={word('form')}>
            <TextField
              select
              fullWidth
              sx={{ maxWidth: 450 }}
              label={word('pick')}
              value={chosen?.key ?? ''}
              onChange={({ target }) => {
                setSearch({ form: target.value });
              }}
            >
              {forms.map((form) => (
                <MenuItem key={form.key} value={form.key}>
                  {text(form.name)}
                </MenuItem>
              ))}
            </TextField>
          </Card>
        )}
        {chosen !== undefined && (
          <Filling key={chosen.key} form={chosen.key} batch={search.get('batch') ?? undefined} />
        )}
      </Cards>
    </>
  );
}

interface FillingProps {
  form: string;
  /** Number of the batch that it is about, where it is begun at one. */
  batch: string | undefined;
}

function Filling({ form, batch }: FillingProps): ReactNode {
  const inForce = useForm(form);
  return inForce === undefined ? <PageSkeleton /> : <Answers form={form} batch={batch} inForce={inForce} />;
}

/** Another form is another place on the same page. */
const formAt = ({ pathname, search }: { pathname: string; search: string }): string =>
  `${pathname}?${new URLSearchParams(search).get('form') ?? ''}`;

type InForce = NonNullable<ReturnType<typeof useForm>>;

function Answers({ form, batch, inForce }: FillingProps & { inForce: InForce }): ReactNode {
  const word = useWords();
  const translate = useTranslate();
  const navigate = useNavigate();
  const [begun] = useState(() => begunAt(inForce.content, batch, (number) => translate('batch.ofBatch', { number })));
  const [values, setValues] = useState<FormValues>(begun);
  const [about, setAbout] = useState<Counterpart | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [refused, setRefused] = useState<FormValues | undefined>(undefined);
  const { key, failed } = useSendKey();
  const top = useRef<HTMLDivElement>(null);
  const draft = useServerDraft(form, inForce.versionId);
  // Asked even where a draft is kept: it is offered again, but whom it means is chosen anew.
  useLeaveGuard((values !== begun || about !== undefined) && !busy, formAt);
  const send = async (): Promise<void> => {
    setTried(true);
    setBusy(true);
    setError(undefined);
    draft.stop();
    try {
      const meant = about === undefined ? {} : { about: { kind: about.kind, id: about.id } };
      const body = { form, formVersionId: inForce.versionId, values, ...meant };
      const { json } = await call('/api/v1/form-records', { method: 'POST', body, key });
      const id = isRecord(json) && typeof json['id'] === 'number' ? json['id'].toString() : '';
      navigate(id === '' ? '/form-records' : `/form-records/${id}/show`);
    } catch (refusal) {
      failed(refusal);
      setError(refusal);
      setRefused(values);
      setBusy(false);
      // Whoever presses the button below sees what stands above.
      top.current?.scrollIntoView({ block: 'nearest' });
      // Nothing was handed in: what is typed is worth keeping again.
      draft.keep(values);
    }
  };
  return (
    <Card title={word('answers')}>
      <Box ref={top} sx={{ scrollMarginTop: 64 }} />
      <DraftNote draft={draft} versionId={inForce.versionId} onUse={setValues} />
      {inForce.meansSomebody && (
        <Box sx={{ mb: 2 }}>
          <AboutField form={form} value={about} onChange={setAbout} />
        </Box>
      )}
      <Suspense fallback={<PageSkeleton />}>
        <FormFill
          listed
          // Of answers that were mended since, the refusal says nothing any more.
          otherwise={error !== undefined && (!isOfFields(error) || refused === values) && <Trouble error={error} />}
          form={inForce.content}
          value={values}
          onChange={(next) => {
            setValues(next);
            draft.keep(next);
          }}
          showMissing={tried}
          problems={problemsOf(error)}
          sendFile={formFileSender(form, inForce.versionId)}
        />
      </Suspense>
      <Box sx={{ mt: 2 }}>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void send()}>
          {word('send')}
        </Button>
      </Box>
    </Card>
  );
}

/** What is wrong with the answers is listed by the form itself. */
const isOfFields = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'form-refused';
