import type { AnyField, FormContent, TestCase } from '@linggong/studio/domain';
import { Box, Button, Skeleton, TextField } from '@mui/material';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../../parts/state-chip';
import { CaseFields } from './case-fields';
import { Expectation } from './expectation';
import type { InputField } from './input-schema';
import type { Tried } from './try-out';
import type { CaseWords } from './value-text';
import { useSigns } from '../../parts/signs';

const FilledCase = lazy(() => import('../form/filled-case'));
const AskedInput = lazy(() => import('../kinds/asked-input'));

interface CaseRowProps {
  testCase: TestCase;
  place: number;
  open: boolean;
  onOpen: () => void;
  /** How the input is described, where the kind describes it. */
  asked: AnyField | undefined;
  /** The form that is filled in by a case, where the content is one. */
  form: FormContent | undefined;
  fields: readonly InputField[];
  words: CaseWords;
  tried: Tried | undefined;
  differences: readonly string[] | undefined;
  readOnly: boolean;
  onChange: (testCase: TestCase) => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** One test case: how it stands, and opened, what it asks and what must come out. */
export function CaseRow(props: CaseRowProps): ReactNode {
  const { testCase, place, open, onOpen, differences, words } = props;
  const translate = useTranslate();
  return (
    <Box sx={{ border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', bgcolor: 'tokens.card' }}>
      <Box
        component="button"
        type="button"
        aria-expanded={open}
        onClick={onOpen}
        sx={{
          all: 'unset',
          boxSizing: 'border-box',
          width: '100%',
          cursor: 'pointer',
          display: 'flex',
          gap: 1.5,
          alignItems: 'center',
          minHeight: { xs: 44, sm: 40 },
          p: '6px 14px',
          fontSize: 13,
          flexWrap: 'wrap',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'tokens.accent' },
        }}
      >
        <Box component="span" sx={{ fontWeight: 600, flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {place.toString()}. {testCase.name === '' ? translate('configuration.cases.unnamed') : testCase.name}
        </Box>
        <Verdict differences={differences} words={words} />
      </Box>
      {open && <Opened {...props} />}
    </Box>
  );
}

function Verdict({ differences, words }: Pick<CaseRowProps, 'differences' | 'words'>): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  if (differences === undefined) return <Chip tone="off">{translate('configuration.cases.unknown')}</Chip>;
  if (differences.length === 0) return <Chip tone="good">{translate('configuration.cases.passes')}</Chip>;
  const where = differences
    .slice(0, 3)
    .map((path) =>
      path === 'input' ? translate('configuration.cases.input') : words.name(path === '' ? [] : path.split('.')),
    );
  return <Chip tone="bad">{translate('configuration.cases.fails', { where: where.join(signs.listed) })}</Chip>;
}

function Opened(props: CaseRowProps): ReactNode {
  const { testCase, words, tried, readOnly, onChange, onCopy, onRemove } = props;
  const translate = useTranslate();
  return (
    <Box sx={{ p: '4px 14px 14px', display: 'grid', gap: 2, borderTop: '1px solid', borderColor: 'tokens.line' }}>
      <TextField
        sx={{ maxWidth: 480, mt: 1 }}
        label={translate('configuration.cases.name')}
        value={testCase.name}
        disabled={readOnly}
        onChange={(event) => {
          onChange({ ...testCase, name: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <section>
        <Heading text={translate('configuration.cases.asks')} />
        <CaseInput {...props} />
      </section>
      <section>
        <Heading text={translate('configuration.cases.comesOut')} />
        <Expectation
          testCase={testCase}
          tried={tried}
          words={words}
          readOnly={readOnly}
          onChange={(expect) => {
            onChange({ ...testCase, expect });
          }}
        />
      </section>
      {!readOnly && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button size="small" onClick={onCopy}>
            {translate('configuration.cases.copy')}
          </Button>
          <Button size="small" onClick={onRemove}>
            {translate('configuration.cases.remove')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function CaseInput({ testCase, asked, form, fields, tried, readOnly, onChange }: CaseRowProps): ReactNode {
  const given = {
    value: testCase.input,
    wrong: tried?.ok === false ? tried.wrong : [],
    readOnly,
    onChange: (input: TestCase['input']): void => {
      onChange({ ...testCase, input });
    },
  };
  if (form === undefined && asked === undefined) return <CaseFields fields={fields} {...given} />;
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={80} />}>
      {form === undefined ? asked && <AskedInput asked={asked} {...given} /> : <FilledCase form={form} {...given} />}
    </Suspense>
  );
}

function Heading({ text }: { text: string }): ReactNode {
  return (
    <Box component="h3" sx={{ fontSize: 13, fontWeight: 600, m: 0, mb: 1 }}>
      {text}
    </Box>
  );
}
