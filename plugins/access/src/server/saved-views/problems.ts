import { notFound, problem, type Problem } from '@linggong/core/domain';
import { VIEWS_MAX } from '../../domain/saved-view';

/** 404: no list of this name, or none that this role reads: the two are not told apart. */
export const noSuchList = (): Problem => notFound({ zh: '列表', en: 'list' });

/** 404: no such view among one's own. */
export const noSuchView = (): Problem => notFound({ zh: '视图', en: 'view' });

/** 409: the list has as many views of this account as one keeps. */
export function tooManyViews(): Problem {
  return problem(
    409,
    'views-full',
    { zh: `每个列表最多保存 ${VIEWS_MAX} 个视图`, en: `A list keeps at most ${VIEWS_MAX} views` },
    { fix: { zh: '请先移除不再使用的视图', en: 'Remove one that is not used any more' } },
  );
}

/** 400: a column that the list does not have, or that this role does not see. */
export function noSuchColumn(name: string): Problem {
  return problem(
    400,
    'view-column-unknown',
    { zh: `列表没有字段 ${name}`, en: `the list has no field ${name}` },
    { field: 'shownColumns' },
  );
}
