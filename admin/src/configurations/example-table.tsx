import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../parts/money';
import { RowName } from '../parts/row-name';
import { isRowNumber, pageOfKind } from '../parts/row-page';
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
    { source: 'label', render: ({ label }) => <Subject label={label} />, text: ({ label }) => label },
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

/** What was asked about: by the number that people know it by, or by its kind where the replay knows no more than the row of a review. */
function Subject({ label }: { label: string }): ReactNode {
  const translate = useTranslate();
  const [kind = '', id = ''] = label.split(' ');
  const page = pageOfKind(kind);
  if (page === undefined || !isRowNumber(id)) return label;
  return <RowName kind={kind} id={id} otherwise={`${translate(`resources.${page}.name`, { smart_count: 1 })} ${id}`} />;
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
