import { sensitiveKindOf, type FormContent, type FormField, type FormValues, type Json } from '@linggong/studio/domain';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Masked } from '../parts/masked';
import { Reveal } from '../parts/reveal';
import { useText2 } from '../parts/text2';
import { RecordFiles } from './record-files';
import type { RecordFile } from './record';
import { useRegionNames, valueText } from './value-text';
import { useWords } from './words';

interface RecordValuesProps {
  id: number;
  content: FormContent;
  values: FormValues;
  files: readonly RecordFile[];
  /** Only what stands now can be shown in clear. */
  current?: boolean;
}

/** What was filled in, under the sections and labels of the version that the record keeps. */
export function RecordValues({ id, content, values, files, current = true }: RecordValuesProps): ReactNode {
  const text = useText2();
  const word = useWords();
  const names = useRegionNames(content.fields.some(({ type }) => type === 'region'));
  const given = content.fields.filter((field) => values[field.id] !== undefined);
  if (given.length === 0) return <Card title={word('form')}>{word('nothing')}</Card>;
  const shown = (field: FormField): ReactNode => {
    const value = values[field.id];
    if (sensitiveKindOf(field) !== undefined) {
      const masked = <Masked text={typeof value === 'string' ? value : ''} />;
      if (!current) return masked;
      return (
        <Reveal of={{ kind: 'form-record', id, field: field.id }} label={text(field.label)}>
          {masked}
        </Reveal>
      );
    }
    return (
      <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {valueText(field, value, text, names)}
      </Box>
    );
  };
  return content.sections.map((section) => {
    const fields = given.filter((field) => field.section === section.id);
    if (fields.length === 0) return null;
    const facts = fields.filter(({ type }) => type !== 'table' && type !== 'file');
    return (
      <Card key={section.id} title={text(section.title)}>
        {facts.length > 0 && (
          <Facts facts={facts.map((field) => ({ label: text(field.label), value: shown(field) }))} />
        )}
        {fields.map((field) =>
          field.type === 'table' ? (
            <ValueTable key={field.id} field={field} value={values[field.id]} />
          ) : field.type === 'file' ? (
            <RecordFiles
              key={field.id}
              recordId={id}
              label={text(field.label)}
              files={files.filter((file) => isIn(values[field.id], file.id))}
            />
          ) : null,
        )}
      </Card>
    );
  });
}

const isIn = (value: Json | undefined, id: string): boolean => Array.isArray(value) && value.includes(id);

interface ValueTableProps {
  field: Extract<FormField, { type: 'table' }>;
  value: Json | undefined;
}

function ValueTable({ field, value }: ValueTableProps): ReactNode {
  const text = useText2();
  // Rows of a table are objects by column: the form has checked them.
  const rows = (Array.isArray(value) ? value : []) as readonly Readonly<Record<string, Json>>[];
  return (
    <Box sx={{ mt: 1.5, overflowX: 'auto' }}>
      <Box sx={{ fontSize: 12, color: 'tokens.ink2', mb: 0.5 }}>{text(field.label)}</Box>
      <Table size="small" aria-label={text(field.label)}>
        <TableHead>
          <TableRow>
            {field.columns.map((column) => (
              <TableCell key={column.id}>{text(column.label)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {field.columns.map((column) => (
                <TableCell key={column.id}>{valueText(column, row[column.id], text)}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
