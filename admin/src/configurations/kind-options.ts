import { kindNames } from '@linggong/studio/domain';
import type { Filter } from '../table/filter';
import { areas } from './areas';

type Translate = (key: string) => string;

/** The filter by kind of configuration, under the words of the page that creates one. */
export function kindFilter(translate: Translate): Filter {
  const options = kindNames.map((value) => ({ value, label: translate(`configuration.kind.${value}.name`) }));
  return { source: 'kind', kind: 'pick', options };
}

/** The filter by area of work. */
export function areaFilter(translate: Translate): Filter {
  const options = [...areas, 'notices', 'forms'].map((value) => ({
    value,
    label: translate(`configuration.area.${value}`),
  }));
  return { source: 'area', kind: 'pick', options };
}
