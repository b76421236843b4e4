import type { FormContent, FormValues } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Card } from '../../parts/card';
import { PageSkeleton } from '../../parts/states-of-page';
import { useText2, type Text2 } from '../../parts/text2';
import { call } from '../../provider';
import { useMay } from '../../session/use-me';
import { DraftNote } from './draft-note';
import { formFileSender } from './fill/form-file-sender';
import { useServerDraft } from './use-server-draft';

const FormFill = lazy(() => import('./form-fill'));

/** What was filled in beside the fields of a page, as the operation takes it. */
export interface Extra {
  formVersionId: number;
  values: FormValues;
}

interface ExtraFormProps {
  /** Key of the form, such as `tasks.publication`. */
  form: string;
  value: Extra | undefined;
  onChange: (value: Extra | undefined) => void;
  title?: Text2;
}

const more = { zh: '补充信息', en: 'More' };

/** What the form of an operation asks beside its own fields (补充表单); nothing where it asks nothing, or cannot be read. */
export function ExtraForm({ form, value, onChange, title = more }: ExtraFormProps): ReactNode {
  const text = useText2();
  const maySend = useMay()('form-file', 'send');
  const { data } = useQuery({
    queryKey: ['form', form],
    // The route answers with the schema `formAnswer`; a content in force has the shape of its kind.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/forms/${form}`, { signal })).json as { versionId: number; content: FormContent },
    retry: false,
  });
  const draft = useServerDraft(form, data?.versionId);
  if (data === undefined || data.content.fields.length === 0) return null;
  const take = (values: FormValues): void => {
    const isEmpty = Object.keys(values).length === 0;
    onChange(isEmpty ? undefined : { formVersionId: data.versionId, values });
  };
  return (
    <Card title={text(title)}>
      <DraftNote draft={draft} versionId={data.versionId} onUse={take} />
      <Suspense fallback={<PageSkeleton />}>
        <FormFill
          form={data.content}
          value={value?.values ?? {}}
          onChange={(values) => {
            take(values);
            draft.keep(values);
          }}
          {...(maySend ? { sendFile: formFileSender(form, data.versionId) } : {})}
        />
      </Suspense>
    </Card>
  );
}
