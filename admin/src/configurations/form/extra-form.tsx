import type { FormContent, FormValues } from '@linggong/studio/domain';
import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Card } from '../../parts/card';
import { PageSkeleton } from '../../parts/states-of-page';
import { useText2, type Text2 } from '../../parts/text2';
import { call } from '../../provider';
import { useMay } from '../../session/use-me';
import { DraftNote } from './draft-note';
import { formFileSender } from './fill/form-file-sender';
import { problemsOf } from './fill/refused-problems';
import { useServerDraft } from './use-server-draft';

const FormFill = lazy(() => import('./form-fill'));

/** What was filled in beside the fields of a page, as the operation takes it. */
export interface Extra {
  formVersionId: number;
  values: FormValues;
}

export interface ExtraFormProps {
  /** Key of the form, such as `tasks.publication`. */
  form: string;
  value: Extra | undefined;
  onChange: (value: Extra | undefined) => void;
  title?: Text2;
  /** Stands within the card of its operation and has none of its own. */
  within?: boolean;
  /** What is typed is kept as a draft; not where each filling is about somebody else, whom the draft would then be shown for. */
  drafts?: boolean;
  /** What the operation was refused for: what is missing is then told at its field. */
  refusal?: unknown;
  /** The operation is under way: what it takes is no draft any more. */
  sending?: boolean;
}

const SETTLED_MS = 100;

const more = { zh: '补充信息', en: 'More' };
const mayBeLeft = {
  zh: '可以不填；开始填写后，带 * 的须填全。',
  en: 'May be left empty; once begun, what is marked * is needed.',
};
const mustBe = {
  zh: '本表单必须填写，带 * 的须填全。',
  en: 'This form must be filled in; what is marked * is needed.',
};

/** What the form of an operation asks beside its own fields (补充表单); nothing where it asks nothing, or cannot be read. */
export function ExtraForm(props: ExtraFormProps): ReactNode {
  const { form, value, onChange, title = more, within = false, drafts = true, refusal, sending = false } = props;
  const text = useText2();
  const maySend = useMay()('form-file', 'send');
  const { data } = useQuery({
    queryKey: ['form', form],
    // The route answers with the schema `formAnswer`; a content in force has the shape of its kind.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/forms/${form}`, { signal })).json as { versionId: number; content: FormContent },
    retry: false,
  });
  const draft = useServerDraft(form, drafts ? data?.versionId : undefined);
  useEffect(() => {
    // A draft that is kept while the record is would be offered for the next one; what was refused is worth keeping again.
    if (sending) draft.stop();
    else if (refusal !== undefined && value !== undefined) draft.keep(value.values);
    // Only the sending itself counts: typing keeps what stands by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sending]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal === undefined) return undefined;
    // Once the fields have drawn what is wrong with them.
    const timer = window.setTimeout(() => {
      root.current?.querySelector('.Mui-error')?.scrollIntoView({ block: 'center' });
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [refusal]);
  const isDemanded = data?.content.obligatory === true;
  useEffect(() => {
    // A form that is demanded is sent as it stands, so that what is missing is told at its fields.
    if (isDemanded && value === undefined) onChange({ formVersionId: data.versionId, values: {} });
  }, [isDemanded, value, data, onChange]);
  if (data === undefined || data.content.fields.every(({ retired }) => retired === true)) return null;
  const take = (values: FormValues): void => {
    const isEmpty = !isDemanded && Object.keys(values).length === 0;
    onChange(isEmpty ? undefined : { formVersionId: data.versionId, values });
  };
  const asks = (
    <Box ref={root}>
      {(isDemanded || data.content.fields.some(({ required, retired }) => required && retired !== true)) && (
        <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 1 }}>{text(isDemanded ? mustBe : mayBeLeft)}</Box>
      )}
      {drafts && <DraftNote draft={draft} versionId={data.versionId} onUse={take} />}
      <Suspense fallback={<PageSkeleton />}>
        <FormFill
          form={data.content}
          value={value?.values ?? {}}
          onChange={(values) => {
            take(values);
            draft.keep(values);
          }}
          showMissing={value !== undefined && refusal !== undefined}
          problems={problemsOf(refusal)}
          {...(maySend ? { sendFile: formFileSender(form, data.versionId) } : {})}
        />
      </Suspense>
    </Box>
  );
  if (!within) return <Card title={text(title)}>{asks}</Card>;
  return (
    <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Typography variant="h2" component="h3">
        {text(title)}
      </Typography>
      {asks}
    </Box>
  );
}
