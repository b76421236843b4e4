import { shanghaiDay } from '@linggong/core/domain';
import type { AnyField, AnyKind, FormContent, Json, TestCase } from '@linggong/studio/domain';
import { Box, Button, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSettled } from '../parts/use-settled';
import { Card, Cards } from '../parts/card';
import { CaseRow } from './cases/case-row';
import { contentWords } from './cases/content-words';
import { inputFieldsOf } from './cases/input-schema';
import { tryOut, verdictOf, type Tried } from './cases/try-out';
import { useCaseWords } from './cases/value-text';
import type { VersionRecord } from './configuration';
import { useKind } from './kind-code';
import { askedBy } from './kinds/asked-by';
import type { Working } from './use-working-copy';

/** More cases are not evaluated while somebody types: the check in the server does it. */
const liveMax = 100;

interface CasesTabProps {
  version: VersionRecord;
  working: Working;
  editable: boolean;
}

/** The test cases that a version brings: what is asked, what must come out, and how each stands. */
export function CasesTab(props: CasesTabProps): ReactNode {
  const kind = useKind(props.version.kind);
  if (kind === undefined) return <Skeleton variant="rounded" height={120} />;
  return <Cases {...props} kind={kind} />;
}

function Cases({ version, working, editable, kind }: CasesTabProps & { kind: AnyKind }): ReactNode {
  const translate = useTranslate();
  const { cases } = working.copy;
  const content = useSettled(working.copy.content);
  const words = useCaseWords(useMemo(() => contentWords(content), [content]));
  const fields = useInputFields(kind, content);
  const asked = useMemo(() => askedBy(kind, content), [kind, content]);
  const form = formOf(kind, content);
  const [open, setOpen] = useState<number | undefined>(undefined);
  const tried = useTried(kind, content, cases);
  const put = (next: readonly TestCase[]): void => {
    working.change({ cases: next });
  };
  const add = (testCase: TestCase): void => {
    put([...cases, testCase]);
    setOpen(cases.length);
  };
  return (
    <Cards>
      <Card
        title={translate('configuration.cases.title')}
        action={
          editable && (
            <Button
              size="small"
              onClick={() => {
                add({
                  name: '',
                  input: form === undefined ? startOf(asked) : { today: shanghaiDay(new Date()), values: {} },
                  expect: {},
                });
              }}
            >
              {translate('configuration.cases.add')}
            </Button>
          )
        }
      >
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{translate('configuration.cases.lead')}</Box>
      </Card>
      {cases.map((testCase, index) => (
        <CaseRow
          key={index}
          testCase={testCase}
          place={index + 1}
          open={open === index}
          onOpen={() => {
            setOpen(open === index ? undefined : index);
          }}
          asked={asked}
          form={form}
          fields={fields}
          words={words}
          tried={tried[index]}
          differences={differencesOf(version, working, index, tried[index])}
          readOnly={!editable}
          onChange={(next) => {
            put(cases.map((other, at) => (at === index ? next : other)));
          }}
          onCopy={() => {
            add({ ...testCase, name: translate('configuration.cases.copyOf', { name: testCase.name }).slice(0, 200) });
          }}
          onRemove={() => {
            setOpen(undefined);
            put(cases.filter((_, at) => at !== index));
          }}
        />
      ))}
    </Cards>
  );
}

/** A form is asked by filling it in. */
function formOf(kind: AnyKind, content: VersionRecord['content']): FormContent | undefined {
  const parsed = kind.kind === 'form' ? kind.content.safeParse(content) : undefined;
  return parsed?.success === true ? (parsed.data as unknown as FormContent) : undefined;
}

/** Fields of the input, asked anew where the content changes what it is asked. */
function useInputFields(kind: AnyKind, content: VersionRecord['content']) {
  const { data } = useQuery({
    queryKey: ['case-fields', kind.kind, JSON.stringify(content)],
    queryFn: () => inputFieldsOf(kind, content),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  return data ?? [];
}

/** What the content answers to every case, as far as that is quick enough beside typing. */
function useTried(
  kind: AnyKind,
  content: VersionRecord['content'],
  cases: readonly TestCase[],
): readonly (Tried | undefined)[] {
  return useMemo(
    () => cases.map(({ input }, index) => (index < liveMax ? tryOut(kind, content, input) : undefined)),
    [kind, content, cases],
  );
}

/** How a case stands: by what is typed, and where that is not known, by the last check of just this content. */
function differencesOf(
  version: VersionRecord,
  working: Working,
  index: number,
  tried: Tried | undefined,
): readonly string[] | undefined {
  const testCase = working.copy.cases[index];
  const live = testCase === undefined ? undefined : verdictOf(testCase, tried);
  return live ?? (working.dirty ? undefined : version.check?.results[index]?.differences);
}

/** What a new case asks: what a described input begins with, else nothing yet. */
function startOf(asked: AnyField | undefined): Json {
  // What a field begins with is JSON of its shape.
  return asked === undefined ? {} : (asked.empty as Json);
}
