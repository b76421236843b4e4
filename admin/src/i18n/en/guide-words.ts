import type { Same } from '../same';
import type { guideWords as zh } from '../zh/guide-words';

export const guideWords: Same<typeof zh> = {
  guides: {
    title: 'Guides',
    help: 'Guide of this page',
    all: 'All guides',
    search: 'Search the guides',
    found: '%{count} guide |||| %{count} guides',
    none: 'No guide fits',
  },
};
