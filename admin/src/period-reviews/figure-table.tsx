import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Chip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { figureText } from './figure-text';
import type { FigureSection, ReviewFigure } from './period-review';

interface FigureTableProps {
  section: FigureSection;
  /** The month that stands beside; null where none was reviewed. */
  compared: string | null;
}

/** The figures of one section: this month, the month before, what it should be, and whether it is. */
export function FigureTable({ section, compared }: FigureTableProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Card title={text(section.name)}>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small" sx={{ '& td, & th': { px: { xs: 0.5, sm: 2 } } }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('periodReview.figure')}</TableCell>
              <TableCell align="right">{translate('periodReview.value')}</TableCell>
              <TableCell align="right">{compared ?? translate('periodReview.before')}</TableCell>
              <TableCell align="right">{translate('periodReview.target')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {section.figures.map((figure) => (
              <FigureRow key={figure.key} figure={figure} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Card>
  );
}

function FigureRow({ figure }: { figure: ReviewFigure }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { unit, value, before, target, isOnTarget, note } = figure;
  const bound = target === null ? '' : `${target.kind === 'at-least' ? '≥' : '≤'} ${figureText(target.value, unit)}`;
  return (
    <TableRow>
      <TableCell>
        {text(figure.name)}
        {unit === 'hours' && translate('periodReview.hours')}
        {note !== null && <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{text(note)}</Box>}
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
        {figureText(value, unit)}
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', color: 'tokens.ink2' }}>
        {figureText(before, unit)}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {bound}{' '}
        {isOnTarget !== null && (
          <Chip tone={isOnTarget ? 'good' : 'bad'}>{translate(`periodReview.${isOnTarget ? 'on' : 'off'}`)}</Chip>
        )}
      </TableCell>
    </TableRow>
  );
}
