/** Words of the files of lists. */
export const exports = {
  exports: {
    title: 'Export %{name}',
    lead: 'The rows as filtered and sorted now, in the columns shown, masked as on the screen.',
    leadLong:
      'There are many rows: the file is made in the background, as filtered and sorted now, in the columns shown, masked as on the screen.',
    rows: 'Rows',
    columns: 'Columns',
    format: 'Format',
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
    recorded: 'An export is on record: who, when, which list, how many rows.',
    handedOver: 'The file was handed to the browser.',
    own: 'Exports of the last seven days',
    ready: '%{count} row, kept until %{until} |||| %{count} rows, kept until %{until}',
    failed: 'It could not be made; export again',
    canLeave: 'You may leave this page; the file goes on being made and waits here.',
    take: 'Download',
  },
};
