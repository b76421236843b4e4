import type { FormContent, FormValues } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../provider';
import type { Text2 } from '../parts/text2';

/** A form that can be filled in, as `GET /v1/forms` names it. */
export interface KnownForm {
  key: string;
  name: Text2;
  versionId: number;
  versionNo: number;
  /** Stands by itself: is handed in with no other operation. */
  alone: boolean;
}

/** A record as the list has it: plain values alone. */
export interface RecordRow {
  id: number;
  number: string;
  form: string;
  versionNo: number;
  subjectKind: string | null;
  subjectId: number | null;
  aboutKind: 'enterprise' | 'worker' | null;
  aboutId: number | null;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  values: FormValues;
  /** Own columns of a form are named `values.{field}`. */
  [column: string]: unknown;
}

export interface RecordFile {
  id: string;
  field: string;
  contentType: string;
  bytes: number;
  sha256: string;
  sentAt: string;
}

/** A record as its page has it. */
export interface FormRecord extends RecordRow {
  versionId: number;
  content: FormContent | null;
  files: readonly RecordFile[];
  aboutWhom: { kind: 'enterprise' | 'worker'; id: number; number: string; name: string } | null;
  /** How a complaint is dealt with. */
  handling: {
    state: 'received' | 'in-hand' | 'waiting' | 'answered';
    dueAt: string;
    answers: readonly { text: string; at: string }[];
    /** The case and who holds it; told to the house alone. */
    handledAs: { id: number; number: string; heldBy: string | null } | null;
  } | null;
  revisions: readonly { revision: number; at: string; by: string }[];
  updatedBy: string;
}

/** Every form in force, by key. */
export function useForms(): readonly KnownForm[] {
  const { data } = useQuery({
    queryKey: ['forms'],
    // The route answers with the schema `formsAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/forms', { signal })).json as { items: KnownForm[] },
    staleTime: 300_000,
    retry: false,
  });
  return data?.items ?? none;
}

const none: readonly KnownForm[] = [];

export interface FormInForce {
  versionId: number;
  content: FormContent;
  /** Its records may say whom they mean (被投诉方). */
  meansSomebody: boolean;
}

/** The form in force: what it asks now. */
export function useForm(key: string | undefined): FormInForce | undefined {
  return useQuery({
    queryKey: ['form', key],
    // The route answers with the schema `formAnswer`; a content in force has the shape of its kind.
    queryFn: async ({ signal }) => (await call(`/api/v1/forms/${key ?? ''}`, { signal })).json as FormInForce,
    enabled: key !== undefined && key !== '',
    retry: false,
  }).data;
}
