import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../parts/money';
import { useText2, type Text2 } from '../parts/text2';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import type { CaseWords } from './cases/value-text';
import type { DecisionExample } from './configuration';

type ExampleRow = DecisionExample & { id: number };

interface ExampleTableProps {
  examples: readonly DecisionExample[];
  words: CaseWords;
}

/** What would be, or is, decided differently: each with its page, both answers, and why. */
export function ExampleTable({ examples, words }: ExampleTableProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState<number | undefined>(undefined);
  const word = (name: string): string => translate(`configuration.replay.${name}`);
  const rows = examples.map((example, id): ExampleRow => ({ ...example, id }));
  const money = examples.some(({ amountFen }) => amountFen !== undefined);
  const columns: readonly Column<ExampleRow>[] = [
    { source: 'label' },
    { source: 'before', render: ({ before }) => words.value([], before) },
    { source: 'after', render: ({ after }) => words.value([], after) },
    ...(money
      ? [
          {
            source: 'amountFen',
            kind: 'money',
            render: ({ amountFen }: ExampleRow) => <Money fen={amountFen} />,
          } as const,
        ]
      : []),
  ];
  const headings: Readonly<Partial<Record<keyof ExampleRow, string>>> = {
    label: word('subject'),
    before: word('before'),
    after: word('after'),
    amountFen: word('money'),
  };
  return (
    <DataTable<ExampleRow>
      label={word('examples')}
      heading={({ source }) => headings[source] ?? ''}
      columns={columns}
      rows={rows}
      onOpen={({ id }) => {
        setOpen(open === id ? undefined : id);
      }}
      below={(row) => (row.id === open ? <Why example={row} /> : null)}
    />
  );
}

function Why({ example: { trace, link } }: { example: DecisionExample }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 1, fontSize: 12 }}>
      <Trace trace={trace} />
      {link !== undefined && (
        <Box>
          <Link to={link}>{translate('configuration.replay.open')}</Link>
        </Box>
      )}
    </Box>
  );
}

/** The steps of an evaluation, in the order in which they were taken. */
export function Trace({ trace }: { trace: readonly Text2[] }): ReactNode {
  const text = useText2();
  if (trace.length === 0) return null;
  return (
    <Box component="ol" sx={{ m: 0, pl: '18px', color: 'tokens.ink2', fontSize: 12 }}>
      {trace.map((step, index) => (
        <li key={index}>{text(step)}</li>
      ))}
    </Box>
  );
}
