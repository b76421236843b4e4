import type { RegulatorFigures } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../parts/card';
import { countText, moneyText } from '../parts/money-text';
import { ProvinceMap } from '../parts/province-map/province-map';
import { useText2, type Text2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { downloadRows } from '../table/csv';
import { today } from './days';
import { FigureTable } from './figure-table';
import { words } from './regulator-words';

type Month = Wire<RegulatorFigures>['months'][number];
type Place = Wire<RegulatorFigures>['places'][number];
type Sums = Pick<Month, 'count' | 'grossFen' | 'taxFen' | 'netFen'>;

const { columns } = words;
const money = [columns.payments, columns.income, columns.tax, columns.net];
const cells = ({ count, grossFen, taxFen, netFen }: Sums): string[] => [
  countText(count),
  moneyText(grossFen),
  moneyText(taxFen),
  moneyText(netFen),
];

function summed(rows: readonly Sums[]): Sums {
  const of = (column: keyof Sums): number => rows.reduce((sum, row) => sum + row[column], 0);
  return { count: of('count'), grossFen: of('grossFen'), taxFen: of('taxFen'), netFen: of('netFen') };
}

/** Payments, income and tax of each month, the newest first, and as a file. */
export function MonthTable({ months }: { months: readonly Month[] }): ReactNode {
  const text = useText2();
  const rows = [...months].reverse().map((month) => [month.month, ...cells(month)]);
  return (
    <Tabled
      title={words.byMonth}
      file="months"
      head={[columns.month, ...money]}
      rows={rows}
      foot={[text(words.sum), ...cells(summed(months))]}
    />
  );
}

/** The same by province, with a map of where the enterprises are. */
export function PlaceTable({ places, from, to }: { places: readonly Place[]; from: string; to: string }): ReactNode {
  const text = useText2();
  const rows = places.map((place) => [text(place.name), countText(place.enterprises), ...cells(place)]);
  const enterprises = places.reduce((sum, place) => sum + place.enterprises, 0);
  const counts = places.flatMap(({ code, enterprises: count }) =>
    code === null || count === 0 ? [] : [{ code, count }],
  );
  return (
    <Tabled
      title={words.byPlace}
      file={`places-${from}-${to}`}
      head={[columns.place, columns.enterprises, ...money]}
      rows={rows}
      foot={[text(words.sum), countText(enterprises), ...cells(summed(places))]}
    >
      <ProvinceMap label={text(words.byPlace)} counts={counts} />
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', my: 1 }}>{text(words.placeNote)}</Box>
    </Tabled>
  );
}

interface TabledProps {
  title: Text2;
  file: string;
  head: readonly Text2[];
  rows: readonly string[][];
  foot: readonly string[];
  children?: ReactNode;
}

function Tabled({ title, file, head, rows, foot, children }: TabledProps): ReactNode {
  const text = useText2();
  const named = head.map((one) => text(one));
  const save = (): void => {
    // A spreadsheet reads figures without separators.
    const bare = rows.map((row) => row.map((cell, index) => (index === 0 ? cell : cell.replaceAll(',', ''))));
    downloadRows(`linggong-${file}-${today()}.csv`, [named, ...bare]);
  };
  const button = (
    <Button size="small" onClick={save}>
      {text(words.csv)}
    </Button>
  );
  return (
    <Card title={text(title)} action={rows.length === 0 ? undefined : button}>
      {children}
      {rows.length === 0 ? text(words.none) : <FigureTable label={text(title)} head={named} rows={rows} foot={foot} />}
    </Card>
  );
}
